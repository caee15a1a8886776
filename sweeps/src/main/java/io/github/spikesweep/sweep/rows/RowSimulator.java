package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Output;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates rows of a sweep, recording what some of its columns need, and counts the work. Not thread-safe. */
public final class RowSimulator {
    private final SweepDefinition definition;
    private final Find find;
    /** Whether rows start from the end states of others. */
    private final boolean walks;

    private final BiFunction<Point, Trial, Trial> replacement;
    private final Set<String> recorded;
    private final boolean hasTangent;
    private final Simulator simulator;
    private final Simulator auditor;
    private final Map<Kind, NeuronPlan> plans = new HashMap<>();
    private final Progress progress;
    private final boolean settles;

    private final RowAudit audit;

    private long neuronSteps;
    private long spikes;
    private long divergedRows;

    RowSimulator(SweepDefinition definition, List<Output> wanted, Progress progress) {
        this(definition, wanted, progress, ComputeDevice.CPU);
    }

    /** @param device what takes the steps */
    RowSimulator(SweepDefinition definition, List<Output> wanted, Progress progress, ComputeDevice device) {
        this(
                definition,
                definition.find(),
                definition.chains().isPresent(),
                wanted,
                (point, trial) -> trial,
                definition.endsWhenSettled(),
                progress,
                device);
    }

    /**
     * A simulator of rows that look for nothing, each point having a value of what is found, that do not start from others, and that do not end when they have settled.
     *
     * @param replacement turns the simulation of a row into the one to run instead
     */
    public RowSimulator(SweepDefinition definition, List<Output> wanted, BiFunction<Point, Trial, Trial> replacement) {
        this(definition, Find.NONE, false, wanted, replacement, false, Progress.NONE, ComputeDevice.CPU);
    }

    private RowSimulator(
            SweepDefinition definition,
            Find find,
            boolean walks,
            List<Output> wanted,
            BiFunction<Point, Trial, Trial> replacement,
            boolean settles,
            Progress progress,
            ComputeDevice device) {
        this.definition = definition;
        this.find = find;
        this.walks = walks;
        this.audit = new RowAudit(definition, find);
        this.replacement = replacement;
        this.progress = progress;
        List<Output> measured = Stream.concat(
                        wanted.stream(),
                        definition.find().all().stream().flatMap(each -> each.condition().figures().stream()))
                .toList();
        this.recorded = measured.stream()
                .filter(output ->
                        output instanceof Output.OfVariable of && of.feature().needsRecording())
                .map(output -> ((Output.OfVariable) output).variable())
                .collect(Collectors.toSet());
        this.hasTangent = measured.stream().anyMatch(Output.OfGrowth.class::isInstance);
        this.settles = settles;
        boolean audited = definition.isAudited() && !find.isPresent();
        this.simulator = new Simulator(recording(measured, audited || settles), device);
        this.auditor = new Simulator(Recording.of(Detail.SPIKE_TIMES), device);
    }

    /**
     * Checks that a device computes all kinds of rows of a sweep.
     *
     * @throws io.github.spikesweep.document.InputException if it was asked for by name and cannot
     */
    public static void check(SweepDefinition definition, ComputeDevice device) {
        if (definition.endsWhenSettled()) {
            device.leaveToCpu("rows that end when they have settled");
        }
        for (Model model : definition.models()) {
            for (Precision precision : definition.precisions()) {
                for (Integrator integrator : definition.neurons().integrators(model)) {
                    device.check(NeuronPlan.of(definition.settings(), model, precision, integrator, Set.of(), false)
                            .kernel());
                }
            }
        }
    }

    private static Recording recording(List<Output> wanted, boolean timed) {
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        wanted.forEach(output -> details.addAll(output.details()));
        if (timed) {
            details.add(Detail.SPIKE_TIMES);
        }
        List<Output.Trace> traces = wanted.stream()
                .filter(Output.Trace.class::isInstance)
                .map(Output.Trace.class::cast)
                .toList();
        double every =
                traces.isEmpty() ? Recording.BASIC.traceEvery() : traces.get(0).every();
        Set<CellPair> pairs = wanted.stream()
                .filter(output ->
                        output instanceof Output.OfPair of && !of.feature().isOfTimes())
                .map(output -> ((Output.OfPair) output).pair())
                .collect(Collectors.toSet());
        double maxima = wanted.stream()
                .filter(Output.Ruled.class::isInstance)
                .mapToDouble(output -> ((Output.Ruled) output).rule().maxima())
                .max()
                .orElse(0);
        return new Recording(
                details, traces.stream().map(Output.Trace::variable).toList(), pairs, every, maxima);
    }

    /**
     * Computes rows side by side and adds them to the counts; one row for each point, in the same order.
     *
     * @throws java.util.concurrent.CancellationException if its progress is stopped; then none of the rows is counted
     */
    public List<Row> simulate(List<Point> points) {
        double work = find.mostTrials() * definition.audit().work();
        if (walks) {
            work *= (double) ChainWalk.simulated(definition, points) / Math.max(1, points.size());
        }
        BlockProgress block = new BlockProgress(progress, points.size(), work);
        List<Row> rows = rows(points, simulator, UnaryOperator.identity(), block);
        if (definition.isAudited()) {
            audit.add(
                    rows,
                    (again, steps) -> find.isPresent()
                            ? rows(again, simulator, steps, block)
                            : once(again, auditor, steps, block)); // points have the states from which their rows start
        }
        for (Row row : rows) {
            neuronSteps += row.neuronSteps();
            Optional<Outcome> measured = row.measured();
            spikes += measured.isPresent() ? measured.get().spikeCount() : 0;
            divergedRows += row.diverged() ? 1 : 0;
        }
        block.end();
        return rows;
    }

    /** The row at a point; it is not counted. */
    Row row(Point point) {
        return rows(List.of(point), simulator, UnaryOperator.identity(), Progress.NONE)
                .get(0);
    }

    private List<Row> rows(List<Point> points, Simulator with, UnaryOperator<Protocol> steps, Progress block) {
        if (find.isPresent()) {
            return Bisection.of(definition, find, open -> once(open, with, steps, block))
                    .rows(points);
        }
        return walks
                ? new ChainWalk(definition, open -> once(open, with, steps, block)).rows(points)
                : once(points, with, steps, block);
    }

    private List<Row> once(List<Point> points, Simulator with, UnaryOperator<Protocol> steps, Progress block) {
        List<Trial> possible = new ArrayList<>(points.size());
        BitSet simulated = new BitSet(points.size());
        for (int i = 0; i < points.size(); i++) {
            Optional<Trial> trial = trial(points.get(i), steps.apply(definition.protocol(points.get(i))));
            trial.ifPresent(possible::add);
            simulated.set(i, trial.isPresent());
        }
        List<Outcome> outcomes = settles ? with.runUntilSettled(possible, block) : with.run(possible, block);
        List<Row> rows = new ArrayList<>(points.size());
        int next = 0;
        for (int i = 0; i < points.size(); i++) {
            rows.add(Row.of(points.get(i), simulated.get(i) ? Optional.of(outcomes.get(next++)) : Optional.empty()));
        }
        return rows;
    }

    private Optional<Trial> trial(Point point, Protocol protocol) {
        return plan(point).trial(point, protocol).map(trial -> replacement.apply(point, trial));
    }

    private NeuronPlan plan(Point point) {
        Kind kind = Kind.of(point, definition.neurons());
        return plans.computeIfAbsent(kind, same -> plan(definition, same, recorded, hasTangent));
    }

    static NeuronPlan plan(SweepDefinition definition, Kind kind, Set<String> recorded, boolean hasTangent) {
        Model model = definition.models().get(kind.model());
        Precision precision = definition.precisions().get(kind.precision());
        return NeuronPlan.of(definition.settings(), model, precision, kind.integrator(), recorded, hasTangent);
    }

    long neuronSteps() {
        return neuronSteps + audit.neuronSteps();
    }

    long spikes() {
        return spikes;
    }

    long divergedRows() {
        return divergedRows;
    }

    AuditReport audited() {
        return audit.found();
    }

    /** Rows of the same kind share a plan. */
    public record Kind(int model, int precision, Integrator integrator) {
        /** The kind of the row at {@code point}. */
        public static Kind of(Point point, Neurons neurons) {
            return new Kind(point.index(neurons.model()), point.index(neurons.precision()), point.integrator(neurons));
        }
    }
}
