package io.github.spikesweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.plot.rows.RowGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void everyValueIsInABin() {
        Random random = new Random(1);
        for (int size = 2; size < 300; size += 7) {
            double[] values = random.doubles(size, -3, 1e4).toArray();
            Bins bins = bins(values);
            assertEquals(size, Arrays.stream(bins.counts(values, rows(size))).sum());
            for (double value : values) {
                assertTrue(value >= bins.low() && value <= bins.high(), value + " " + bins);
            }
            assertTrue(bins.count() <= 100, bins::toString);
        }
    }

    /** Otherwise every other bin would be higher, for no reason in the data. */
    @Test
    void frequenciesMadeOfCountsAreEvenlySpreadOverBins() {
        for (int step = 1; step <= 7; step++) {
            double unit = step / 0.9;
            double[] values =
                    IntStream.range(0, 4000).mapToDouble(i -> unit * (i % 40)).toArray();
            Bins bins = bins(values);
            int[] counts = bins.counts(values, rows(values.length));
            assertEquals(Math.rint(bins.width() / unit), bins.width() / unit, 1e-6, bins::toString);
            assertEquals(-unit / 2, bins.low(), 1e-9);
            int first = counts[0];
            assertTrue(IntStream.range(0, counts.length - 1).allMatch(i -> counts[i] == first), bins::toString);
        }
    }

    @Test
    void theNarrowestGroupDecides() {
        double[] values = IntStream.range(0, 2000)
                .mapToDouble(i -> i < 1000 ? i / 1000.0 : 50 + (i * 7919L) % 1000 / 1000.0)
                .toArray();
        List<RowGroups.Group> groups = List.of(
                new RowGroups.Group("a", IntStream.range(0, 1000).toArray()),
                new RowGroups.Group("b", IntStream.range(1000, 2000).toArray()));
        assertTrue(
                Bins.of(values, groups).width() < 1.5,
                () -> Bins.of(values, groups).toString());
    }

    @Test
    void rowsWithoutAValueAreInNone() {
        double[] values = {1, Double.NaN, 2, 3};
        assertEquals(3, Arrays.stream(bins(values).counts(values, rows(4))).sum());
    }

    private static Bins bins(double... values) {
        return Bins.of(values, List.of(new RowGroups.Group("", rows(values.length))));
    }

    private static int[] rows(int count) {
        return IntStream.range(0, count).toArray();
    }
}
