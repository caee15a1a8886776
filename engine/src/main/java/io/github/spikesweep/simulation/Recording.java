package io.github.spikesweep.simulation;

import io.github.spikesweep.simulation.pair.CellPair;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is recorded of a simulation besides what costs nothing.
 *
 * @param details what else is measured
 * @param traced the variables whose values over time are recorded; for a model without one, no values are recorded
 * @param pairs the pairs of cells that are compared; of a model without one of the cells, none is
 * @param traceEvery the time between two of these values, in the model's unit of time; with fixed steps a whole number of them
 * @param maxima the height of the maxima of spike variables whose times are recorded, with fixed steps, in their unit; 0 for none
 */
public record Recording(
        Set<Detail> details, List<String> traced, Set<CellPair> pairs, double traceEvery, double maxima) {

    /** Something that is measured only when asked for. */
    public enum Detail {
        /** The time of every spike. */
        SPIKE_TIMES,
        /** Onset, peak and width of every spike. */
        ACTION_POTENTIALS,
        /** The mean of the spike variable over the last tenth of the time after the transient. */
        STEADY_STATE
    }

    /** Only what costs nothing. */
    public static final Recording BASIC = new Recording(Set.of(), List.of(), Set.of(), 1);

    public Recording {
        details = Set.copyOf(details);
        traced = List.copyOf(traced);
        pairs = Set.copyOf(pairs);
        if (!(traceEvery > 0)) {
            throw new IllegalArgumentException("the time between values must be positive: " + traceEvery);
        }
    }

    /** Without maxima. */
    public Recording(Set<Detail> details, List<String> traced, Set<CellPair> pairs, double traceEvery) {
        this(details, traced, pairs, traceEvery, 0);
    }

    /** Without pairs of cells. */
    public Recording(Set<Detail> details, List<String> traced, double traceEvery) {
        this(details, traced, Set.of(), traceEvery);
    }

    /** A recording of these details, without traces. */
    public static Recording of(Detail... details) {
        return new Recording(Set.copyOf(Arrays.asList(details)), List.of(), Set.of(), 1);
    }

    boolean has(Detail detail) {
        return details.contains(detail);
    }
}
