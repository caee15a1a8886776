package io.github.spikesweep.simulation;

import io.github.spikesweep.model.Model;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The values over time of the traced variables of one row. */
final class Traces {
    private final double[][] values;
    private int taken;

    /** @param samples how many values each of them will get */
    Traces(Model model, Recording recording, int samples) {
        values = new double[model.variables().size()][];
        for (int v = 0; v < values.length; v++) {
            boolean traced =
                    recording.traced().contains(model.variables().get(v).name());
            values[v] = new double[traced ? samples : 0];
            Arrays.fill(values[v], Double.NaN);
        }
    }

    /** Whether any variable of the model is traced. */
    static boolean areKept(Model model, Recording recording) {
        return model.variableNames().stream().anyMatch(recording.traced()::contains);
    }

    /** How many values each has so far. */
    int taken() {
        return taken;
    }

    /** Adds the next value of each. */
    void add(IntToDoubleFunction valueOfVariable) {
        for (int v = 0; v < values.length; v++) {
            if (taken < values[v].length) {
                values[v][taken] = valueOfVariable.applyAsDouble(v);
            }
        }
        taken++;
    }

    /** The values of every variable, NaN where there is none yet; empty for variables that are not traced. */
    double[][] values() {
        return values;
    }
}
