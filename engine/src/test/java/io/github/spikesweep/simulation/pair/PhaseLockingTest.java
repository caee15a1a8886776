package io.github.spikesweep.simulation.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Phases by hand: φ is the part of the interval that has passed. */
class PhaseLockingTest {
    private static final double EXACT = 1e-15;
    private static final double[] CLOCK = {0, 10, 20, 30};

    @Test
    void equalPhasesLock() {
        assertClose(0.25, 1, PhaseLocking.of(CLOCK, new double[] {2.5, 12.5, 22.5}));
        assertClose(0.75, 1, PhaseLocking.of(CLOCK, new double[] {7.5, 17.5, 27.5}));
        assertClose(0.5, 1, PhaseLocking.of(CLOCK, new double[] {5, 15, 25}));
    }

    /** A spike at that of the other cell begins an interval; at the last one there is none to begin. */
    @Test
    void spikesTogetherHavePhaseZero() {
        PhaseLocking together = PhaseLocking.of(CLOCK, CLOCK);
        assertEquals(0, together.phase());
        assertEquals(1, together.length());
    }

    /** Of 0 and 0.25 the vectors are (1, 0) and (0, 1): the mean is (1/2, 1/2), an eighth of a turn and √½ long. */
    @Test
    void meanIsThatOfVectors() {
        assertClose(0.125, Math.sqrt(0.5), PhaseLocking.of(CLOCK, new double[] {0, 12.5, 40}));
        // 0, 0.25 and 0.5 sum to (0, 1).
        assertClose(0.25, 1.0 / 3, PhaseLocking.of(CLOCK, new double[] {0, 12.5, 25}));
    }

    /** The mean of 0.9 and 0.2 goes over 0, and is no number between them. */
    @Test
    void meanGoesAround() {
        assertClose(0.05, Math.cos(2 * Math.PI * 0.15), PhaseLocking.of(CLOCK, new double[] {9, 12, 99}));
        assertClose(0.95, Math.cos(2 * Math.PI * 0.15), PhaseLocking.of(CLOCK, new double[] {8, 11, 99}));
    }

    @Test
    void oppositePhasesCancel() {
        assertEquals(0, PhaseLocking.of(CLOCK, new double[] {1, 16, 99}).length(), EXACT);
    }

    /** Each spike has the phase of its own interval. */
    @Test
    void intervalsMayDiffer() {
        assertClose(0.5, 1, PhaseLocking.of(new double[] {0, 2, 10, 11}, new double[] {1, 6, 10.5}));
        assertClose(
                0.5, Math.cos(0.2 * Math.PI), PhaseLocking.of(new double[] {0, 10, 20}, new double[] {4, 6, 14, 16}));
    }

    @Test
    void spikesOutsideHaveNone() {
        assertClose(0.25, 1, PhaseLocking.of(CLOCK, new double[] {-7, -1, 12.5, 30, 31}));
    }

    @Test
    void fewSpikesHaveNone() {
        double[] two = {3, 13};
        assertNone(PhaseLocking.of(CLOCK, two));
        assertNone(PhaseLocking.of(two, CLOCK));
        assertNone(PhaseLocking.of(CLOCK, new double[0]));
        assertNone(PhaseLocking.of(CLOCK, new double[] {40, 50, 60}));
    }

    /** Bounds hold where rounding decides. */
    @Test
    void isWithinItsBounds() {
        for (int parts = 1; parts < 200; parts++) {
            double shift = parts / 199.0;
            double[] first = IntStream.range(0, 50).mapToDouble(i -> i * 0.1).toArray();
            double[] second =
                    Arrays.stream(first).map(time -> time + 0.1 * shift).toArray();
            PhaseLocking locking = PhaseLocking.of(first, second);
            assertTrue(locking.phase() >= 0 && locking.phase() < 1, locking::toString);
            assertTrue(locking.length() >= 0 && locking.length() <= 1, locking::toString);
        }
    }

    private static void assertClose(double phase, double length, PhaseLocking found) {
        assertEquals(phase, found.phase(), EXACT);
        assertEquals(length, found.length(), EXACT);
    }

    private static void assertNone(PhaseLocking locking) {
        assertEquals(Double.NaN, locking.phase());
        assertEquals(Double.NaN, locking.length());
    }
}
