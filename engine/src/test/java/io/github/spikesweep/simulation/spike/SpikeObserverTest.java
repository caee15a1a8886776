package io.github.spikesweep.simulation.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.SpikeCondition;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpikeObserverTest {
    private final SpikeTrain train = new SpikeTrain(true);
    private final StepCurve curve = new StepCurve();

    private SpikeObserver observer(double rearm, double refractory) {
        SpikeCondition condition = new SpikeCondition("v", 0, rearm, refractory, 10);
        return new SpikeObserver(condition, train, Optional.empty());
    }

    /** Steps of length 1 from time 0, linear between the values. */
    private void observe(SpikeObserver observer, double... values) {
        for (int k = 1; k < values.length; k++) {
            double slope = values[k] - values[k - 1];
            curve.hermite(k - 1, k, values[k - 1], slope, values[k], slope);
            observer.observe(curve);
        }
    }

    @Test
    void everyCrossingCountsWhereNothingMoreIsAsked() {
        SpikeObserver observer = observer(0, 0);
        observe(observer, -1, 1, -1, 3, 1, -1e-9, 1);
        assertArrayEquals(new double[] {0.5, 2.25, 5}, train.times(), 1e-8);
        assertTrue(observer.isArmed());
        assertTrue(observer.isIdle());
    }

    @Test
    void reachingTheThresholdIsACrossingAndLeavingItIsNot() {
        observe(observer(0, 0), -1, 0, 0, 1, 0, 0, -1, 0, -1);
        assertArrayEquals(new double[] {1, 7}, train.times());
    }

    @Test
    void crossingsCountOnlyAfterTheValueWasDown() {
        SpikeObserver observer = observer(-5, 0);
        observe(observer, -1, 1, -1, 1); // armed at the start
        assertFalse(observer.isArmed());
        assertEquals(1, train.count());
        curve.hermite(3, 4, 1, -6, -5, -6);
        observer.observe(curve);
        assertTrue(observer.isArmed());
        curve.hermite(4, 5, -5, 10, 5, 10);
        observer.observe(curve);
        assertArrayEquals(new double[] {0.5, 4.5}, train.times(), 1e-15);
    }

    @Test
    void armsAtTheStartOfAStepThatFollowsAGap() {
        SpikeObserver observer = observer(-5, 0);
        observe(observer, -1, 1);
        curve.jump(20, 21, -6, 1);
        observer.observe(curve);
        assertArrayEquals(new double[] {0.5, 21}, train.times(), 1e-15);
        assertFalse(observer.isArmed());
    }

    @Test
    void crossingsSoonAfterACountedOneAreIgnored() {
        observe(observer(0, 2), -1, 1, -1, 1, -1, 1, -1, 1);
        // At 0.5, 2.5, 4.5, 6.5: exactly the refractory time apart, which is enough.
        assertEquals(4, train.count());
        SpikeTrain sparse = new SpikeTrain(true);
        SpikeObserver observer = new SpikeObserver(new SpikeCondition("v", 0, 0, 2.5, 10), sparse, Optional.empty());
        observe(observer, -1, 1, -1, 1, -1, 1, -1, 1);
        assertArrayEquals(new double[] {0.5, 4.5}, sparse.times(), 1e-15);
    }

    @Test
    void countsTheSpikesOfAModelThatResets() {
        SpikeObserver observer = observer(-5, 0);
        for (int k = 0; k < 3; k++) {
            curve.hermite(k, k + 1, -10, 1, 30, 79);
            observer.observeReset(curve);
            assertFalse(observer.isArmed());
        }
        assertEquals(3, train.count());
        // −10 + θ + 39 θ² = 0
        assertEquals(2 + (Math.sqrt(1 + 4 * 39 * 10) - 1) / 78, train.last(), 1e-15);
    }

    @Test
    void mapsSpikeAtTheEndOfTheStep() {
        SpikeObserver observer = observer(0, 0);
        curve.jump(4, 5, -1, 2);
        observer.observeReset(curve);
        assertArrayEquals(new double[] {5}, train.times());
    }

    @Test
    void valuesThatAreNoNumberAreNoSpikes() {
        observe(observer(0, 0), -1, Double.NaN, 1, Double.NaN, -1, Double.NEGATIVE_INFINITY);
        assertEquals(0, train.count());
    }

    @Test
    void awkwardStepsNeitherThrowNorHang() {
        double[] awkward = {0, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 5, -5};
        SplittableRandom random = new SplittableRandom(3);
        SpikeObserver observer =
                new SpikeObserver(new SpikeCondition("v", 0, -1, 1, 10), train, Optional.of(new ActionPotentials()));
        for (int k = 0; k < 100_000; k++) {
            double[] pick = random.ints(4, 0, awkward.length)
                    .mapToDouble(i -> awkward[i])
                    .toArray();
            curve.hermite(k, k + 1, pick[0], pick[1], pick[2], pick[3]);
            if (random.nextBoolean()) {
                observer.observe(curve);
            } else {
                observer.observeReset(curve);
            }
        }
        double[] times = train.times();
        assertTrue(times.length > 100);
        for (int k = 1; k < times.length; k++) {
            assertTrue(times[k] >= times[k - 1] + 1, times[k - 1] + ", " + times[k]);
        }
    }
}
