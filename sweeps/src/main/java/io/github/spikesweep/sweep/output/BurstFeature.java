package io.github.spikesweep.sweep.output;

import io.github.spikesweep.simulation.spike.Bursts;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.neuron.CellNames;
import java.util.Locale;

/** Features of the bursts of a spike train, whose intervals divide into short and long ones. */
public enum BurstFeature {
    SPIKES_PER_BURST("", "mean number of spikes in a burst"),
    BURST_DURATION_MS("ms", "mean time from the first to the last spike of a burst"),
    INTERBURST_INTERVAL_MS("ms", "mean time from the last spike of a burst to the first of the next"),
    BURST_PERIOD_MS("ms", "mean time from the first spike of a burst to the first of the next"),
    DUTY_CYCLE("", "part of its period that a burst lasts");

    private final String unit;
    private final String description;

    BurstFeature(String unit, String description) {
        this.unit = unit;
        this.description = description;
    }

    /** The name of its column. */
    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The column.
     *
     * @param cell the cell whose feature it is; empty for a neuron
     */
    Output output(String cell) {
        Column column = new Column(
                CellNames.column(cell, label()),
                Column.Type.DOUBLE,
                Column.Role.FEATURE,
                unit,
                CellNames.of(description, cell));
        return new Output.OfBursts(column, cell, this, RegimeRule.USUAL);
    }

    double of(Bursts bursts) {
        return switch (this) {
            case SPIKES_PER_BURST -> bursts.spikesPerBurst();
            case BURST_DURATION_MS -> bursts.duration();
            case INTERBURST_INTERVAL_MS -> bursts.pause();
            case BURST_PERIOD_MS -> bursts.period();
            case DUTY_CYCLE -> bursts.dutyCycle();
        };
    }
}
