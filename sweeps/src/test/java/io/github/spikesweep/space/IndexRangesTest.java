package io.github.spikesweep.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares ranges with sets that list every index. */
class IndexRangesTest {
    private static final int SIZE = 40;

    @Test
    void rangesThatTouchAreOne() {
        assertEquals("[0, 5)", IndexRanges.of(0, 3).union(IndexRanges.of(3, 5)).toString());
        assertEquals("none", IndexRanges.of(3, 3).toString());
        assertEquals("[0, 2) [4, 5)", IndexRanges.where(6, i -> i < 2 || i == 4).toString());
    }

    @Test
    void allIndicesOfTheLargestSpaceAreHeld() {
        IndexRanges all = IndexRanges.all(Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, all.count());
        assertEquals(Long.MAX_VALUE - 1, all.at(Long.MAX_VALUE - 1));
        assertEquals(IndexRanges.none(), all.complement(Long.MAX_VALUE));
    }

    @Test
    void onlyIndicesThatAreThereCanBeAsked() {
        assertThrows(IndexOutOfBoundsException.class, () -> IndexRanges.of(2, 4).at(2));
        assertThrows(IndexOutOfBoundsException.class, () -> IndexRanges.of(2, 4).at(-1));
        assertThrows(IllegalArgumentException.class, () -> IndexRanges.of(-1, 4));
    }

    @Property(tries = 300)
    void setOperationsAreThoseOfSets(
            @ForAll Set<@IntRange(max = SIZE - 1) Integer> left, @ForAll Set<@IntRange(max = SIZE - 1) Integer> right) {
        Set<Integer> both = new TreeSet<>(left);
        both.retainAll(right);
        Set<Integer> either = new TreeSet<>(left);
        either.addAll(right);
        Set<Integer> others = new TreeSet<>(IndexRangesTest.range(SIZE));
        others.removeAll(left);
        assertEquals(ranges(both), ranges(left).intersect(ranges(right)));
        assertEquals(ranges(either), ranges(left).union(ranges(right)));
        assertEquals(ranges(either), IndexRanges.unionOf(List.of(ranges(left), ranges(right), ranges(both))));
        assertEquals(ranges(others), ranges(left).complement(SIZE));
    }

    @Property(tries = 300)
    void indicesAreFoundByRankAndRankByIndex(@ForAll Set<@IntRange(max = SIZE - 1) Integer> indices) {
        IndexRanges ranges = ranges(indices);
        List<Integer> sorted = List.copyOf(new TreeSet<>(indices));
        assertEquals(sorted.size(), ranges.count());
        for (int k = 0; k < sorted.size(); k++) {
            assertEquals(sorted.get(k), (int) ranges.at(k));
        }
        for (int from = 0; from <= sorted.size(); from++) {
            for (int to = from; to <= sorted.size(); to++) {
                assertEquals(ranges(Set.copyOf(sorted.subList(from, to))), ranges.slice(from, to));
            }
        }
        for (int i = 0; i <= SIZE; i++) {
            assertEquals(indices.contains(i), ranges.contains(i));
            assertEquals(new TreeSet<>(indices).headSet(i).size(), ranges.rank(i));
        }
    }

    private static IndexRanges ranges(Set<Integer> indices) {
        return IndexRanges.where(SIZE, i -> indices.contains((int) i));
    }

    private static List<Integer> range(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList();
    }
}
