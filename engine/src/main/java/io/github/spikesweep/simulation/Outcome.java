package io.github.spikesweep.simulation;

import io.github.spikesweep.simulation.spike.ActionPotentials;
import io.github.spikesweep.simulation.spike.SpikeTrain;

/**
 * The outcome of simulating one row. Times are in the model's unit of time. A value that does not exist (the first spike of a
 * row without spikes, the extremes of a variable that was not recorded) is NaN.
 */
public final class Outcome {
    private final double divergedAt;
    private final long steps;
    private final SpikeTrain spikes;
    private final ActionPotentials actionPotentials;
    private final double steadyState;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] end;
    private final double[][] traces;

    Outcome(
            double divergedAt,
            long steps,
            SpikeTrain spikes,
            ActionPotentials actionPotentials,
            double steadyState,
            double[] minimum,
            double[] maximum,
            double[] end,
            double[][] traces) {
        this.divergedAt = divergedAt;
        this.steps = steps;
        this.spikes = spikes;
        this.actionPotentials = actionPotentials;
        this.steadyState = steadyState;
        this.minimum = minimum;
        this.maximum = maximum;
        this.end = end;
        this.traces = traces;
    }

    /**
     * Whether a variable became infinite or NaN, or left its range, or a reset left the spike variable at or above the threshold; then the
     * other values are meaningless.
     */
    public boolean diverged() {
        return !Double.isNaN(divergedAt);
    }

    /** The time at the end of the step, or of the reset, in which the row diverged; NaN if it did not. */
    public double divergedAt() {
        return divergedAt;
    }

    /** How many steps were taken, including rejected adaptive steps. */
    public long steps() {
        return steps;
    }

    /** The spikes after the transient. */
    public SpikeTrain spikes() {
        return spikes;
    }

    /** The shapes of the spikes after the transient; none unless recorded. */
    public ActionPotentials actionPotentials() {
        return actionPotentials;
    }

    /** The mean of the spike variable over the last tenth of the duration; NaN unless recorded. */
    public double steadyState() {
        return steadyState;
    }

    /** The smallest value of a variable after the transient; NaN unless recorded. */
    public double minimum(int variable) {
        return minimum[variable];
    }

    /** The largest value of a variable after the transient; NaN unless recorded. */
    public double maximum(int variable) {
        return maximum[variable];
    }

    /** The value of a variable after the last step. */
    public double end(int variable) {
        return end[variable];
    }

    /**
     * The values of a variable at the end of the transient and every {@link Recording#traceEvery} after it, including the end
     * if it is met; empty unless traced.
     */
    public double[] trace(int variable) {
        return traces[variable].clone();
    }
}
