package io.github.spikesweep.simulation.spike;

import java.util.Arrays;
import java.util.Optional;

/**
 * The bursts of a spike train, found by the gap between its short and its long intervals (as Cocatre-Zilgien &amp; Delcomyn 1992,
 * J. Neurosci. Methods 41:19–30, and Pasquale et al. 2010, J. Comput. Neurosci. 29:213–229, look for the break in the histogram of
 * intervals): sorted by length, the intervals are divided where the next one is the most times longer, of all places above which
 * there are at least {@value #FEWEST_PAUSES} intervals, and no more than one in excess of those below. Longer ones are pauses.
 * The spikes between two pauses are a burst if they are two or more. What comes before the first pause and after the last may be
 * cut off and is left out.
 */
public final class Bursts {
    /** As many as there are around four bursts. */
    private static final int FEWEST_PAUSES = 5;

    /** Four bursts have three periods. */
    private static final int FEWEST = 4;

    /** The first and the last spike of each burst. */
    private final double[] starts;

    private final double[] ends;
    private final double[] spikes;
    /** How many groups of spikes there are between pauses, single spikes included. */
    private final int groups;

    private Bursts(double[] starts, double[] ends, double[] spikes, int groups) {
        this.starts = starts;
        this.ends = ends;
        this.spikes = spikes;
        this.groups = groups;
    }

    /**
     * The bursts of a train; empty if no gap is wide enough, if there are fewer than four bursts, or if more than half of the
     * groups between pauses are single spikes.
     *
     * @param times of the spikes, increasing
     */
    public static Optional<Bursts> of(double[] times, RegimeRule rule) {
        return among(times, rule).filter(found -> !found.areMostlySingle() && found.isLong());
    }

    /** The same, however few or mostly single spikes; empty if no gap is wide enough. */
    static Optional<Bursts> among(double[] times, RegimeRule rule) {
        double[] intervals = intervals(times);
        Gap gap = Gap.among(intervals, FEWEST_PAUSES);
        return gap.ratio() < rule.gap() ? Optional.empty() : Optional.of(between(times, intervals, gap.below()));
    }

    /** Whether some intervals are that much longer than the others, however few. */
    static boolean hasPauses(double[] times, RegimeRule rule) {
        return Gap.among(intervals(times), 1).ratio() >= rule.gap();
    }

    static double[] intervals(double... times) {
        double[] intervals = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = times[i + 1] - times[i];
        }
        return intervals;
    }

    private static Bursts between(double[] times, double[] intervals, double longestWithin) {
        double[] starts = new double[intervals.length];
        double[] ends = new double[intervals.length];
        double[] spikes = new double[intervals.length];
        int bursts = 0;
        int groups = 0;
        int first = -1;
        for (int last = 0; last < intervals.length; last++) {
            if (intervals[last] <= longestWithin) {
                continue;
            }
            if (first >= 0) {
                groups++;
                if (last > first) {
                    starts[bursts] = times[first];
                    ends[bursts] = times[last];
                    spikes[bursts] = last - first + 1;
                    bursts++;
                }
            }
            first = last + 1;
        }
        return new Bursts(
                Arrays.copyOf(starts, bursts), Arrays.copyOf(ends, bursts), Arrays.copyOf(spikes, bursts), groups);
    }

    /** Whether there are enough bursts to tell their period. */
    boolean isLong() {
        return starts.length >= FEWEST;
    }

    /** Whether less than half of the groups between pauses are bursts. */
    boolean areMostlySingle() {
        return 2 * starts.length < groups;
    }

    /** The mean number of spikes in a burst. */
    public double spikesPerBurst() {
        return mean(spikes);
    }

    /** The mean time from the first to the last spike of a burst. */
    public double duration() {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            sum += ends[i] - starts[i];
        }
        return sum / starts.length;
    }

    /** The mean time from the last spike of a burst to the first of the next. */
    public double pause() {
        double sum = 0;
        for (int i = 1; i < starts.length; i++) {
            sum += starts[i] - ends[i - 1];
        }
        return sum / (starts.length - 1);
    }

    /** The mean time from the first spike of a burst to the first of the next. */
    public double period() {
        return (starts[starts.length - 1] - starts[0]) / (starts.length - 1);
    }

    /** The part of the period that a burst lasts. */
    public double dutyCycle() {
        return duration() / period();
    }

    /** Whether their periods repeat themselves. */
    boolean areRegular(RegimeRule rule) {
        return Repetition.in(intervals(starts), rule);
    }

    private static double mean(double... numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    /**
     * The widest gap in the lengths of intervals.
     *
     * @param ratio the shortest length above it over the longest below it; 0 without a gap
     * @param below the longest length below it
     */
    private record Gap(double ratio, double below) {
        static Gap among(double[] intervals, int fewestAbove) {
            double[] sorted = intervals.clone();
            Arrays.sort(sorted);
            Gap widest = new Gap(0, 0);
            for (int below = 1; below <= sorted.length - fewestAbove; below++) {
                double ratio = sorted[below] / sorted[below - 1];
                if (sorted.length - below <= below + 1 && ratio > widest.ratio()) {
                    widest = new Gap(ratio, sorted[below - 1]);
                }
            }
            return widest;
        }
    }
}
