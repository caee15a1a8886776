package io.github.spikesweep.sweep.output;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PhaseLocking;
import java.util.Locale;
import java.util.Set;

/** Features of two cells of a circuit, after the transient. */
public enum PairFeature {
    CORRELATION("Pearson correlation of the spike variables of %s and %s"),
    MEAN_DIFFERENCE("mean absolute difference of the spike variables of %s and %s"),
    PHASE("circular mean of where the spikes of %2$s fall between those of %1$s, from 0 to 1"),
    LOCKING("how much the phases of %2$s between the spikes of %1$s agree, from 0 to 1");

    private final String description;

    PairFeature(String description) {
        this.description = description;
    }

    /** @param voltage the unit of both spike variables, or empty */
    Output output(CellPair pair, String voltage) {
        String name = pair.first() + "_" + pair.second() + "_" + name().toLowerCase(Locale.ROOT);
        Column column = new Column(
                name,
                Column.Type.DOUBLE,
                Column.Role.FEATURE,
                this == MEAN_DIFFERENCE ? voltage : "",
                String.format(Locale.ROOT, description, pair.first(), pair.second()));
        return new Output.OfPair(column, pair, this);
    }

    /** What has to be measured for it, besides the pair. */
    Set<Detail> details() {
        return isOfTimes() ? Set.of(Detail.SPIKE_TIMES) : Set.of();
    }

    /** Whether it follows from spike times; otherwise from the spike variables. */
    public boolean isOfTimes() {
        return this == PHASE || this == LOCKING;
    }

    /** The feature; NaN if there is none. */
    double of(Outcome outcome, CellPair pair, int first, int second) {
        return switch (this) {
            case CORRELATION -> outcome.pair(pair).correlation();
            case MEAN_DIFFERENCE -> outcome.pair(pair).meanDifference();
            case PHASE -> locking(outcome, first, second).phase();
            case LOCKING -> locking(outcome, first, second).length();
        };
    }

    private static PhaseLocking locking(Outcome outcome, int first, int second) {
        return PhaseLocking.of(
                outcome.cell(first).spikes().times(),
                outcome.cell(second).spikes().times());
    }
}
