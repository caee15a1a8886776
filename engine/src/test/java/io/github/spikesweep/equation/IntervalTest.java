package io.github.spikesweep.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private final SplittableRandom random = new SplittableRandom(1);

    private Interval interval() {
        double a = random.nextDouble(-3, 3);
        return new Interval(a, a + random.nextDouble(2));
    }

    private double in(Interval interval) {
        return interval.low() + random.nextDouble() * (interval.high() - interval.low());
    }

    @Test
    void quotientsAndPowersAreHeld() {
        for (int k = 0; k < 10_000; k++) {
            Interval a = interval();
            Interval b = interval();
            double x = in(a);
            assertHeld(a.over(b), x / in(b));
            for (double exponent : new double[] {-3, -2, -1, -0.5, 0.5, 1, 1.5, 2, 3, 4}) {
                double power = StrictMath.pow(x, exponent);
                if (!Double.isNaN(power)) {
                    assertHeld(a.power(exponent), power);
                }
            }
        }
    }

    private static void assertHeld(Interval interval, double value) {
        double room = 1e-12 * Math.abs(value);
        assertTrue(interval.low() - room <= value && value <= interval.high() + room, value + " in " + interval);
    }

    @Test
    void powersAreTight() {
        assertEquals(new Interval(0, 9), new Interval(-2, 3).power(2));
        assertEquals(new Interval(-8, 27), new Interval(-2, 3).power(3));
        assertEquals(new Interval(1.0 / 9, 1.0 / 4), new Interval(2, 3).power(-2));
        assertEquals(Interval.ANY, new Interval(-2, 3).power(-1));
        assertEquals(Interval.ANY, new Interval(-2, 3).over(new Interval(-1, 1)));
    }
}
