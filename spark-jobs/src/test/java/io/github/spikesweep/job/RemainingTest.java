package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.IndexRanges;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RemainingTest {
    private static final int MOST_RANGES = 1000;
    private static final long SIZE = 20_000;

    @Provide
    Arbitrary<Remaining> remainings() {
        return Arbitraries.integers()
                .between(1, 20)
                .flatMap(length -> Arbitraries.longs()
                        .between(0, SIZE - 1)
                        .list()
                        .ofMaxSize(2500)
                        .map(starts -> {
                            List<IndexRanges> ranges = new ArrayList<>();
                            starts.forEach(start -> ranges.add(IndexRanges.of(start, Math.min(SIZE, start + length))));
                            return new Remaining(IndexRanges.unionOf(ranges));
                        }));
    }

    @Property(tries = 100)
    void takingTheFirstAgainAndAgainTakesEachOnceAndInOrder(
            @ForAll("remainings") Remaining all, @ForAll @LongRange(min = 80, max = 8000) long most) {
        Remaining left = all;
        IndexRanges taken = IndexRanges.none();
        while (!left.isEmpty()) {
            IndexRanges next = left.first(most, MOST_RANGES);
            assertTrue(next.count() > 0 && next.count() <= most);
            assertTrue(next.rangeCount() <= MOST_RANGES);
            assertTrue(next.count() == Math.min(most, left.count()) || next.rangeCount() == MOST_RANGES);
            assertTrue(taken.isEmpty() || taken.at(taken.count() - 1) < next.at(0));
            taken = taken.union(next);
            Remaining after = left.without(next);
            assertEquals(left.count() - next.count(), after.count());
            left = after;
        }
        assertEquals(all.positions(), taken);
    }

    @Test
    void hugeRangesAreCutWithoutOverflow() {
        Remaining all = new Remaining(IndexRanges.all(Long.MAX_VALUE));
        assertEquals(IndexRanges.all(Long.MAX_VALUE), all.first(Long.MAX_VALUE, MOST_RANGES));
        assertEquals(IndexRanges.all(5), all.first(5, MOST_RANGES));
        Remaining tail = all.without(IndexRanges.all(Long.MAX_VALUE - 2));
        assertEquals(2, tail.first(Long.MAX_VALUE, MOST_RANGES).count());
        assertFalse(tail.isEmpty());
        assertTrue(tail.without(tail.positions()).isEmpty());
    }
}
