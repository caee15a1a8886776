package io.github.spikesweep.sweep;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that a simulation can fill. */
public final class OutputCatalog {
    /** The columns that every table has, after the features. */
    public static final List<Output> ALWAYS = List.of(
            new Output.DivergedAt(new Column(
                    "diverged_at_ms",
                    Column.Type.DOUBLE,
                    Column.Role.DIVERGENCE,
                    "ms",
                    "time at which the row diverged")),
            new Output.Status(new Column("status", Column.Type.STRING, Column.Role.STATUS, "", "'ok' or 'diverged'")));

    private static final Output SPIKE_TIMES = new Output.SpikeTimes(
            new Column("spike_times_ms", Column.Type.DOUBLE_ARRAY, Column.Role.FEATURE, "ms", "times of all spikes"));

    /** A placeholder for the spacing of traces until it is known. */
    private static final double NO_SPACING = 0;

    private OutputCatalog() {}

    /** Every column that the simulation of {@code neurons} can fill, in the order of the table. */
    public static List<Output> available(Neurons neurons) {
        List<Output> outputs = new ArrayList<>();
        for (SpikeFeature feature : SpikeFeature.values()) {
            outputs.add(feature.output());
        }
        String voltage =
                neurons.agreed(model -> model.variable(model.spike().variable()).map(Variable::unit));
        for (VoltageFeature feature : VoltageFeature.values()) {
            outputs.add(feature.output(voltage));
        }
        for (String variable : neurons.variableNames()) {
            for (VariableFeature feature : VariableFeature.values()) {
                outputs.add(feature.output(variable, unit(neurons, variable)));
            }
        }
        outputs.add(SPIKE_TIMES);
        for (String variable : neurons.variableNames()) {
            Column column = new Column(
                    "trace_" + variable,
                    Column.Type.DOUBLE_ARRAY,
                    Column.Role.FEATURE,
                    unit(neurons, variable),
                    "values of " + variable);
            outputs.add(new Output.Trace(column, variable, NO_SPACING));
        }
        outputs.addAll(ALWAYS);
        return outputs;
    }

    /** The default features: those of the spikes and of the spike variables. */
    public static Set<String> standard(Neurons neurons) {
        Set<String> names = new LinkedHashSet<>();
        for (SpikeFeature feature : SpikeFeature.values()) {
            names.add(feature.label());
        }
        for (VoltageFeature feature : VoltageFeature.values()) {
            if (feature.isStandard()) {
                names.add(feature.label());
            }
        }
        for (Model model : neurons.models()) {
            for (VariableFeature feature : VariableFeature.values()) {
                names.add(feature.label(model.spike().variable()));
            }
        }
        return names;
    }

    /** The unit of a variable, if the models that have it agree. */
    private static String unit(Neurons neurons, String variable) {
        return neurons.agreed(model -> model.variable(variable).map(Variable::unit));
    }
}
