package io.github.spikesweep.simulation;

/**
 * What came of one row. Times are in the model's unit of time. A figure that does not exist (the first spike of a row without
 * spikes, the extremes of a variable that was not recorded) is NaN.
 */
public final class Outcome {
    private final boolean diverged;
    private final SpikeTrain spikes;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] end;

    Outcome(boolean diverged, SpikeTrain spikes, double[] minimum, double[] maximum, double[] end) {
        this.diverged = diverged;
        this.spikes = spikes;
        this.minimum = minimum;
        this.maximum = maximum;
        this.end = end;
    }

    /** Whether a variable became infinite or no number, or left its range: the other figures then mean nothing. */
    public boolean diverged() {
        return diverged;
    }

    /** The spikes after the transient. */
    public SpikeTrain spikes() {
        return spikes;
    }

    /** The least value of a variable after the transient, sampled at the steps; NaN unless recorded. */
    public double minimum(int variable) {
        return minimum[variable];
    }

    /** The largest value of a variable after the transient, sampled at the steps; NaN unless recorded. */
    public double maximum(int variable) {
        return maximum[variable];
    }

    /** The value of a variable after the last step. */
    public double end(int variable) {
        return end[variable];
    }
}
