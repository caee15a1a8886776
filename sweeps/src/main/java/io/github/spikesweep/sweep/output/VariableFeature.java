package io.github.spikesweep.sweep.output;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.simulation.Outcome;
import java.util.Locale;

/** Features of a variable. */
public enum VariableFeature {
    MIN("smallest value after the transient"),
    MAX("largest value after the transient"),
    FINAL("value after the last step");

    private final String description;

    VariableFeature(String description) {
        this.description = description;
    }

    /** The name of the column for {@code variable}. */
    String label(String variable) {
        return ColumnNames.of(variable) + "_" + name().toLowerCase(Locale.ROOT);
    }

    Output output(String variable, String unit) {
        String text = description + " of " + variable;
        Column column = new Column(label(variable), Column.Type.DOUBLE, Column.Role.FEATURE, unit, text);
        return new Output.OfVariable(column, variable, this);
    }

    /** Whether the simulation has to check the variable at every step for it. */
    public boolean needsRecording() {
        return this != FINAL;
    }

    double of(Outcome outcome, int variable) {
        return switch (this) {
            case MIN -> outcome.minimum(variable);
            case MAX -> outcome.maximum(variable);
            case FINAL -> outcome.end(variable);
        };
    }
}
