package io.github.spikesweep.sweep;

import io.github.spikesweep.simulation.SpikeTrain;
import java.util.Locale;

/** The figures of a spike train that columns show. */
enum SpikeFeature {
    SPIKE_COUNT(Column.Type.INT, "", "upward crossings of the threshold after the transient"),
    FREQUENCY_HZ(Column.Type.DOUBLE, "Hz", "spikes per second after the transient"),
    FIRST_SPIKE_MS(Column.Type.DOUBLE, "ms", "time of the first spike"),
    LAST_SPIKE_MS(Column.Type.DOUBLE, "ms", "time of the last spike"),
    ISI_MEAN_MS(Column.Type.DOUBLE, "ms", "mean inter-spike interval"),
    ISI_CV(Column.Type.DOUBLE, "", "coefficient of variation of the inter-spike intervals");

    private final Column.Type type;
    private final String unit;
    private final String description;

    SpikeFeature(Column.Type type, String unit, String description) {
        this.type = type;
        this.unit = unit;
        this.description = description;
    }

    /** The name of its column. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Output output() {
        return new Output.OfSpikes(new Column(label(), type, Column.Role.FEATURE, unit, description), this);
    }

    /** The figure; NaN where the train has no such thing. */
    double of(SpikeTrain spikes, Timing timing) {
        return switch (this) {
            case SPIKE_COUNT -> spikes.count();
            case FREQUENCY_HZ -> spikes.count() / timing.measuredSeconds();
            case FIRST_SPIKE_MS -> spikes.first();
            case LAST_SPIKE_MS -> spikes.last();
            case ISI_MEAN_MS -> spikes.meanInterval();
            case ISI_CV -> spikes.intervalCv();
        };
    }
}
