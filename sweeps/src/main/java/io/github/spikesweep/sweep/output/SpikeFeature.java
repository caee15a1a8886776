package io.github.spikesweep.sweep.output;

import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import io.github.spikesweep.sweep.neuron.CellNames;
import io.github.spikesweep.sweep.neuron.Timing;
import java.util.Locale;
import java.util.Set;

/** Features of a spike train. */
public enum SpikeFeature {
    SPIKE_COUNT(Column.Type.INT, "", "crossings of the threshold after the transient"),
    FREQUENCY_HZ(Column.Type.DOUBLE, "Hz", "spikes per second after the transient"),
    FIRST_SPIKE_MS(Column.Type.DOUBLE, "ms", "time of the first spike"),
    LAST_SPIKE_MS(Column.Type.DOUBLE, "ms", "time of the last spike"),
    ISI_MEAN_MS(Column.Type.DOUBLE, "ms", "mean inter-spike interval"),
    ISI_FREQUENCY_HZ(Column.Type.DOUBLE, "Hz", "firing frequency: one over the mean inter-spike interval"),
    ISI_CV(Column.Type.DOUBLE, "", "coefficient of variation of the inter-spike intervals"),
    MEAN_FREQUENCY(Column.Type.DOUBLE, "Hz", "spikes per second from the transient to the last spike"),
    LOCAL_VARIATION(Column.Type.DOUBLE, "", "local variation of the inter-spike intervals"),
    ADAPTATION_INDEX(Column.Type.DOUBLE, "", "mean relative change from one inter-spike interval to the next"),
    BURST_NUMBER(Column.Type.INT, "", "groups of spikes between long inter-spike intervals");

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

    /** @param cell the cell whose feature it is; empty for a neuron */
    Output output(String cell) {
        Column column = new Column(
                CellNames.column(cell, label()), type, Column.Role.FEATURE, unit, CellNames.of(description, cell));
        return new Output.OfSpikes(column, cell, this);
    }

    /** What has to be measured for it. */
    Set<Detail> details() {
        return this == BURST_NUMBER ? Set.of(Detail.SPIKE_TIMES) : Set.of();
    }

    /** The feature; NaN if the train does not have it. */
    double of(SpikeTrain spikes, Timing timing) {
        return switch (this) {
            case SPIKE_COUNT -> count(spikes);
            case FREQUENCY_HZ -> count(spikes) / timing.measuredSeconds();
            case FIRST_SPIKE_MS -> spikes.first();
            case LAST_SPIKE_MS -> spikes.isContinued() ? Double.NaN : spikes.last();
            case BURST_NUMBER -> spikes.isCountSure() ? spikes.burstNumber() : Double.NaN;
            default -> spikes.areIntervalsSure() ? ofIntervals(spikes, timing) : Double.NaN;
        };
    }

    private double ofIntervals(SpikeTrain spikes, Timing timing) {
        return switch (this) {
            case ISI_MEAN_MS -> spikes.meanInterval();
            case ISI_FREQUENCY_HZ -> 1000 / spikes.meanInterval();
            case ISI_CV -> spikes.intervalCv();
            case MEAN_FREQUENCY -> spikes.count() / (spikes.last() - timing.transientTime()) * 1000;
            case LOCAL_VARIATION -> spikes.localVariation();
            case ADAPTATION_INDEX -> spikes.adaptationIndex();
            default -> throw new IllegalStateException(label());
        };
    }

    private static double count(SpikeTrain spikes) {
        return spikes.isCountSure() ? spikes.count() : Double.NaN;
    }
}
