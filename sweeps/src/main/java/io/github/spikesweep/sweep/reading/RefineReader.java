package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads {@code refine}. */
record RefineReader(GivenKeys keys, Scope scope) {
    private static final String OWNER = "'refine'";
    private static final String EXAMPLE = "{by: spike_count >= 1, coarse: 16}";

    /**
     * Reads it.
     *
     * @param outputs the columns of the table
     * @param available the columns that it could have
     */
    Refinement read(ParameterSpace space, Settings settings, List<Output> outputs, List<Output> available) {
        Optional<Entry> entry = keys.file().find("refine");
        if (entry.isEmpty()) {
            return Refinement.NONE;
        }
        Entry.Section section = Fields.section(entry.get(), OWNER, EXAMPLE);
        Formula.checkWhole(section);
        Fields fields = new Fields(section, OWNER, List.of("by", "coarse", "fill"));
        if (settings.noise().kind() != Noise.NONE) {
            throw new InputException(
                    keys.file().positionOf("refine"),
                    "'refine' takes what lies between equal rows to be like them, which noise does not allow; use either 'noise' or 'refine'");
        }
        if (keys.hasAxis(SweepKeys.REPLICATE)) {
            throw new InputException(
                    keys.axisPosition(SweepKeys.REPLICATE),
                    "replicates differ in their noise, which 'refine' does not allow");
        }
        Expression by = by(fields.require("by"), outputs, available);
        List<Refinement.Along> axes = axes(fields.require("coarse"), space);
        boolean fill = fill(fields);
        if (fill) {
            checkFigures(fields.find("fill").orElseThrow(), outputs);
        }
        return new Refinement(by, axes, fill);
    }

    private static boolean fill(Fields fields) {
        Optional<Entry.Scalar> fill = fields.scalar("fill");
        fill.filter(value -> !value.text().equals("true") && !value.text().equals("false"))
                .ifPresent(value -> {
                    throw new InputException(value.position(), "'fill' is true or false, found " + value.shown());
                });
        return fill.isPresent() && fill.get().text().equals("true");
    }

    /** Refuses to fill in what is a course of its own in each row. */
    private static void checkFigures(Entry fill, List<Output> outputs) {
        outputs.stream()
                .map(Output::column)
                .filter(column -> column.type() == Column.Type.DOUBLE_ARRAY)
                .findFirst()
                .ifPresent(column -> {
                    throw new InputException(
                            fill.position(),
                            "'fill' cannot fill in '" + column.name()
                                    + "', which has many numbers per row; leave one of them out");
                });
    }

    private Expression by(Entry entry, List<Output> outputs, List<Output> available) {
        List<String> names = columns(outputs).stream()
                .filter(column -> column.type() != Column.Type.DOUBLE_ARRAY)
                .map(Column::name)
                .toList();
        String owner = "'by' of 'refine'";
        Expression parsed = scope.parseUnitless(entry, owner, names, name -> unknown(name, available));
        Expression by = scope.withConstants(parsed);
        if (by.names().isEmpty()) {
            throw new InputException(
                    entry.position(),
                    owner + " uses no feature, so all rows are alike; found " + entry.shown()
                            + new KnownNames(names).hint(""));
        }
        for (Column column : columns(outputs)) {
            if (column.type() == Column.Type.STRING
                    && by.names().contains(column.name())
                    && !(by instanceof Expression.Name)) {
                throw new InputException(
                        entry.position(),
                        owner + ": '" + column.name()
                                + "' has texts, each of which is a class; it can only stand alone");
            }
        }
        return by;
    }

    /** Why a name is no column by which rows can be told apart, if there is more to say than that it is unknown. */
    private Optional<String> unknown(String name, List<Output> available) {
        if (scope.axes().contains(name) || keys.hasAxis(name)) {
            return Optional.of("'" + name + "' is an axis; rows are told apart by their results");
        }
        Optional<Output> known = available.stream()
                .filter(output -> output.column().name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                known.get().column().type() == Column.Type.DOUBLE_ARRAY
                        ? "'" + name + "' does not have one value per row"
                        : "'" + name + "' is not in the table; add it to 'outputs'");
    }

    /** The columns that have results: features, and the status, which is a class of its own for rows that diverged. */
    private static List<Column> columns(List<Output> outputs) {
        return outputs.stream()
                .map(Output::column)
                .filter(column -> column.needsSimulation() && column.role() != Column.Role.DIVERGENCE)
                .toList();
    }

    private List<Refinement.Along> axes(Entry entry, ParameterSpace space) {
        List<Refinement.Along> axes = new ArrayList<>();
        if (entry instanceof Entry.Section section) {
            section.entries()
                    .forEach(
                            (name, value) -> axes.add(named(name, section.keys().get(name), value, space)));
            if (axes.isEmpty()) {
                throw new InputException(entry.position(), "'coarse' is empty; it is a number, or one for each axis");
            }
        } else {
            long coarse = coarse(entry);
            for (int axis = 0; axis < space.axes().size(); axis++) {
                if (isRefinable(axis, space) && space.axes().get(axis).size() > 1) {
                    axes.add(along(axis, coarse, entry.position(), space));
                }
            }
        }
        Position place = keys.file().positionOf("refine");
        if (axes.isEmpty()) {
            throw new InputException(
                    place,
                    "'refine' needs an axis of numbers that varies on its own, and "
                            + (space.axes().isEmpty() ? "there is no axis" : "there is none"));
        }
        if (axes.size() > Refinement.MOST_AXES) {
            throw new InputException(
                    place,
                    "'refine' along %d axes; at most %d are accepted. Name those along which to refine; of each combination of the others there is a grid: coarse: {%s: …}"
                            .formatted(
                                    axes.size(),
                                    Refinement.MOST_AXES,
                                    space.axes().get(axes.get(0).axis()).name()));
        }
        return axes;
    }

    private Refinement.Along named(String name, Position position, Entry value, ParameterSpace space) {
        List<String> refinable = IntStream.range(0, space.axes().size())
                .filter(axis -> isRefinable(axis, space))
                .mapToObj(axis -> space.axes().get(axis).name())
                .toList();
        if (space.axis(name).isEmpty()) {
            throw new InputException(position, "unknown axis '" + name + "'" + new KnownNames(refinable).hint(name));
        }
        int axis = space.axis(name).getAsInt();
        if (!isRefinable(axis, space)) {
            String why = space.axes().get(axis).isNumeric() ? "does not vary on its own" : "has no numbers";
            throw new InputException(
                    position,
                    "'refine' cannot refine along '" + name + "', which " + why + new KnownNames(refinable).hint(""));
        }
        return along(axis, coarse(value), value.position(), space);
    }

    /** Whether a value of an axis can lie between two others: if it has numbers that are no sample, and is a block of its own. */
    private static boolean isRefinable(int axis, ParameterSpace space) {
        Block block = space.blocks().get(space.blockOf(axis));
        Axis of = space.axes().get(axis);
        return block.axes().size() == 1
                && block.carried().isEmpty()
                && of.isNumeric()
                && !(of.values() instanceof Sampled);
    }

    private Refinement.Along along(int axis, long coarse, Position place, ParameterSpace space) {
        Axis of = space.axes().get(axis);
        String others = "; to refine along others only, name them: coarse: {" + of.name() + ": …}";
        if (of.size() < Refinement.FEWEST_VALUES) {
            throw new InputException(
                    place,
                    "axis '%s' has %d values; 'refine' needs at least %d%s"
                            .formatted(of.name(), of.size(), Refinement.FEWEST_VALUES, others));
        }
        if (coarse >= of.size()) {
            throw new InputException(
                    place,
                    "'coarse' must be less than the %d values of axis '%s', found %d%s"
                            .formatted(of.size(), of.name(), coarse, others));
        }
        if (!isSorted((Numbers) of.values())) {
            throw new InputException(
                    keys.axisPosition(of.name()),
                    "axis '" + of.name()
                            + "' neither rises nor falls, so that 'refine' cannot tell what lies between two values; sort them");
        }
        return new Refinement.Along(axis, coarse);
    }

    /** Whether values rise or fall; lists do not know it. */
    private static boolean isSorted(Numbers values) {
        if (values.trend() != Numbers.Trend.UNORDERED) {
            return true;
        }
        boolean rises = values.at(0) < values.at(1);
        return LongStream.range(1, values.size())
                .allMatch(i -> rises ? values.at(i - 1) < values.at(i) : values.at(i - 1) > values.at(i));
    }

    private static long coarse(Entry entry) {
        double coarse = Formula.number(entry, "'coarse'");
        if (coarse != Math.rint(coarse) || coarse < 2) {
            throw new InputException(
                    entry.position(), "'coarse' must be a whole number of at least 2, found " + entry.shown());
        }
        return (long) Math.min(coarse, Numbers.MOST);
    }
}
