package io.github.spikesweep.plot.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    @Test
    void aShortCurveIsKeptAsItIs() {
        Envelope curve = new Envelope();
        for (int i = 0; i < 4096; i++) {
            curve.add(0.5 * i, (i * 37) % 101);
        }
        double[][] points = curve.points();
        assertArrayEquals(IntStream.range(0, 4096).mapToDouble(i -> 0.5 * i).toArray(), points[0]);
        assertArrayEquals(
                IntStream.range(0, 4096).mapToDouble(i -> (i * 37) % 101).toArray(), points[1]);
    }

    /** Wherever a single value stands out, it is still there. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 123_457, 999_998, 999_999})
    void noPeakIsLost(int place) {
        Envelope curve = new Envelope();
        for (int i = 0; i < 1_000_000; i++) {
            curve.add(i, i == place ? 1000 : -(i % 17));
        }
        double[][] points = curve.points();
        int peak = IntStream.range(0, points[1].length)
                .filter(i -> points[1][i] == 1000)
                .findFirst()
                .orElseThrow();
        assertEquals(place, points[0][peak]);
        assertEquals(new Range(-16, 1000), curve.range());
        assertEquals(1_000_000, curve.count());
    }

    @Test
    void aLongCurveHasItsSmallestAndLargestValueInEveryStretch() {
        int count = 100_003;
        double[] values = IntStream.range(0, count)
                .mapToDouble(i -> 100 * Math.sin(i / 5000.0) + i % 1009 / 10.0)
                .toArray();
        Envelope curve = new Envelope();
        for (int i = 0; i < count; i++) {
            curve.add(i, values[i]);
        }
        double[][] points = curve.points();
        assertTrue(points[0].length <= 2 * 4096 + 2, () -> points[0].length + " points");
        assertEquals(0, points[0][0]);
        assertEquals(count - 1, points[0][points[0].length - 1]);
        for (int i = 1; i < points[0].length; i++) {
            assertTrue(points[0][i - 1] < points[0][i]);
        }
        // 100,003 points in at most 4096 stretches: each has 32, from the first point on.
        for (int from = 0; from + 32 <= count; from += 32) {
            int first = from;
            double[] of = IntStream.range(0, points[0].length)
                    .filter(i -> points[0][i] >= first && points[0][i] < first + 32)
                    .mapToDouble(i -> points[1][i])
                    .toArray();
            double[] all = Arrays.copyOfRange(values, from, from + 32);
            assertEquals(Arrays.stream(all).min(), Arrays.stream(of).min());
            assertEquals(Arrays.stream(all).max(), Arrays.stream(of).max());
        }
    }
}
