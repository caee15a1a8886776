package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * What counts as a spike: an upward crossing, that is previous value &lt; threshold ≤ new value, unless it is too soon after
 * the last spike.
 *
 * @param variable the variable that crosses
 * @param threshold the level, in the variable's unit
 * @param rearm the level, at most the threshold, to which the variable must have come down since the last spike; the threshold
 *     itself if any crossing counts
 * @param refractory the time after a spike in which no other counts, in the model's unit of time
 * @param onsetSlope the slope of the variable, per unit of time, from which on an action potential has begun
 */
public record SpikeCondition(String variable, double threshold, double rearm, double refractory, double onsetSlope)
        implements Serializable {
    /** The default onset slope: 10 mV/ms, as in eFEL. */
    public static final double USUAL_ONSET_SLOPE = 10;

    public SpikeCondition {
        if (!(rearm <= threshold) || !(refractory >= 0) || !(onsetSlope > 0)) {
            throw new IllegalArgumentException("rearm ≤ threshold, refractory ≥ 0, onset slope > 0: " + rearm + ", "
                    + refractory + ", " + onsetSlope);
        }
    }

    /** Every upward crossing. */
    public static SpikeCondition crossing(String variable, double threshold) {
        return new SpikeCondition(variable, threshold, threshold, 0, USUAL_ONSET_SLOPE);
    }
}
