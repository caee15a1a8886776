package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.ParameterSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code outputs}: which features the table has. */
final class OutputReader {
    private static final Output STATUS =
            new Output.Status(new Column("status", Column.Type.STRING, Column.Role.STATUS, "", "'ok' or 'diverged'"));
    private static final Output SPIKE_TIMES = new Output.SpikeTimes(
            new Column("spike_times_ms", Column.Type.DOUBLE_ARRAY, Column.Role.FEATURE, "ms", "times of all spikes"));

    private final SweepKeys keys;
    private final Neurons neurons;

    OutputReader(SweepKeys keys, Neurons neurons) {
        this.keys = keys;
        this.neurons = neurons;
    }

    /** Every column that the simulation of {@code neurons} can fill, in the order of the table. */
    static List<Output> available(Neurons neurons) {
        List<Output> outputs = new ArrayList<>();
        for (SpikeFeature feature : SpikeFeature.values()) {
            outputs.add(feature.output());
        }
        for (String variable : neurons.variableNames()) {
            for (VariableFeature feature : VariableFeature.values()) {
                outputs.add(feature.output(variable, unit(neurons, variable)));
            }
        }
        outputs.add(SPIKE_TIMES);
        outputs.add(STATUS);
        return outputs;
    }

    /** The columns of the table: {@code id}, the axes, the features that are wanted, {@code status}. */
    List<Output> read(ParameterSpace space) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Id(new Column(
                ParameterSpace.ID, Column.Type.LONG, Column.Role.ID, "", "position in the parameter space")));
        for (int i = 0; i < space.axes().size(); i++) {
            Axis axis = space.axes().get(i);
            Column.Type type = axis.isNumeric() ? Column.Type.DOUBLE : Column.Type.STRING;
            outputs.add(new Output.Coordinate(
                    new Column(axis.name(), type, Column.Role.AXIS, axis.unit(), axis.description()), i));
        }
        Set<String> always =
                outputs.stream().map(output -> output.column().name()).collect(Collectors.toSet());
        List<Output> available = available(neurons);
        Set<String> wanted = keys.file()
                .find("outputs")
                .map(entry -> named(entry, always, available))
                .orElseGet(this::standard);
        available.stream()
                .filter(output ->
                        output.equals(STATUS) || wanted.contains(output.column().name()))
                .forEach(outputs::add);
        checkDistinct(outputs);
        return outputs;
    }

    private static Set<String> named(Entry entry, Set<String> always, List<Output> available) {
        Entry.Listing listing = Fields.listing(entry, "'outputs'");
        KnownNames known = new KnownNames(
                available.stream().map(output -> output.column().name()).toList());
        if (listing.items().isEmpty()) {
            throw new InputException(entry.position(), "'outputs' is empty; leave it out for all features");
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (Entry item : listing.items()) {
            Entry.Scalar name = Fields.scalar(item, "an output");
            if (always.contains(name.text())) {
                throw new InputException(
                        name.position(), "column " + name.shown() + " is always there; 'outputs' chooses features");
            }
            if (!known.contains(name.text())) {
                throw new InputException(name.position(), "unknown output " + name.shown() + known.hint(name.text()));
            }
            if (!wanted.add(name.text())) {
                throw new InputException(name.position(), "output " + name.shown() + " is listed twice");
            }
        }
        return wanted;
    }

    /** All features of the spike train, and those of the variables that spike. */
    private Set<String> standard() {
        Set<String> names = new LinkedHashSet<>();
        for (SpikeFeature feature : SpikeFeature.values()) {
            names.add(feature.label());
        }
        for (Model model : neurons.models()) {
            for (VariableFeature feature : VariableFeature.values()) {
                names.add(feature.label(model.spike().variable()));
            }
        }
        return names;
    }

    private void checkDistinct(List<Output> outputs) {
        Map<String, String> names = new HashMap<>();
        for (Output output : outputs) {
            String name = output.column().name();
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new InputException(
                        keys.file().positionOf("outputs"),
                        "the columns '" + other + "' and '" + name + "' differ only in case; choose one in 'outputs'");
            }
        }
    }

    /** The unit of a variable, if the models that have it agree. */
    private static String unit(Neurons neurons, String variable) {
        Set<String> units = neurons.models().stream()
                .map(model -> model.variable(variable).map(Variable::unit))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : "";
    }
}
