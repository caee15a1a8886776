package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.Pulses;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Saltelli;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.neuron.Choice;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds likely mistakes in a sweep that are allowed. Nothing is simulated. */
public final class Warnings {
    /** Tolerance for rounding in a step. */
    private static final double ROUNDING = 1e-9;

    /** Longer lists are not looked through. */
    private static final long MOST_COMPARED = 100_000;

    private static final long MANY_ROWS = 1_000_000;
    private static final double MANY_BYTES = 1e12;
    private static final double BYTES_PER_NUMBER = 8;
    /** The units of an input without one. */
    private static final List<String> DIMENSIONLESS = List.of("", "1");

    private static final List<String> SIZES = List.of("bytes", "kB", "MB", "GB", "TB", "PB", "EB");

    private final SweepDefinition definition;
    private final long rows;

    private Warnings(SweepDefinition definition, long rows) {
        this.definition = definition;
        this.rows = rows;
    }

    /**
     * The warnings about a sweep, one line each; none if there is nothing to warn about.
     *
     * @param rows how many of its rows will be simulated
     */
    public static List<String> of(SweepDefinition definition, long rows) {
        Warnings warnings = new Warnings(definition, rows);
        return Stream.of(
                        warnings.longSteps(),
                        FailingResets.warnings(definition),
                        warnings.shortPeriods(),
                        warnings.sobol(),
                        warnings.repeatedValues(),
                        warnings.inputs(),
                        warnings.replicates(),
                        warnings.traces(),
                        warnings.table())
                .flatMap(List::stream)
                .toList();
    }

    /** Steps that are too long for the right spikes of a model. */
    private List<String> longSteps() {
        if (definition.neurons().differential(false).isEmpty()) {
            return List.of();
        }
        double[] steps = Timing.values(definition.timing().step(), definition.space());
        return definition.models().stream()
                .filter(model -> !model.isMap())
                .flatMap(model -> longSteps(model, steps).stream())
                .toList();
    }

    private Optional<String> longSteps(Model model, double[] steps) {
        double longest = model.longestStep();
        long longer = Arrays.stream(steps)
                .filter(step -> step > longest * (1 + ROUNDING))
                .count();
        if (longer == 0) {
            return Optional.empty();
        }
        String unit = model.time().equals("dimensionless") ? "" : " " + model.time();
        String which = steps.length == 1
                ? "the step " + Formula.shown(steps[0]) + unit + " is longer"
                : counted(longer) + " of the " + counted(steps.length) + " values of 'step' are longer";
        List<Integrator> used = definition.neurons().differential(false);
        String with = used.equals(List.of(Integrator.RK4))
                ? ""
                : "with " + used.stream().map(Integrator::label).collect(Collectors.joining(" and ")) + ", ";
        return Optional.of("%s than %s, the longest with which %s gives the right spikes of %s"
                .formatted(with + which, Formula.shown(longest) + unit, Integrator.RK4.label(), model.name()));
    }

    /** Pulses that come more often than steps: the rows diverge. */
    private List<String> shortPeriods() {
        if (definition.neurons().differential(false).isEmpty()) {
            return List.of();
        }
        double longest = Arrays.stream(Timing.values(definition.timing().step(), definition.space()))
                .max()
                .orElseThrow();
        return definition.settings().allInputs().stream()
                .flatMapToDouble(Warnings::periods)
                .filter(period -> period < longest)
                .mapToObj(period -> "the period %s of pulses is shorter than the step %s: such rows diverge"
                        .formatted(Formula.shown(period), Formula.shown(longest)))
                .distinct()
                .toList();
    }

    /** The periods of pulses, where they are numbers. */
    private static DoubleStream periods(Expression expression) {
        DoubleStream within = expression.parts().stream().flatMapToDouble(Warnings::periods);
        return expression instanceof Expression.Call call
                        && call.function() instanceof Pulses
                        && call.arguments().get(3) instanceof Expression.Literal period
                ? DoubleStream.concat(DoubleStream.of(period.value()), within)
                : within;
    }

    /** A number of Sobol points that is not a power of 2. */
    private List<String> sobol() {
        return definition.space().blocks().stream()
                .map(block -> block.axes().get(0))
                .filter(axis -> axis.values() instanceof Sampled)
                .map(axis -> sobolPoints(((Sampled) axis.values()).sequence(), axis.size()))
                .filter(points -> points > 0 && Long.bitCount(points) != 1)
                .map(points ->
                        "%s points of Sobol's sequence are not a power of 2: they fill the space less evenly than %s"
                                .formatted(counted(points), counted(Long.highestOneBit(points))))
                .toList();
    }

    /** How many points of Sobol's sequence a sample of this size has; 0 for others. */
    private static long sobolPoints(UnitSequence sequence, long size) {
        if (sequence instanceof Rotated rotated) {
            return sobolPoints(rotated.sequence(), size);
        }
        if (sequence instanceof Saltelli saltelli) {
            return size / saltelli.rowsPerPoint();
        }
        return sequence instanceof Sobol ? size : 0;
    }

    /** Numbers that an axis lists more than once. With noise, their rows differ. */
    private List<String> repeatedValues() {
        if (definition.settings().noise().kind() != Noise.NONE) {
            return List.of();
        }
        return definition.space().blocks().stream()
                .filter(block -> block.axes().size() == 1)
                .map(block -> block.axes().get(0))
                .filter(axis -> axis.values() instanceof NumberList && axis.size() <= MOST_COMPARED)
                .flatMap(axis -> repeatedValues(axis).stream())
                .toList();
    }

    private static Optional<String> repeatedValues(Axis axis) {
        Set<Double> seen = new HashSet<>();
        double[] repeated = LongStream.range(0, axis.size())
                .mapToDouble(axis::value)
                .filter(value -> !seen.add(value))
                .toArray();
        return repeated.length == 0
                ? Optional.empty()
                : Optional.of("'%s' has %s more than once, so there are rows with the same results"
                        .formatted(
                                axis.name(),
                                Formula.shown(repeated[0]) + (repeated.length == 1 ? "" : " and other values")));
    }

    /** One input for models that take theirs in different units; models without units take any. */
    private List<String> inputs() {
        Choice<Model> choice = definition.neurons().model();
        List<String> ofCells = cellInputs();
        if (choice.isFixed() || definition.neurons().anyCircuit()) {
            return ofCells;
        }
        List<Model> models = definition.models().stream()
                .filter(model -> !DIMENSIONLESS.contains(model.input().unit()))
                .toList();
        Expression input = definition.settings().input();
        boolean differ =
                models.stream().map(model -> model.input().unit()).distinct().count() > 1;
        if (!differ || input.equals(new Expression.Literal(0))) {
            return List.of();
        }
        ParameterSpace space = definition.space();
        int block = space.blockOf(choice.axis());
        boolean together = input.names().stream()
                .flatMapToInt(name -> space.axis(name).stream())
                .anyMatch(axis -> space.blockOf(axis) == block);
        return together
                ? List.of()
                : List.of("the models get the same input, in different units: "
                        + models.stream()
                                .map(model ->
                                        model.name() + " in " + model.input().unit())
                                .collect(Collectors.joining(", "))
                        + "; a zip of 'model' and 'input' gives each its own");
    }

    /** One input for cells that take theirs in different units. */
    private List<String> cellInputs() {
        Settings settings = definition.settings();
        List<String> warnings = new ArrayList<>();
        for (Model model : definition.models()) {
            List<Cell> together = model.cells().stream()
                    .filter(cell -> cell.hasInput() && !settings.inputs().containsKey(cell.name()))
                    .filter(cell -> !DIMENSIONLESS.contains(cell.input().unit()))
                    .toList();
            boolean differ = together.stream()
                            .map(cell -> cell.input().unit())
                            .distinct()
                            .count()
                    > 1;
            if (model.isCircuit() && differ && !settings.input().equals(new Expression.Literal(0))) {
                warnings.add("the cells of " + model.name() + " get the same input, in different units: "
                        + together.stream()
                                .map(cell -> cell.name() + " in " + cell.input().unit())
                                .collect(Collectors.joining(", "))
                        + "; 'input' may give each its own: {" + together.get(0).name() + ": 0.1}");
            }
        }
        return warnings;
    }

    /** Replicates that are identical. */
    private List<String> replicates() {
        boolean used = definition.settings().noise().kind() != Noise.NONE
                || definition.settings().uses(SweepKeys.REPLICATE);
        return used || definition.space().axis(SweepKeys.REPLICATE).isEmpty()
                ? List.of()
                : List.of("all replicates of a combination are identical without noise");
    }

    /** Traces that take very much space. */
    private List<String> traces() {
        double bytes = (double) rows * BYTES_PER_NUMBER * tracedNumbers();
        return bytes > 0 && (rows > MANY_ROWS || bytes > MANY_BYTES)
                ? List.of("the traces of %s rows take %s".formatted(counted(rows), size(bytes)))
                : List.of();
    }

    private double tracedNumbers() {
        double numbers = 0;
        for (Output output : definition.outputs()) {
            if (output instanceof Output.Trace trace) {
                numbers += Math.floor(definition.timing().measured() / trace.every() * (1 + ROUNDING)) + 1;
            }
        }
        return numbers;
    }

    /** A table that would fill most disks, not counting columns of variable length. */
    private List<String> table() {
        double bytes = 0;
        for (Column column : definition.columns()) {
            bytes += (double) rows
                    * switch (column.type()) {
                        case LONG, DOUBLE -> BYTES_PER_NUMBER;
                        case INT -> Integer.BYTES;
                        case STRING -> 1;
                        case DOUBLE_ARRAY -> 0;
                    };
        }
        return bytes > MANY_BYTES
                ? List.of("%s rows of %d columns take %s"
                        .formatted(counted(rows), definition.columns().size(), size(bytes)))
                : List.of();
    }

    private static String counted(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 2.4 TB}. */
    private static String size(double bytes) {
        double shown = bytes;
        int unit = 0;
        while (shown >= 1000 && unit < SIZES.size() - 1) {
            shown /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.3g %s", shown, SIZES.get(unit));
    }
}
