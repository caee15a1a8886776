package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.reading.axis.BlockSource;
import io.github.spikesweep.sweep.reading.axis.DirectionAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads {@code continue}: first the direction, since both of them make an axis of the space, then the rest.
 *
 * @param position of the key
 * @param along the name of the axis
 * @param direction in which order of its values
 */
public record ContinueReader(Position position, Entry.Scalar along, Entry.Scalar direction) {
    private static final String OWNER = "'continue'";
    private static final String EXAMPLE = "{along: input, direction: both}";
    private static final KnownNames COURSES = new KnownNames(
            Arrays.stream(Chains.Course.values()).map(Chains.Course::label).toList());

    /** The most traced values of a chain, 128 MiB: its rows are written together. */
    private static final double MOST_TRACED = 1 << 24;

    static Optional<ContinueReader> of(Fields file) {
        return file.find("continue").map(entry -> {
            Fields fields = new Fields(Fields.section(entry, OWNER, EXAMPLE), OWNER, List.of("along", "direction"));
            Entry.Scalar along = Fields.scalar(fields.require("along"), "'along'");
            Entry.Scalar direction = Fields.scalar(fields.require("direction"), "'direction'");
            if (!COURSES.contains(direction.text())) {
                throw new InputException(
                        direction.position(),
                        "unknown direction " + direction.shown() + COURSES.hint(direction.text()));
            }
            return new ContinueReader(file.positionOf("continue"), along, direction);
        });
    }

    private Chains.Course course() {
        return Stream.of(Chains.Course.values())
                .filter(course -> course.label().equals(direction.text()))
                .findFirst()
                .orElseThrow();
    }

    /** The blocks of the space, if these are those under {@code sweep}. */
    List<BlockSource> blocks(List<BlockSource> swept) {
        List<BlockSource> blocks = new ArrayList<>(swept);
        if (course() == Chains.Course.BOTH) {
            blocks.add(0, new BlockSource(List.of(new DirectionAxis(direction)), List.of()));
        }
        return blocks;
    }

    /**
     * Reads the rest.
     *
     * @param outputs the columns of the table
     */
    public Chains read(GivenKeys keys, ParameterSpace space, Settings settings, List<Output> outputs, Timing timing) {
        for (String other : List.of("find", "refine")) {
            if (keys.file().find(other).isPresent()) {
                String why = other.equals("find")
                        ? "'find' simulates a row at many values, of which none is the one to continue from"
                        : "'refine' leaves out rows from which others would continue";
                throw new InputException(
                        keys.file().positionOf(other), why + "; use either '" + other + "' or 'continue'");
            }
        }
        int axis = axis(space);
        checkLast(axis, space);
        checkValues(keys, space.axes().get(axis));
        checkSetting(settings);
        checkTraces(space.axes().get(axis), outputs, timing);
        return new Chains(along.text(), course());
    }

    private int axis(ParameterSpace space) {
        List<String> names = IntStream.range(0, space.axes().size())
                .filter(axis -> whyNot(axis, space).isEmpty())
                .mapToObj(axis -> space.axes().get(axis).name())
                .toList();
        KnownNames known = new KnownNames(names);
        if (space.axis(along.text()).isEmpty()) {
            throw new InputException(
                    along.position(),
                    "unknown axis " + along.shown()
                            + (names.isEmpty()
                                    ? "; rows continue along an axis of numbers that varies on its own, and there is none"
                                    : known.hint(along.text())));
        }
        int axis = space.axis(along.text()).getAsInt();
        whyNot(axis, space).ifPresent(why -> {
            throw new InputException(
                    along.position(),
                    "rows cannot continue along '" + along.text() + "', which " + why + known.hint(""));
        });
        return axis;
    }

    /** Why a row cannot start from its neighbour along an axis. */
    private static Optional<String> whyNot(int axis, ParameterSpace space) {
        Axis of = space.axes().get(axis);
        Block block = space.blocks().get(space.blockOf(axis));
        if (!of.isNumeric()) {
            return Optional.of("has no numbers");
        }
        if (of.name().equals(SweepKeys.REPLICATE)) {
            return Optional.of("numbers rows that differ only in their noise");
        }
        if (SweepKeys.SWEPT.contains(of.name()) && !of.name().equals("input")) {
            return Optional.of("sets how rows are stepped");
        }
        if (of.values() instanceof Sampled) {
            return Optional.of("is sampled");
        }
        return block.axes().size() > 1 ? Optional.of("varies together with others") : Optional.empty();
    }

    private void checkLast(int axis, ParameterSpace space) {
        if (axis < space.axes().size() - 1) {
            throw new InputException(
                    along.position(),
                    "'along' must be the last axis under 'sweep', so that the rows of a chain have consecutive ids; move '%s' behind '%s'"
                            .formatted(
                                    along.text(),
                                    space.axes().get(space.axes().size() - 1).name()));
        }
    }

    private static void checkValues(GivenKeys keys, Axis axis) {
        Position place = keys.axisPosition(axis.name());
        if (axis.size() < 2 || axis.size() > Chains.MOST_ROWS) {
            throw new InputException(
                    place,
                    "axis '%s' has %d values; along 'continue' there are from 2 to %d"
                            .formatted(axis.name(), axis.size(), Chains.MOST_ROWS));
        }
        boolean rises = axis.value(0) < axis.value(1);
        boolean isSorted = LongStream.range(1, axis.size())
                .allMatch(i -> rises ? axis.value(i - 1) < axis.value(i) : axis.value(i - 1) > axis.value(i));
        if (!isSorted) {
            throw new InputException(
                    place,
                    "axis '" + axis.name()
                            + "' neither rises nor falls from value to value, so that rows along it have no order; sort them, each once");
        }
    }

    /** Refuses an axis that decides how a row starts, which only the first row of a chain would obey. */
    private void checkSetting(Settings settings) {
        settings.initial().forEach((variable, expression) -> {
            if (expression.names().contains(along.text())) {
                boolean isVariable = expression.equals(new Expression.Name(variable));
                throw new InputException(
                        along.position(),
                        "rows cannot continue along '" + along.text() + "', which sets "
                                + (isVariable ? "an initial value" : "the initial value of '" + variable + "'")
                                + ": a row that continues starts where the one before has ended");
            }
        });
    }

    private void checkTraces(Axis axis, List<Output> outputs, Timing timing) {
        double values = outputs.stream()
                .filter(Output.Trace.class::isInstance)
                .mapToDouble(output -> Math.floor(timing.measured() / ((Output.Trace) output).every()) + 1)
                .sum();
        if (values * axis.size() > MOST_TRACED) {
            throw new InputException(
                    position,
                    "a chain has %d rows, with %.0f values of traces each; these must be at most %.0f together, since a chain is written at once: trace less often, or fewer variables"
                            .formatted(axis.size(), values, MOST_TRACED));
        }
    }
}
