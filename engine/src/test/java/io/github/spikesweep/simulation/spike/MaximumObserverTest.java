package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaximumObserverTest {
    private static double[] found(double height, double step, double... values) {
        MaximumObserver observer = new MaximumObserver(height, step);
        for (int k = 0; k < values.length; k++) {
            observer.add(k, values[k]);
        }
        return observer.found().times();
    }

    @Test
    void aMaximumIsRisenToAndFallenFrom() {
        assertArrayEquals(new double[] {2}, found(1, 0, 0, 1, 2, 1));
        // The first fall and the last rise are not known to be complete.
        assertArrayEquals(new double[] {}, found(1, 0, 2, 1, 0, 1, 2));
        assertArrayEquals(new double[] {4}, found(1, 0, 2, 1, 0, 1, 2, 0));
        // A notch that is not deep enough divides nothing, one that is does.
        assertArrayEquals(new double[] {4}, found(1, 0, 0, 2, 1.5, 2, 3, 1));
        assertArrayEquals(new double[] {1, 4}, found(0.5, 0, 0, 2, 1.5, 2, 3, 1));
        // Of equal values it is the first.
        assertArrayEquals(new double[] {1}, found(1, 0, 0, 2, 2, 2, 0));
    }

    @Test
    void itsTimeIsTheVertexOfAParabola() {
        double[] values = IntStream.range(0, 9)
                .mapToDouble(k -> 10 - (k - 4.25) * (k - 4.25))
                .toArray();
        assertArrayEquals(new double[] {4.25}, found(1, 1, values), 1e-12);
        // Between two equal values it is in the middle.
        assertArrayEquals(new double[] {1.5}, found(1, 1, 0, 2, 2, 0));
    }

    /** Of each value in turn: whether there are lower ones by the height on both sides before a higher one. */
    @Test
    void findsThoseOfTheDefinition() {
        Random random = new Random(5);
        int most = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] values = random.ints(60, 0, trial % 2 == 0 ? 6 : 100)
                    .mapToDouble(value -> value / 7.0)
                    .toArray();
            double height = (1 + random.nextInt(5)) * (trial % 2 == 0 ? 1 : 20) / 7.0;
            double[] expected = IntStream.range(0, values.length)
                    .filter(m -> falls(values, m, height, -1) && falls(values, m, height, 1))
                    .mapToDouble(m -> m)
                    .toArray();
            assertArrayEquals(expected, found(height, 0, values));
            most = Math.max(most, expected.length);
        }
        assertTrue(most > 10);
    }

    private static boolean falls(double[] values, int from, double height, int way) {
        for (int k = from + way; k >= 0 && k < values.length; k += way) {
            boolean exceeds = way < 0 ? values[k] >= values[from] : values[k] > values[from];
            if (exceeds) {
                return false;
            }
            if (values[k] <= values[from] - height) {
                return true;
            }
        }
        return false;
    }

    @Test
    void valuesThatAreNoNumbersEndIt() {
        assertEquals(1, found(1, 1, 0, 2, 0, Double.NaN, Double.NaN, 0, 0).length);
    }
}
