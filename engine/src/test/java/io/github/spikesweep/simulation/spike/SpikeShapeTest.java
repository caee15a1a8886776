package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.SpikeCondition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeShapeTest {
    private static final double THRESHOLD = 0;

    private final SpikeTrain train = new SpikeTrain(false);
    private final ActionPotentials shapes = new ActionPotentials();
    private final SpikeObserver observer =
            new SpikeObserver(new SpikeCondition("v", THRESHOLD, THRESHOLD, 0, 10), train, Optional.of(shapes));
    private final StepCurve curve = new StepCurve();

    private void line(double from, double to, double v0, double v1) {
        double slope = (v1 - v0) / (to - from);
        curve.hermite(from, to, v0, slope, v1, slope);
        observer.observe(curve);
    }

    /** A step of v = −65 + 100 (1 − t²)², which rises from t = −1 on, peaks at 35 at t = 0 and is down at t = 1. */
    private void bump(double from, double to) {
        double h = to - from;
        double t = from;
        double rise = 1 - t * t;
        curve.polynomial(
                from,
                to,
                -65 + 100 * rise * rise,
                -400 * t * rise * h,
                (600 * t * t - 200) * h * h,
                400 * t * h * h * h,
                100 * h * h * h * h);
        observer.observe(curve);
    }

    /** The t at which the bump's slope −400 t (1 − t²) rises through 10: near −1, where −t (1 + t)(1 − t) = 0.025. */
    private static double bumpOnset() {
        double t = -1;
        for (int k = 0; k < 60; k++) {
            t = -1 + 0.025 / (-t * (1 - t));
        }
        return t;
    }

    private void assertBump(double relative) {
        double t = bumpOnset();
        double onset = -65 + 100 * (1 - t * t) * (1 - t * t);
        double middle = (onset + 35) / 2;
        double half = Math.sqrt(1 - Math.sqrt((middle + 65) / 100));
        assertEquals(1, train.count());
        assertEquals(35 - onset, shapes.meanAmplitude(), 100 * relative);
        assertEquals(2 * half, shapes.meanHalfWidth(), relative);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 41, 1000, 2000})
    void findsOnsetPeakAndWidthInStepsOfAnyLength(int steps) {
        for (int k = 0; k < steps; k++) {
            bump(-1 + 2.0 * k / steps, -1 + 2.0 * (k + 1) / steps);
        }
        // Since the onset the quartic is kept as cubics.
        assertBump(1.0 / steps / steps / steps);
        assertTrue(observer.isIdle());
    }

    @Test
    void findsOnsetPeakAndWidthInTwoSteps() {
        bump(-1, 0.1);
        assertFalse(observer.isIdle());
        bump(0.1, 1);
        double t = bumpOnset();
        assertEquals(100 - 100 * (1 - t * t) * (1 - t * t), shapes.meanAmplitude(), 1e-10);
        // The cubic across the whole rise: good to a few percent only.
        assertEquals(1.08, shapes.meanHalfWidth(), 0.05);
    }

    @Test
    void longUpstrokesAreThinnedOut() {
        int steps = 50_000;
        for (int k = 0; k < steps; k++) {
            bump(-1 + 2.0 * k / steps, -1 + 2.0 * (k + 1) / steps);
        }
        assertBump(1e-9);
    }

    @Test
    void theSpikeEndsAtTheReset() {
        line(0, 1, -65, -60);
        assertTrue(observer.isIdle());
        curve.hermite(1, 5, -60, 22.5, 30, 22.5);
        observer.observeReset(curve);
        assertTrue(observer.isIdle());
        // From the kink at −60, where the slope jumps, to 30; through −15 halfway in time.
        assertEquals(90, shapes.meanAmplitude(), 1e-12);
        assertEquals(2, shapes.meanHalfWidth(), 1e-12);
    }

    @Test
    void theNextSpikeMayBeginAtTheReset() {
        line(0, 1, -65, -60);
        for (int k = 0; k < 2; k++) {
            curve.hermite(1 + 4 * k, 5 + 4 * k, -60, 22.5, 30, 22.5);
            observer.observeReset(curve);
        }
        assertEquals(2, train.count());
        assertEquals(90, shapes.meanAmplitude(), 1e-12);
        assertEquals(2, shapes.meanHalfWidth(), 1e-12);
    }

    @Test
    void aStepOfAResettingModelWithoutResetEndsNothing() {
        line(0, 1, -65, -60);
        curve.hermite(1, 2, -60, 40, -20, 40);
        observer.observeReset(curve);
        assertFalse(observer.isIdle());
        assertEquals(Double.NaN, shapes.meanAmplitude());
    }

    @Test
    void aRunThatStartsSteepHasItsOnsetAtTheStart() {
        line(0, 1, -60, -20);
        line(1, 2, -20, 20);
        line(2, 3, 20, -60);
        assertEquals(80, shapes.meanAmplitude());
        assertEquals(1 + 0.5, shapes.meanHalfWidth(), 0.2);
    }

    @Test
    void aRiseThatWasOnAlreadyAfterTheTransientHasNoOnset() {
        assertFalse(observer.isIdle());
        line(10, 11, -60, -20);
        assertFalse(observer.isIdle());
        line(11, 12, -20, 20);
        line(12, 13, 20, -60);
        assertEquals(1, train.count());
        assertEquals(Double.NaN, shapes.meanAmplitude());
        assertTrue(observer.isIdle());
    }

    @Test
    void aSlowRiseHasNoOnset() {
        line(0, 20, -65, 20);
        line(20, 21, 20, -65);
        assertEquals(1, train.count());
        assertEquals(Double.NaN, shapes.meanAmplitude());
        assertEquals(Double.NaN, shapes.meanHalfWidth());
    }

    @Test
    void aHumpBeforeTheSpikeIsNotItsOnset() {
        line(0, 1, -65, -65);
        line(1, 2, -65, -40); // steep
        line(2, 3, -40, -45);
        assertTrue(observer.isIdle());
        line(3, 13, -45, 10); // slow
        line(13, 14, 10, -65);
        assertEquals(1, train.count());
        assertEquals(Double.NaN, shapes.meanAmplitude());
    }

    @Test
    void theLastOfSeveralOnsetsCounts() {
        line(0, 1, -65, -65);
        line(1, 2, -65, -50);
        line(2, 4, -50, -45);
        line(4, 5, -45, 35);
        line(5, 6, 35, -65);
        assertEquals(80, shapes.meanAmplitude(), 1e-12);
        assertEquals(0.5 + 0.4, shapes.meanHalfWidth(), 1e-12);
    }

    @Test
    void crossingsThatDoNotCountHaveNoShape() {
        SpikeObserver refractory =
                new SpikeObserver(new SpikeCondition("v", THRESHOLD, THRESHOLD, 100, 10), train, Optional.of(shapes));
        for (int k = 0; k < 4; k++) {
            double top = k == 0 ? 35 : 500;
            double t = 3 * k;
            curve.hermite(t, t + 1, -65, 0, -65, 0);
            refractory.observe(curve);
            curve.hermite(t + 1, t + 2, -65, top + 65, top, top + 65);
            refractory.observe(curve);
            curve.hermite(t + 2, t + 3, top, -top - 65, -65, -top - 65);
            refractory.observe(curve);
        }
        assertEquals(1, train.count());
        assertEquals(100, shapes.meanAmplitude(), 1e-12);
        assertEquals(1, shapes.meanHalfWidth(), 1e-12);
    }

    @Test
    void anUnfinishedSpikeAddsOnlyWhatIsKnown() {
        line(0, 1, -65, -65);
        line(1, 2, -65, 35);
        assertEquals(Double.NaN, shapes.meanAmplitude());
        line(2, 3, 35, 20);
        assertEquals(100, shapes.meanAmplitude(), 1e-12);
        assertEquals(Double.NaN, shapes.meanHalfWidth());
        assertFalse(observer.isIdle());
    }

    @Test
    void spikesThatMergeLeaveTheFirstWidthUnknown() {
        line(0, 1, -65, -65);
        line(1, 2, -65, 45);
        line(2, 3, 45, -5); // below the threshold, but above the middle, which is −10
        line(3, 4, -5, 45);
        line(4, 5, 45, -65);
        assertEquals(2, train.count());
        assertEquals((110 + 50) / 2.0, shapes.meanAmplitude(), 1e-12);
        assertEquals(0.5 + 25.0 / 110, shapes.meanHalfWidth(), 1e-12); // through 20
    }

    @Test
    void mapsHaveNoShapes() {
        for (int k = 0; k < 4; k++) {
            curve.jump(2 * k, 2 * k + 1, -65, 35);
            observer.observe(curve);
            curve.jump(2 * k + 1, 2 * k + 2, 35, -65);
            observer.observe(curve);
            assertTrue(observer.isIdle());
        }
        assertEquals(4, train.count());
        assertEquals(Double.NaN, shapes.meanAmplitude());
        assertEquals(Double.NaN, shapes.meanHalfWidth());
    }

    @Test
    void everyPartIsFoundInOneStep() {
        line(0, 1, -65, -65);
        // Up from rest, over the threshold and a little back, in one step: slope 0 at θ = 0 and at 2/3, v = c (θ² −
        // θ³).
        double c = 600;
        curve.polynomial(1, 2, -65, 0, c, -c, 0);
        curve.endAt(-65);
        observer.observe(curve);
        assertEquals(0, train.count()); // it ends below the threshold: no crossing
        curve.polynomial(2, 2.9, -65, 0, c * 0.81, -c * 0.729, 0);
        observer.observe(curve);
        assertEquals(0, train.count());
        curve.polynomial(3, 3.8, -65, 0, c * 0.64, -c * 0.512, 0);
        observer.observe(curve);
        assertEquals(1, train.count());
        // The slope c (2θ − 3θ²) rises through 10 first.
        double onset = (1 - Math.sqrt(1 - 3 * 10 / c)) / 3;
        double foot = c * onset * onset * (1 - onset);
        assertEquals(c * 4 / 27 - foot, shapes.meanAmplitude(), 1e-10);
        assertEquals(Double.NaN, shapes.meanHalfWidth());
        line(3.8, 4.8, -65 + c * 0.128, -65);
        double middle = (c * 4 / 27 + foot) / 2;
        double up = root(middle / c, onset, 2.0 / 3);
        double down = 0.8 + (c * 0.128 - middle) / (c * 0.128);
        assertEquals(down - up, shapes.meanHalfWidth(), 1e-10);
    }

    /** Where θ² − θ³, which rises from {@code low} to {@code high}, has this value. */
    private static double root(double value, double low, double high) {
        double left = low;
        double right = high;
        for (int k = 0; k < 60; k++) {
            double theta = (left + right) / 2;
            if (theta * theta * (1 - theta) < value) {
                left = theta;
            } else {
                right = theta;
            }
        }
        return left;
    }

    @Test
    void aFlatVariableIsIdle() {
        for (int k = 0; k < 10; k++) {
            line(k, k + 1, THRESHOLD, THRESHOLD);
            assertTrue(observer.isIdle());
        }
        assertEquals(0, train.count());
    }
}
