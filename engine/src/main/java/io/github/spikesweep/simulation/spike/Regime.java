package io.github.spikesweep.simulation.spike;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a cell fires. */
public enum Regime {
    /** No spike. */
    SILENT,
    /** Spikes that have stopped. */
    TRANSIENT,
    /** Single spikes, at intervals that repeat themselves. */
    TONIC,
    /** Bursts, at intervals that repeat themselves. */
    BURSTING,
    /** Spikes or bursts without repetition. */
    IRREGULAR;

    /** Below this number of spikes, fewer than three intervals repeat themselves. */
    private static final int FEWEST_SPIKES = 4;

    /** Its name in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Regime::label).toList();
    }

    /**
     * The regime of a train; empty if it is too short to tell: with fewer than four spikes, or with so few pauses that they may be
     * those between bursts.
     *
     * @param times of the spikes, increasing
     * @param from where counting began
     * @param to where it ended
     */
    public static Optional<Regime> of(double[] times, double from, double to, RegimeRule rule) {
        if (times.length == 0) {
            return Optional.of(SILENT);
        }
        double[] intervals = Bursts.intervals(times);
        double longest = Arrays.stream(intervals).max().orElse(times[0] - from);
        if (to - times[times.length - 1] > rule.rest() * longest) {
            return Optional.of(TRANSIENT);
        }
        Optional<Bursts> bursts = Bursts.among(times, rule);
        if (bursts.isPresent() && !bursts.get().areMostlySingle()) {
            return bursts.filter(Bursts::isLong).map(found -> found.areRegular(rule) ? BURSTING : IRREGULAR);
        }
        if (bursts.isEmpty() && (times.length < FEWEST_SPIKES || Bursts.hasPauses(times, rule))) {
            return Optional.empty();
        }
        return Optional.of(Repetition.in(intervals, rule) ? TONIC : IRREGULAR);
    }
}
