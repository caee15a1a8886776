package io.github.spikesweep.simulation.spike;

import io.github.spikesweep.document.InputException;
import java.util.Arrays;
import java.util.Locale;

/** The spikes of one row, summed up as they occur; the times themselves are only kept on request. */
public final class SpikeTrain {
    /** More spikes than this cannot be counted: the columns of counts hold no larger number. */
    public static final int MOST = Integer.MAX_VALUE - 8;

    private static final double[] NONE = {};
    /** The adaptation index leaves out at most this many spikes. */
    private static final int MOST_SKIPPED = 2;

    private final boolean keepTimes;
    private final int most;
    private int count;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double meanInterval;
    private double squaredDeviations;
    private double lastInterval;
    private double squaredContrasts;
    private double firstContrast;
    private double secondContrast;
    private double laterContrasts;
    private double[] times = NONE;
    /** The spikes that follow from a rhythm are not seen. */
    private int seen = -1;

    private boolean countIsSure = true;
    private boolean intervalsAreSure = true;

    public SpikeTrain(boolean keepTimes) {
        this(keepTimes, MOST);
    }

    /** @param most how many spikes are accepted, at most {@link #MOST} */
    SpikeTrain(boolean keepTimes, int most) {
        this.keepTimes = keepTimes;
        this.most = most;
    }

    /**
     * Adds a spike, which must be later than those before. The mean and deviation of the intervals follow Welford (1962).
     *
     * @throws InputException if there are too many to be counted
     */
    void add(double time) {
        if (count == most) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "a row spikes more than %,d times, which no count holds: at %s it does so again; a shorter duration or a longer 'refractory' of 'spike' is accepted",
                    most,
                    time));
        }
        if (count == 0) {
            first = time;
        } else {
            double interval = time - last;
            double deviation = interval - meanInterval;
            meanInterval += deviation / count;
            squaredDeviations += deviation * (interval - meanInterval);
            if (count > 1) {
                addContrast((interval - lastInterval) / (interval + lastInterval));
            }
            lastInterval = interval;
        }
        last = time;
        if (keepTimes) {
            if (count == times.length) {
                times = Arrays.copyOf(times, (int) Math.min(most, Math.max(16, 2L * count)));
            }
            times[count] = time;
        }
        count++;
    }

    /** Adds how much an interval differs from the one before. The adaptation index may leave out the first two of these. */
    private void addContrast(double contrast) {
        squaredContrasts += contrast * contrast;
        switch (count) {
            case 2 -> firstContrast = contrast;
            case 3 -> secondContrast = contrast;
            default -> laterContrasts += contrast;
        }
    }

    /** How many spikes there are, as far as that is {@linkplain #isCountSure sure}. */
    public int count() {
        return count;
    }

    /** Whether it is certain how many spikes there are. */
    public boolean isCountSure() {
        return countIsSure;
    }

    /** Whether it is certain what a mean over all intervals is: one interval more or less does nothing to it if all are alike. */
    public boolean areIntervalsSure() {
        return intervalsAreSure;
    }

    /** Whether its last spikes follow from a rhythm. */
    public boolean isContinued() {
        return seen >= 0;
    }

    /** The time of a spike; they must have been kept. */
    public double time(int spike) {
        return times[spike];
    }

    /**
     * The train that comes of this one if it goes on to repeat its last intervals. The number of its spikes is not sure if the last may come after the
     * end, or the next before it, were each period to differ by {@code change} from the one before it.
     *
     * @param period after how many spikes the intervals repeat themselves
     * @param end the time until which it goes on
     */
    public SpikeTrain continued(int period, double change, double end) {
        SpikeTrain whole = new SpikeTrain(true, most);
        for (int spike = 0; spike < count; spike++) {
            whole.add(times[spike]);
        }
        whole.seen = count;
        double next = last;
        for (int spike = 0; next <= end; spike++) {
            int like = count - period + spike % period;
            next += times[like] - times[like - 1];
            double periods = spike / period + 1;
            whole.countIsSure &= Math.abs(next - end) > change * periods * (periods + 1) / 2;
            if (next <= end) {
                whole.add(next);
            }
        }
        whole.intervalsAreSure = whole.countIsSure || period == 1;
        return whole;
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

    /**
     * The local variation of the n inter-spike intervals, 3/(n − 1) Σ ((I_i − I_{i+1}) / (I_i + I_{i+1}))²; NaN below 3 spikes
     * (Shinomoto et al. 2003, Neural Comput. 15:2823–2842).
     */
    public double localVariation() {
        return count < 3 ? Double.NaN : 3 * squaredContrasts / (count - 2);
    }

    /**
     * The adaptation index: the mean of (I_{i+1} − I_i) / (I_{i+1} + I_i) over neighbouring inter-spike intervals, as eFEL's
     * {@code adaptation_index} with its defaults: the first tenth of the spikes, rounded half up, but at most 2 of them, is left
     * out. NaN below 4 spikes.
     */
    public double adaptationIndex() {
        if (count < 4) {
            return Double.NaN;
        }
        int skipped = Math.min(MOST_SKIPPED, (count + 5) / 10);
        double sum = switch (skipped) {
            case 0 -> firstContrast + secondContrast + laterContrasts;
            case 1 -> secondContrast + laterContrasts;
            default -> laterContrasts;
        };
        return sum / (count - 2 - skipped);
    }

    /**
     * The number of bursts as eFEL's {@code burst_number} counts them with its defaults; NaN unless the times were kept. It is
     * 0 if no interval separates bursts, below 6 spikes for example, and otherwise at least 2.
     */
    public double burstNumber() {
        return keepTimes ? EfelBursts.number(times()) : Double.NaN;
    }

    /** The times of all spikes, increasing; empty unless they were kept. */
    public double[] times() {
        return Arrays.copyOf(times, keepTimes ? count : 0);
    }

    /** The times of those that do not follow from a rhythm. */
    public double[] seenTimes() {
        return Arrays.copyOf(times, isContinued() ? seen : keepTimes ? count : 0);
    }
}
