package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepCurveTest {
    private static final double[] AWKWARD = {
        0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1e-300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final StepCurve curve = new StepCurve();

    @Test
    void hermiteKeepsValuesAndSlopesAtTheEnds() {
        curve.hermite(2, 2.5, -60.1, 7, 12.3, -40);
        assertEquals(-60.1, curve.value(0));
        assertEquals(12.3, curve.value(1));
        assertEquals(7, curve.slope(0));
        assertEquals(-40, curve.slope(1));
        assertEquals(7, curve.slope(1e-12), 1e-8);
        assertEquals(-40, curve.slope(1 - 1e-12), 1e-8);
        assertEquals(12.3, curve.value(1 - 1e-12), 1e-9);
    }

    @Test
    void quadraticEndsAtItsValue() {
        // v = 3 + 4 t + 5 t² from t = 0 to 2.
        curve.hermite(0, 2, 3, 4, 31, 24);
        assertEquals(12, curve.value(0.5), 1e-14);
        assertEquals(24, curve.slope(1), 1e-14);
        assertEquals(1, curve.timeOfRise(12), 1e-15);
    }

    @Test
    void jumpHappensAtTheEnd() {
        curve.jump(7, 8, -1, 2);
        assertEquals(8, curve.timeOfRise(0));
        assertEquals(-1, curve.value(0.999));
        assertEquals(2, curve.value(1));
        assertEquals(0, curve.slope(0.5));
        assertEquals(0, curve.slope(1));
    }

    @Test
    void findsTheFirstOfThreeRisesOfAQuartic() {
        // (θ − 0.1)(θ − 0.4)(θ − 0.5)(θ + 1) rises at 0.1? It falls there: take its negative, which rises at 0.1 and
        // 0.5.
        double[] c = product(0.1, 0.4, 0.5, -1);
        curve.polynomial(10, 20, c[0], c[1], c[2], c[3], c[4]);
        assertEquals(11, curve.timeOfRise(0), 1e-13);
        assertEquals(0.4, curve.fall(0, 0.2), 1e-14);
        assertEquals(1, curve.fall(0, 0.5), 1e-14);
    }

    private static double[] product(double... roots) {
        double[] c = {1, 0, 0, 0, 0};
        for (double root : roots) {
            for (int k = 4; k >= 0; k--) {
                c[k] = (k > 0 ? c[k - 1] : 0) - root * c[k];
            }
        }
        return c;
    }

    @Test
    void findsPeakAndSteepening() {
        // v = 16 θ² (1 − θ)²: slope 32 θ (1 − θ)(1 − 2θ), per unit of time a tenth of that.
        curve.polynomial(0, 10, 0, 0, 16, -32, 16);
        assertEquals(0.5, curve.peak(0.01), 1e-15);
        double theta = curve.steepening(0.1, 0.5);
        assertEquals(1, 32 * theta * (1 - theta) * (1 - 2 * theta), 1e-13);
        assertTrue(theta < 0.1);
        assertEquals(Double.NaN, curve.steepening(0.31, 1)); // the steepest is 16/(3√3)/10 = 0.3079
        assertEquals(0.2113, curve.steepening(0.3079, 1), 3e-3);
    }

    @Test
    void timeOfRiseIsAccurateToTheLastDigits() {
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 10_000; k++) {
            double root = random.nextDouble();
            double width = 0.1 + random.nextDouble();
            // (θ − root)((θ − root)² + width²) rises through 0 at its only root.
            double c1 = 3 * root * root + width * width;
            double c0 = -root * (root * root + width * width);
            curve.polynomial(0, 1, c0, c1, -3 * root, 1, 0);
            // The coefficients are rounded too; the slope at the root is width².
            assertEquals(root, curve.timeOfRise(0), 4e-16 * (1 + c1) / (width * width));
        }
    }

    @Test
    void hermiteHasErrorOfOrderFour() {
        double coarse = sineError(0.2);
        double fine = sineError(0.1);
        assertEquals(4, Math.log(coarse / fine) / Math.log(2), 0.3);
        assertTrue(fine < 1e-6, "" + fine);
    }

    /** The largest error of the times at which a sine rises through 0.3, over positions of the step. */
    private double sineError(double step) {
        double truth = Math.asin(0.3);
        double worst = 0;
        for (int k = 1; k < 20; k++) {
            double from = truth - step * k / 20;
            double to = from + step;
            curve.hermite(from, to, Math.sin(from), Math.cos(from), Math.sin(to), Math.cos(to));
            worst = Math.max(worst, Math.abs(curve.timeOfRise(0.3) - truth));
        }
        return worst;
    }

    @Test
    void ofTwoStepsThatMeetExactlyOneCrosses() {
        curve.polynomial(0, 1, 0.1, 0.2, 0.3, 0.4, 0.5);
        double level = 1.5;
        curve.endAt(level);
        assertEquals(level, curve.value(1));
        assertEquals(1, curve.timeOfRise(level), 1e-15);
        curve.hermite(0, 0.1, 0.3 - 0.1, 1, 0.1 + 0.2, 1);
        assertEquals(0.1 + 0.2, curve.value(1));
        assertEquals(0.1, curve.timeOfRise(0.1 + 0.2), 1e-15);
    }

    @Test
    void theValuesAtTheEndsAreThoseGivenEvenIfInfinite() {
        curve.hermite(0, 1, -1, 2, Double.POSITIVE_INFINITY, 3);
        assertEquals(-1, curve.value(0));
        assertEquals(Double.POSITIVE_INFINITY, curve.value(1));
        curve.hermite(0, 1, -1, Double.NaN, 5, 3);
        assertEquals(-1, curve.value(0));
        assertEquals(5, curve.value(1));
    }

    @Test
    void everyTimeLiesInTheStep() {
        SplittableRandom random = new SplittableRandom(9);
        for (int k = 0; k < 200_000; k++) {
            double v0 = any(random);
            double v1 = any(random);
            double level = any(random);
            switch (k % 3) {
                case 0 -> curve.hermite(3, 3.1, v0, any(random), v1, any(random));
                case 1 -> curve.polynomial(3, 3.1, v0, any(random), any(random), any(random), any(random));
                default -> curve.jump(3, 3.1, v0, v1);
            }
            double rise = curve.timeOfRise(level);
            assertTrue(rise >= 3 && rise <= 3.1, "" + rise);
            assertInside(curve.fall(level, 0.25), 0.25);
            assertInside(curve.peak(0.75), 0.75);
            double steepening = curve.steepening(level, 0.5);
            assertTrue(Double.isNaN(steepening) || (steepening >= 0 && steepening <= 0.5), "" + steepening);
        }
    }

    /** The turns of a higher degree are found in another way. */
    @Test
    void aHighDegreeFindsWhatAQuarticFinds() {
        StepCurve high = new StepCurve(16);
        SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < 2000; k++) {
            double[] c = random.doubles(5, -1, 1).toArray();
            curve.polynomial(3, 3.1, c);
            high.polynomial(3, 3.1, c);
            double level = random.nextDouble(-1, 1);
            assertEquals(curve.rise(level), high.rise(level), 1e-9);
            assertEquals(curve.fall(level, 0.2), high.fall(level, 0.2), 1e-9);
            assertEquals(curve.peak(0.1), high.peak(0.1), 1e-9);
        }
    }

    @Test
    void aHighDegreeStaysInsideWhateverItsCoefficients() {
        StepCurve high = new StepCurve(16);
        SplittableRandom random = new SplittableRandom(9);
        for (int k = 0; k < 5000; k++) {
            double[] c = new double[17];
            for (int power = 0; power < c.length && k % 3 > 0; power++) {
                c[power] = k % 3 == 1 ? any(random) : random.nextDouble(-1, 1) * Math.pow(0.2, power);
            }
            high.polynomial(3, 3.1, c);
            assertInside(high.fall(any(random), 0.25), 0.25);
            assertInside(high.peak(0.75), 0.75);
            assertInside(high.trough(), 0);
        }
    }

    private static double any(SplittableRandom random) {
        return random.nextBoolean() ? AWKWARD[random.nextInt(AWKWARD.length)] : random.nextDouble(-100, 100);
    }

    private static void assertInside(double theta, double least) {
        assertTrue(theta >= least && theta <= 1, "" + theta);
    }
}
