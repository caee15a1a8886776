package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstrokeTest {
    private final Upstroke upstroke = new Upstroke();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 2047, 2048, 2049, 3071, 3072, 3073, 100_000})
    void keepsBoundedlyManySamplesOfACubic(int samples) {
        // v = t³ + t from t = 0 to 1; cubics between any samples of it are exact.
        upstroke.start(0, 0, 1);
        for (int k = 1; k <= samples; k++) {
            double t = (double) k / samples;
            upstroke.add(t, t * t * t + t, 3 * t * t + 1);
            assertTrue(upstroke.size() <= 2048);
        }
        assertEquals(0, upstroke.onsetValue());
        for (int k = 1; k <= 10; k++) {
            double t = k / 10.0;
            assertEquals(t, upstroke.timeOfRise(t * t * t + t), 1e-13);
        }
        assertEquals(Double.NaN, upstroke.timeOfRise(2.1));
    }

    @Test
    void samplesStayEvenlySpread() {
        int samples = 100_000;
        upstroke.start(0, 0, 1);
        for (int k = 1; k <= samples; k++) {
            double t = 1.5 * k / samples;
            upstroke.add(t, Math.sin(t), Math.cos(t));
        }
        // A thousand pieces or more: none is longer than 1.5e-3, and the error of cubics is its fourth power over 384.
        for (int k = 1; k < 100; k++) {
            assertEquals(Math.asin(k / 100.0), upstroke.timeOfRise(k / 100.0), 1e-13);
        }
    }

    @Test
    void knowsNothingBeforeAnOnset() {
        upstroke.add(1, 2, 3);
        upstroke.bend(4);
        assertTrue(upstroke.isEmpty());
        assertEquals(Double.NaN, upstroke.timeOfRise(2));
        upstroke.start(1, 2, 3);
        assertFalse(upstroke.isEmpty());
        upstroke.clear();
        assertTrue(upstroke.isEmpty());
    }

    @Test
    void theSlopeMayDifferBeforeAndAfterASample() {
        upstroke.start(0, 0, 1);
        upstroke.add(1, 1, 1);
        upstroke.bend(9);
        upstroke.add(2, 10, 9);
        assertEquals(0.25, upstroke.timeOfRise(0.25), 1e-15);
        assertEquals(1.25, upstroke.timeOfRise(3.25), 1e-15);
    }
}
