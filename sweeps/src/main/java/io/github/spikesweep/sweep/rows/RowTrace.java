package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every variable of one row over time, from time 0 on, including the transient. For a row that diverged, it has the values
 * before that. Times are in the model's unit of time.
 */
public final class RowTrace {
    private final Model model;
    private final TraceTimes times;
    private final double[][] values;
    private final int size;
    private final OptionalDouble divergedAt;
    private final Optional<String> remark;

    private RowTrace(
            Model model,
            TraceTimes times,
            double[][] values,
            int size,
            OptionalDouble divergedAt,
            Optional<String> remark) {
        this.remark = remark;
        this.model = model;
        this.times = times;
        this.values = values;
        this.size = size;
        this.divergedAt = divergedAt;
    }

    /**
     * Simulates row {@code id}; if it looks for a value, at the one that it finds, or at the last one at which it was tried; if it starts from the end state of
     * another, after all rows before it in its chain.
     *
     * @param every the time between two values, a whole number of steps if steps are fixed; chosen if empty
     * @throws InputException if there is no such row, or the spacing is invalid for it
     */
    public static RowTrace of(SweepDefinition definition, long id, OptionalDouble every) {
        if (id < 0 || id >= definition.space().size()) {
            throw new InputException("--id " + id + ": the rows of " + definition.name() + " are 0 to "
                    + (definition.space().size() - 1));
        }
        if (!RowSet.of(definition).contains(id)) {
            throw new InputException(
                    "--id " + id + ": " + definition.name() + " has no such row: 'where' leaves it out");
        }
        Point combination = new Point(definition.space(), id);
        boolean depends = definition.find().isPresent() || definition.chains().isPresent();
        Optional<Row> row = depends
                ? Optional.of(new RowSimulator(definition, List.of(), Progress.NONE).row(combination))
                : Optional.empty();
        Optional<String> telling = row.map(known -> telling(definition, known));
        Point point = row.map(Row::point).orElse(combination);
        Neurons neurons = definition.neurons();
        Model model = definition.models().get(point.index(neurons.model()));
        Protocol protocol = whole(definition.protocol(point));
        TraceTimes times = TraceTimes.of(protocol, every, model.variables().size() + 1);
        NeuronPlan plan = RowSimulator.plan(definition, RowSimulator.Kind.of(point, neurons), Set.of(), false);
        boolean canStart = row.map(Row::outcome).map(Optional::isPresent).orElse(true);
        Optional<Trial> trial = canStart ? plan.trial(point, protocol) : Optional.empty();
        if (trial.isEmpty()) {
            return new RowTrace(model, times, new double[0][], 0, OptionalDouble.of(0), telling);
        }
        Recording recording = new Recording(Set.of(), model.variableNames(), times.every());
        return of(
                model, times, new Simulator(recording).run(List.of(trial.get())).get(0), telling);
    }

    private static String telling(SweepDefinition definition, Row row) {
        return definition.find().isPresent() ? telling(definition.find(), row) : telling(definition.chains(), row);
    }

    /** {@code starts where row 56 ends}. */
    private static String telling(Chains chains, Row row) {
        ParameterSpace space = row.point().space();
        long id = row.point().id();
        long place = chains.place(space, id);
        if (place == 0) {
            return "the first of its chain";
        }
        return row.point().start().isPresent()
                ? "starts where row " + chains.at(space, id, place - 1) + " ends"
                : "has nothing to start from, since a row before it in its chain diverged";
    }

    /** {@code width 1.25, found; amplitude 0.0625, found}. */
    private static String telling(Find find, Row row) {
        List<Find> all = find.all();
        List<String> values = all.stream()
                .map(each -> each.name() + " " + DecimalText.of(row.point().coordinate(each.name())))
                .toList();
        if (row.found().isEmpty()) {
            return String.join(" and ", values) + ", where it diverged";
        }
        return IntStream.range(0, values.size())
                .mapToObj(depth -> values.get(depth)
                        + switch (row.found().get(depth)) {
                            case FOUND -> ", found";
                            case ALWAYS -> ", the lower end, where the condition holds already";
                            case NEVER -> ", the upper end, where the condition does not hold";
                        })
                .collect(Collectors.joining("; "));
    }

    private static RowTrace of(Model model, TraceTimes times, Outcome outcome, Optional<String> telling) {
        double[][] values = new double[model.variables().size()][];
        for (int variable = 0; variable < values.length; variable++) {
            values[variable] = outcome.trace(variable);
        }
        return outcome.diverged()
                ? new RowTrace(
                        model,
                        times,
                        values,
                        before(times, outcome, values),
                        OptionalDouble.of(outcome.divergedAt()),
                        telling)
                : new RowTrace(model, times, values, values[0].length, OptionalDouble.empty(), telling);
    }

    /** How many values a diverged row has. */
    private static int before(TraceTimes times, Outcome outcome, double[][] values) {
        int size = Math.min(values[0].length, times.before(outcome.divergedAt()));
        // Values within the step in which it diverged are dropped.
        while (size > 1 && isBlank(values, size - 1)) {
            size--;
        }
        return size;
    }

    private static boolean isBlank(double[][] values, int sample) {
        for (double[] variable : values) {
            if (!Double.isNaN(variable[sample])) {
                return false;
            }
        }
        return true;
    }

    private static Protocol whole(Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            return Protocol.fixed(fixed.step(), fixed.steps(), 0);
        }
        Protocol.Adaptive adaptive = (Protocol.Adaptive) protocol;
        return Protocol.adaptive(adaptive.duration(), 0, adaptive.tolerance());
    }

    /** The row's model, whose variables these are. */
    public Model model() {
        return model;
    }

    /** How many values there are of each variable. */
    public int size() {
        return size;
    }

    /** The time between two values. */
    public double every() {
        return times.every();
    }

    /** The time of a value. */
    public double time(int sample) {
        return times.at(sample);
    }

    /** A value of a variable, numbered as in the model. */
    public double value(int variable, int sample) {
        return values[variable][sample];
    }

    /** The value of what the row looks for, and what it is, or from which row it starts; empty if neither. */
    public Optional<String> remark() {
        return remark;
    }

    /** When the row diverged; empty if it did not. */
    public OptionalDouble divergedAt() {
        return divergedAt;
    }
}
