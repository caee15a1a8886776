package io.github.spikesweep.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    /** 4 × 5 × 2 combinations. */
    private static final String GRID = """
            name: x
            neuron: HHDoubleRK4
            duration: 1
            step: 0.01
            sweep:
            - grid: {gna: [1, 2, 3, 4], gk: [0.2, 0.9, 0.4, 0.5, 0.1]}
            - replicates: 2
            """;

    /** Conditions without a filter, with a filter, and both. */
    private static final List<String> CONDITIONS = List.of(
            "gna > 1",
            "gk < 0.45",
            "abs(gna - 2.5) > 1",
            "gna * gk < 1.1",
            "gna > 4 * gk",
            "abs(gna - 2.5) > 5 * gk",
            "gna * gna > 3 + 10 * gk");

    @Provide
    Arbitrary<RowSet> sweeps() {
        return Arbitraries.of(CONDITIONS).list().ofMaxSize(3).map(RowOrderTest::rows);
    }

    private static RowSet rows(List<String> where) {
        String text = where.isEmpty() ? GRID : GRID + "where: [" + String.join(", ", where) + "]\n";
        try {
            return RowSet.of(SweepReader.read(
                    "x.yaml",
                    text.getBytes(StandardCharsets.UTF_8),
                    path -> {
                        throw new NoSuchFileException(path);
                    },
                    List.of()));
        } catch (InputException e) {
            throw e;
        }
    }

    @Property(tries = 300)
    void coversACandidateIfNoRowIsMissingAroundIt(
            @ForAll("sweeps") RowSet all, @ForAll @IntRange(min = 1, max = 10) int tenths, @ForAll Random random) {
        long size = all.candidates().size();
        NavigableSet<Long> rows = new TreeSet<>();
        NavigableSet<Long> held = new TreeSet<>();
        LongStream.range(0, size).filter(all::keeps).forEach(rows::add);
        rows.stream().filter(row -> random.nextInt(10) < tenths).forEach(held::add);
        RowOrder order = new RowOrder(all);
        held.forEach(position -> order.add(all.candidates().idAt(position)));
        assertEquals(held.size(), order.rows());
        assertEquals(
                IndexRanges.where(size, position -> {
                    Optional<Long> below = Optional.ofNullable(held.floor(position));
                    Optional<Long> above = Optional.ofNullable(held.ceiling(position));
                    return below.isPresent()
                            && above.isPresent()
                            && (held.contains(position)
                                    || rows.subSet(below.get(), false, above.get(), false)
                                            .isEmpty());
                }),
                order.covered());
    }

    @Property(tries = 300)
    void refusesWhatIsNoRow(@ForAll("sweeps") RowSet all, @ForAll @IntRange(min = -3, max = 50) int id) {
        RowOrder order = new RowOrder(all);
        if (all.contains(id)) {
            order.add(id);
            assertEquals(
                    "its ids are not increasing: " + id + " follows " + id,
                    assertThrows(RowOrder.Violation.class, () -> order.add(id)).getMessage());
        } else {
            assertEquals(
                    "row " + id + " is not in the sweep",
                    assertThrows(RowOrder.Violation.class, () -> order.add(id)).getMessage());
        }
    }

    @Test
    void refusesIdsThatFall() {
        RowOrder order = new RowOrder(rows(List.of()));
        order.add(7);
        assertEquals(
                "its ids are not increasing: 6 follows 7",
                assertThrows(RowOrder.Violation.class, () -> order.add(6)).getMessage());
        for (long id : List.of(40L, Long.MAX_VALUE)) {
            assertThrows(RowOrder.Violation.class, () -> order.add(id));
        }
    }

    @Test
    void fileWithoutRowsCoversNothing() {
        assertEquals(IndexRanges.none(), new RowOrder(rows(List.of())).covered());
        assertEquals(IndexRanges.none(), new RowOrder(rows(List.of("gna > 1"))).covered());
    }
}
