package io.github.spikesweep.sweep.output;

import io.github.spikesweep.simulation.CellOutcome;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.sweep.neuron.CellNames;
import java.util.Set;

/**
 * Features of the spike variable, named as in the Electrophys Feature Extraction Library (eFEL).
 */
public enum VoltageFeature {
    MEAN_AP_AMPLITUDE("mean_AP_amplitude", "mean height of the spikes above their onset"),
    AP_DURATION_HALF_WIDTH("AP_duration_half_width", "mean width of the spikes at half their height"),
    MINIMUM_VOLTAGE("minimum_voltage", "smallest value of the spike variable after the transient"),
    MAXIMUM_VOLTAGE("maximum_voltage", "largest value of the spike variable after the transient"),
    STEADY_STATE_VOLTAGE(
            "steady_state_voltage", "mean of the spike variable over the last tenth of the time after the transient");

    private final String label;
    private final String description;

    VoltageFeature(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name of its column. */
    String label() {
        return label;
    }

    /** Whether it is a default column: not if it repeats another feature of the spike variable. */
    boolean isStandard() {
        return this != MINIMUM_VOLTAGE && this != MAXIMUM_VOLTAGE;
    }

    /**
     * @param cell the cell whose feature it is; empty for a neuron
     * @param voltage the unit of the spike variable
     */
    Output output(String cell, String voltage) {
        String unit = this == AP_DURATION_HALF_WIDTH ? "ms" : voltage;
        Column column = new Column(
                CellNames.column(cell, label),
                Column.Type.DOUBLE,
                Column.Role.FEATURE,
                unit,
                CellNames.of(description, cell));
        return new Output.OfVoltage(column, cell, this);
    }

    /** What has to be measured for it. */
    Set<Detail> details() {
        return switch (this) {
            case MEAN_AP_AMPLITUDE, AP_DURATION_HALF_WIDTH -> Set.of(Detail.ACTION_POTENTIALS);
            case STEADY_STATE_VOLTAGE -> Set.of(Detail.STEADY_STATE);
            case MINIMUM_VOLTAGE, MAXIMUM_VOLTAGE -> Set.of();
        };
    }

    /** The feature; NaN if there is none. */
    double of(Outcome outcome, CellOutcome cell, int spikeVariable) {
        return switch (this) {
            case MEAN_AP_AMPLITUDE -> cell.actionPotentials().meanAmplitude();
            case AP_DURATION_HALF_WIDTH -> cell.actionPotentials().meanHalfWidth();
            case MINIMUM_VOLTAGE -> outcome.minimum(spikeVariable);
            case MAXIMUM_VOLTAGE -> outcome.maximum(spikeVariable);
            case STEADY_STATE_VOLTAGE -> cell.steadyState();
        };
    }
}
