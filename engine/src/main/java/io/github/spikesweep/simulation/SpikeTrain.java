package io.github.spikesweep.simulation;

import java.util.Arrays;

/** The spikes of one row, reduced as they come; the times themselves are kept only if asked for. */
public final class SpikeTrain {
    private static final double[] NONE = {};

    private final boolean keepTimes;
    private int count;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double meanInterval;
    private double squaredDeviations;
    private double[] times = NONE;

    SpikeTrain(boolean keepTimes) {
        this.keepTimes = keepTimes;
    }

    /** Adds a spike later than those before. The mean and deviation of the intervals follow Welford (1962). */
    void add(double time) {
        if (count == 0) {
            first = time;
        } else {
            double interval = time - last;
            double deviation = interval - meanInterval;
            meanInterval += deviation / count;
            squaredDeviations += deviation * (interval - meanInterval);
        }
        last = time;
        if (keepTimes) {
            if (count == times.length) {
                times = Arrays.copyOf(times, Math.max(16, 2 * count));
            }
            times[count] = time;
        }
        count++;
    }

    public int count() {
        return count;
    }

    /** The time of the first spike; NaN without one. */
    public double first() {
        return first;
    }

    /** The time of the last spike; NaN without one. */
    public double last() {
        return last;
    }

    /** The mean inter-spike interval; NaN below 2 spikes. */
    public double meanInterval() {
        return count < 2 ? Double.NaN : meanInterval;
    }

    /**
     * The coefficient of variation of the inter-spike intervals: their standard deviation (with n − 1 in the denominator) over
     * their mean; NaN below 3 spikes.
     */
    public double intervalCv() {
        return count < 3 ? Double.NaN : Math.sqrt(squaredDeviations / (count - 2)) / meanInterval;
    }

    /** The times of all spikes, rising; empty unless the simulation was told to keep them. */
    public double[] times() {
        return Arrays.copyOf(times, keepTimes ? count : 0);
    }
}
