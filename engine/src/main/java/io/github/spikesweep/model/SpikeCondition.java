package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * What counts as a spike: a crossing of the threshold, that is, for spikes that point up, previous value &lt; threshold ≤ new value,
 * unless it is too soon after the last spike.
 *
 * @param variable the variable that crosses
 * @param direction which way it crosses
 * @param threshold the level, in the variable's unit
 * @param rearm the level, not beyond the threshold, to which the variable must have come back since the last spike; the threshold
 *     itself if any crossing counts
 * @param refractory the time after a spike in which no other counts, in the model's unit of time
 * @param onsetSlope the slope of the variable, per unit of time, from which on an action potential has begun; of the negative variable
 *     if spikes point down
 */
public record SpikeCondition(
        String variable, SpikeDirection direction, double threshold, double rearm, double refractory, double onsetSlope)
        implements Serializable {
    /** The default onset slope: 10 mV/ms, as in eFEL. */
    public static final double USUAL_ONSET_SLOPE = 10;

    public SpikeCondition {
        boolean rearmed = direction.sign() * rearm <= direction.sign() * threshold;
        if (!rearmed || !(refractory >= 0) || !(onsetSlope > 0)) {
            throw new IllegalArgumentException("rearm not beyond the threshold, refractory ≥ 0, onset slope > 0: "
                    + rearm + ", " + refractory + ", " + onsetSlope);
        }
    }

    /** Spikes that point up. */
    public SpikeCondition(String variable, double threshold, double rearm, double refractory, double onsetSlope) {
        this(variable, SpikeDirection.UP, threshold, rearm, refractory, onsetSlope);
    }

    /** Every upward crossing. */
    public static SpikeCondition crossing(String variable, double threshold) {
        return new SpikeCondition(variable, threshold, threshold, 0, USUAL_ONSET_SLOPE);
    }

    /** The same spikes as those of the variable times the direction's sign, which point up. */
    public SpikeCondition upward() {
        double sign = direction.sign();
        return new SpikeCondition(variable, sign * threshold, sign * rearm, refractory, onsetSlope);
    }

    /** The same with the threshold at another level, beyond which {@code rearm} does not stay. */
    public SpikeCondition at(double level) {
        double sign = direction.sign();
        double back = rearm == threshold ? level : sign * Math.min(sign * rearm, sign * level);
        return new SpikeCondition(variable, direction, level, back, refractory, onsetSlope);
    }

    /** Whether a value of the variable is on the side of the threshold where it is between spikes. */
    public boolean isBefore(double value) {
        return direction.sign() * value < direction.sign() * threshold;
    }

    /** Whether a value of the variable is at the threshold or beyond it. */
    public boolean isReached(double value) {
        return direction.sign() * value >= direction.sign() * threshold;
    }
}
