package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.equation.FormulaText;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Carried;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.Settled;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code outputs}: which features the table has. */
record OutputReader(GivenKeys keys, Neurons neurons) {
    /** The columns of the table: {@code id}, the axes, what tables carry along, what is found, the chosen features, with {@code until} when a row ended, {@code diverged_at_ms}, {@code status}. */
    List<Output> read(ParameterSpace space, Find find, boolean settled) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Id(new Column(
                ParameterSpace.ID, Column.Type.LONG, Column.Role.ID, "", "position in the parameter space")));
        for (int i = 0; i < space.axes().size(); i++) {
            Axis axis = space.axes().get(i);
            outputs.add(new Output.Coordinate(
                    new Column(
                            ColumnNames.of(axis.name()),
                            type(axis),
                            Column.Role.AXIS,
                            axis.label(),
                            axis.unit(),
                            axis.description()),
                    i));
        }
        for (int block = 0; block < space.blocks().size(); block++) {
            for (Carried carried : space.blocks().get(block).carried()) {
                outputs.add(new Output.Carried(column(carried), carried, block));
            }
        }
        for (int depth = 0; depth < keys.found().size(); depth++) {
            outputs.addAll(found(keys.found().get(depth), find.all().get(depth), depth));
        }
        List<Output> ending = settled ? List.of(Settled.output()) : List.of();
        Set<String> always = Stream.concat(outputs.stream(), ending.stream())
                .map(output -> output.column().name())
                .collect(Collectors.toSet());
        List<Output> available = OutputCatalog.available(neurons);
        Set<String> wanted = keys.file()
                .find("outputs")
                .map(entry -> named(entry, always, available))
                .orElseGet(() -> standard(available, settled));
        available.stream()
                .filter(output -> !OutputCatalog.ALWAYS.contains(output)
                        && wanted.contains(output.column().name()))
                .forEach(outputs::add);
        outputs.addAll(ending);
        outputs.addAll(OutputCatalog.ALWAYS);
        return outputs;
    }

    private Set<String> standard(List<Output> available, boolean settled) {
        Set<String> names = new LinkedHashSet<>(OutputCatalog.standard(neurons));
        available.stream()
                .filter(output -> settled && !Settled.tells(output))
                .forEach(output -> names.remove(output.column().name()));
        return names;
    }

    private List<Output> found(AxisHead head, Find find, int depth) {
        String condition = FormulaText.of(find.condition().expression());
        return List.of(
                new Output.Found(
                        new Column(
                                ColumnNames.of(head.name()),
                                Column.Type.DOUBLE,
                                Column.Role.FOUND,
                                head.label(),
                                head.unitText().isEmpty() ? neurons.unit(head.name()) : head.unitText(),
                                "least %s found at which %s"
                                        .formatted(
                                                find.description().isEmpty() ? "value" : find.description(),
                                                condition)),
                        depth),
                new Output.FoundStatus(
                        new Column(
                                Find.statusColumn(head.name(), depth),
                                Column.Type.STRING,
                                Column.Role.FOUND,
                                "",
                                "'found'; 'always' if it holds at %s already, 'never' if it does not at %s"
                                        .formatted(Formula.shown(find.low()), Formula.shown(find.high()))),
                        depth));
    }

    private static Column column(Carried carried) {
        return new Column(
                carried.name(),
                carried.isNumeric() ? Column.Type.DOUBLE : Column.Type.STRING,
                Column.Role.CARRIED,
                carried.label(),
                carried.unit(),
                carried.description());
    }

    private static Column.Type type(Axis axis) {
        if (axis.name().equals(SweepKeys.REPLICATE)) {
            return Column.Type.LONG;
        }
        return axis.isNumeric() ? Column.Type.DOUBLE : Column.Type.STRING;
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
}
