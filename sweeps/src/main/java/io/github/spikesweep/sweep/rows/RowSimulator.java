package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.sweep.Output;
import io.github.spikesweep.sweep.Point;
import io.github.spikesweep.sweep.SweepDefinition;
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
    /** If a spike moves by more than this many tolerances, the error does not follow from the tolerance. */
    private static final double SUSPICIOUS = 100;

    private final SweepDefinition definition;
    private final BiFunction<Point, Trial, Trial> replacement;
    private final Set<String> recorded;
    private final Simulator simulator;
    private final Simulator auditor = new Simulator(Recording.of(Detail.SPIKE_TIMES));
    private final Map<Kind, NeuronPlan> plans = new HashMap<>();
    private final Progress progress;

    private AuditReport audited = AuditReport.NONE;
    private long neuronSteps;
    private long spikes;
    private long divergedRows;

    RowSimulator(SweepDefinition definition, List<Output> wanted, Progress progress) {
        this(definition, wanted, (point, trial) -> trial, progress);
    }

    /** @param replacement turns the simulation of a row into the one to run instead */
    public RowSimulator(SweepDefinition definition, List<Output> wanted, BiFunction<Point, Trial, Trial> replacement) {
        this(definition, wanted, replacement, Progress.NONE);
    }

    private RowSimulator(
            SweepDefinition definition,
            List<Output> wanted,
            BiFunction<Point, Trial, Trial> replacement,
            Progress progress) {
        this.definition = definition;
        this.replacement = replacement;
        this.progress = progress;
        this.recorded = wanted.stream()
                .filter(output ->
                        output instanceof Output.OfVariable of && of.feature().needsRecording())
                .map(output -> ((Output.OfVariable) output).variable())
                .collect(Collectors.toSet());
        this.simulator = new Simulator(recording(wanted, definition.isAudited()));
    }

    private static Recording recording(List<Output> wanted, boolean audited) {
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        wanted.forEach(output -> details.addAll(output.details()));
        if (audited) {
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
        return new Recording(
                details, traces.stream().map(Output.Trace::variable).toList(), pairs, every);
    }

    /**
     * Simulates rows side by side and adds them to the counts; one row for each point, in the same order.
     *
     * @throws java.util.concurrent.CancellationException if its progress is stopped; then none of the rows is counted
     */
    public List<Row> simulate(List<Point> points) {
        List<Optional<Trial>> trials = points.stream()
                .map(point -> trial(point, definition.protocol(point)))
                .toList();
        BlockProgress block =
                new BlockProgress(progress, points.size(), definition.audit().work());
        List<Outcome> outcomes =
                simulator.run(trials.stream().flatMap(Optional::stream).toList(), block);
        List<Row> rows = new ArrayList<>();
        int simulated = 0;
        for (int i = 0; i < points.size(); i++) {
            Optional<Outcome> outcome = Optional.empty();
            if (trials.get(i).isPresent()) {
                outcome = Optional.of(outcomes.get(simulated++));
            }
            rows.add(new Row(points.get(i), outcome));
        }
        if (definition.isAudited()) {
            audit(rows, block);
        }
        for (Row row : rows) {
            neuronSteps += row.outcome().map(Outcome::neuronSteps).orElse(0L);
            spikes += row.measured().map(Outcome::spikeCount).orElse(0L);
            divergedRows += row.diverged() ? 1 : 0;
        }
        block.end();
        return rows;
    }

    private void audit(List<Row> rows, Progress block) {
        List<Row> chosen = rows.stream()
                .filter(row -> row.outcome().isPresent())
                .filter(row -> definition.audit().chooses(row.point().id()))
                .toList();
        List<Outcome> finer = again(chosen, Audit::finer, block);
        BitSet different = new BitSet();
        for (int i = 0; i < chosen.size(); i++) {
            different.set(i, needsThird(chosen.get(i), finer.get(i)));
        }
        List<Outcome> finest = again(different.stream().mapToObj(chosen::get).toList(), Audit::finest, block);
        int third = 0;
        for (int i = 0; i < chosen.size(); i++) {
            Row row = chosen.get(i);
            Outcome table = row.outcome().orElseThrow();
            Outcome last = different.get(i) ? finest.get(third++) : finer.get(i);
            audited = audited.plus(AuditReport.of(row.point().id(), table, finer.get(i), last));
        }
        neuronSteps += Stream.concat(finer.stream(), finest.stream())
                .mapToLong(Outcome::neuronSteps)
                .sum();
    }

    /** Whether the second run of a row shows that it may be wrong itself. */
    private boolean needsThird(Row row, Outcome finer) {
        Outcome table = row.outcome().orElseThrow();
        return AuditReport.differ(table, finer)
                || (definition.protocol(row.point()) instanceof Protocol.Adaptive adaptive
                        && AuditReport.moved(table, finer) > SUSPICIOUS * adaptive.tolerance());
    }

    /** Simulates rows once more, with another protocol. */
    private List<Outcome> again(List<Row> rows, UnaryOperator<Protocol> other, Progress block) {
        return auditor.run(
                rows.stream()
                        .map(Row::point)
                        .map(point -> trial(point, other.apply(definition.protocol(point)))
                                .orElseThrow())
                        .toList(),
                block);
    }

    private Optional<Trial> trial(Point point, Protocol protocol) {
        return plan(point).trial(point, protocol).map(trial -> replacement.apply(point, trial));
    }

    private NeuronPlan plan(Point point) {
        Kind kind = Kind.of(point, definition.neurons());
        return plans.computeIfAbsent(kind, same -> plan(definition, same, recorded));
    }

    static NeuronPlan plan(SweepDefinition definition, Kind kind, Set<String> recorded) {
        Model model = definition.models().get(kind.model());
        Precision precision = definition.precisions().get(kind.precision());
        return NeuronPlan.of(definition.settings(), model, precision, kind.integrator(), recorded);
    }

    long neuronSteps() {
        return neuronSteps;
    }

    long spikes() {
        return spikes;
    }

    long divergedRows() {
        return divergedRows;
    }

    AuditReport audited() {
        return audited;
    }

    /** Rows of the same kind share a plan. */
    public record Kind(int model, int precision, Integrator integrator) {
        /** The kind of the row at {@code point}. */
        public static Kind of(Point point, Neurons neurons) {
            return new Kind(point.index(neurons.model()), point.index(neurons.precision()), point.integrator(neurons));
        }
    }
}
