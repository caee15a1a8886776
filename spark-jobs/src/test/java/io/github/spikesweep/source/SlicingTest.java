package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlicingTest {
    @ParameterizedTest(name = "{0} rows of {1} steps on {2} cores: {3} slices")
    @CsvSource({
        "20, 1e5, 2, 1", // 0.05 s
        "20, 1e5, 64, 1",
        "10000, 1e4, 2, 2", // 2.5 s
        "100, 1e8, 2, 2", // 250 s, few rows: as wide as possible, and no core has more than the other
        "2, 1e9, 2, 2", // few long rows: on all cores
        "3, 1e9, 2, 2",
        "20, 1e9, 2, 2",
        "20, 1e9, 64, 20",
        "100, 1e8, 64, 64",
        "1, 1e9, 2, 1",
        "40000, 1e5, 2, 16", // 100 s
        "40000, 1e5, 1000, 201", // half a second on each is enough
        "1000000, 1e6, 2, 209", // 7 h: 2 minutes for each
        "1, 1e12, 8, 1",
        "0, 1, 2, 0",
        "1000000000000, 1e5, 2, 100000"
    })
    void sizesSlicesByTheirWork(long rows, double stepsPerRow, int cores, int slices) {
        assertEquals(slices, Slicing.of(rows, rows * stepsPerRow, cores).count());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 31, 256, 257, 1000, 9_999})
    void everyRowIsInOneSlice(long rows) {
        for (int wanted : new int[] {1, 2, 7, 1000, Integer.MAX_VALUE}) {
            Slicing slicing = Slicing.into(wanted, rows);
            long next = 0;
            for (Slicing.Slice slice : slicing.slices()) {
                assertEquals(next, slice.from());
                assertTrue(slice.to() > slice.from());
                next = slice.to();
            }
            assertEquals(rows, next);
            assertEquals(slicing.count(), slicing.slices().size());
            assertEquals(Math.min(wanted, rows), slicing.count());
        }
    }

    @Test
    void fewLongRowsAreSpreadEvenly() {
        assertEquals(
                List.of(new Slicing.Slice(0, 10), new Slicing.Slice(10, 20)),
                Slicing.of(20, 2e10, 2).slices());
        assertEquals(
                List.of(new Slicing.Slice(0, 1), new Slicing.Slice(1, 2)),
                Slicing.of(2, 2e9, 2).slices());
    }

    @Test
    void longSlicesFillTheLanes() {
        List<Slicing.Slice> slices = Slicing.of(10_000, 1e9, 2).slices();
        for (Slicing.Slice slice : slices.subList(0, slices.size() - 1)) {
            assertEquals(0, (slice.to() - slice.from()) % 256);
        }
    }
}
