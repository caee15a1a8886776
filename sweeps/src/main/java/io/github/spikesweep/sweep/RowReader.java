package io.github.spikesweep.sweep;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.space.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rows of a sweep's table in blocks, simulating them as they are asked for. Not thread-safe: one per task. */
public final class RowReader {
    private static final int MOST_ROWS = 16 * Simulator.MOST_LANES;
    /** The neuron-steps of a block, a second or two of work, unless that would leave lanes empty. */
    private static final double BLOCK_STEPS = 5e7;
    /** Narrower than the widest, a kernel is not much slower a lane; below this it is. */
    private static final int FAIR_LANES = 64;

    private final SweepDefinition definition;
    private final Selection slice;
    private final List<Output> wanted;
    private final boolean simulates;
    private final Set<String> recorded;
    private final int blockRows;
    private final Simulator simulator;
    private final Map<List<Integer>, NeuronPlan> plans = new HashMap<>();

    private long read;
    private List<Row> block = List.of();
    private long neuronSteps;
    private long spikes;
    private long divergedRows;

    /**
     * @param definition the sweep
     * @param slice the rows, in the order of their ids
     * @param wanted the names of the wanted columns; what none of them needs is not computed
     */
    public RowReader(SweepDefinition definition, Selection slice, List<String> wanted) {
        this.definition = definition;
        this.slice = slice;
        this.wanted = wanted.stream().map(name -> output(definition, name)).toList();
        this.simulates = this.wanted.stream().anyMatch(output -> output.column().needsSimulation());
        this.recorded = this.wanted.stream()
                .filter(output ->
                        output instanceof Output.OfVariable of && of.feature().needsRecording())
                .map(output -> ((Output.OfVariable) output).variable())
                .collect(Collectors.toSet());
        this.blockRows = simulates ? blockRows(definition, slice) : MOST_ROWS;
        this.simulator = new Simulator(this.wanted.stream().anyMatch(Output.SpikeTimes.class::isInstance));
    }

    /** Computes the next block of rows; false if there is none. */
    public boolean next() {
        List<Point> points = new ArrayList<>();
        while (points.size() < blockRows && read < slice.size()) {
            points.add(new Point(definition.space(), slice.idAt(read++)));
        }
        block = simulates
                ? simulate(points)
                : points.stream().map(point -> new Row(point, Optional.empty())).toList();
        return !block.isEmpty();
    }

    private List<Row> simulate(List<Point> points) {
        List<Optional<Trial>> trials =
                points.stream().map(point -> plan(point).trial(point)).toList();
        List<Outcome> outcomes =
                simulator.run(trials.stream().flatMap(Optional::stream).toList());
        List<Row> rows = new ArrayList<>();
        int simulated = 0;
        for (int i = 0; i < points.size(); i++) {
            Optional<Outcome> outcome = Optional.empty();
            if (trials.get(i).isPresent()) {
                neuronSteps += trials.get(i).get().protocol().steps();
                outcome = Optional.of(outcomes.get(simulated++)).filter(o -> !o.diverged());
            }
            spikes += outcome.map(o -> o.spikes().count()).orElse(0);
            divergedRows += outcome.isEmpty() ? 1 : 0;
            rows.add(new Row(points.get(i), outcome));
        }
        return rows;
    }

    private NeuronPlan plan(Point point) {
        Neurons neurons = definition.neurons();
        int model = point.index(neurons.model());
        int precision = point.index(neurons.precision());
        int integrator = point.index(neurons.integrator());
        return plans.computeIfAbsent(
                List.of(model, precision, integrator),
                key -> NeuronPlan.of(
                        definition,
                        neurons.models().get(model),
                        neurons.precision().options().get(precision),
                        neurons.integrator().options().get(integrator),
                        recorded));
    }

    /** How many rows the current block has. */
    public int rows() {
        return block.size();
    }

    /** Whether a value of the current block is null. */
    public boolean isNull(int column, int row) {
        Output output = wanted.get(column);
        if (!output.column().nullable()) {
            return false;
        }
        return output instanceof Output.SpikeTimes
                ? block.get(row).outcome().isEmpty()
                : Double.isNaN(feature(output, block.get(row)));
    }

    /** A value of a column of type {@code LONG}. */
    public long getLong(int column, int row) {
        return block.get(row).point().id();
    }

    /** A value, not null, of a column of type {@code INT}. */
    public int getInt(int column, int row) {
        return (int) feature(wanted.get(column), block.get(row));
    }

    /** A value, not null, of a column of type {@code DOUBLE}. */
    public double getDouble(int column, int row) {
        return wanted.get(column) instanceof Output.Coordinate coordinate
                ? block.get(row).point().value(coordinate.axis())
                : feature(wanted.get(column), block.get(row));
    }

    /** A value of a column of type {@code STRING}. */
    public String getString(int column, int row) {
        if (wanted.get(column) instanceof Output.Coordinate coordinate) {
            return block.get(row).point().label(coordinate.axis());
        }
        return block.get(row).outcome().isPresent() ? "ok" : "diverged";
    }

    /** A value, not null, of a column of type {@code DOUBLE_ARRAY}. */
    public double[] getDoubles(int column, int row) {
        return block.get(row).outcome().orElseThrow().spikes().times();
    }

    /** The neuron-steps of all blocks so far. */
    public long neuronSteps() {
        return neuronSteps;
    }

    /** The spikes in all blocks so far. */
    public long spikes() {
        return spikes;
    }

    /** The diverged rows in all blocks so far. */
    public long divergedRows() {
        return divergedRows;
    }

    /** A figure of a row; NaN where it is null. */
    private double feature(Output output, Row row) {
        if (row.outcome().isEmpty()) {
            return Double.NaN;
        }
        Outcome outcome = row.outcome().get();
        if (output instanceof Output.OfSpikes of) {
            return of.feature().of(outcome.spikes(), definition.timing());
        }
        Output.OfVariable of = (Output.OfVariable) output;
        int model = row.point().index(definition.neurons().model());
        int variable = definition.models().get(model).variableNames().indexOf(of.variable());
        return variable < 0 ? Double.NaN : of.feature().of(outcome, variable);
    }

    private static Output output(SweepDefinition definition, String name) {
        return definition.outputs().stream()
                .filter(output -> output.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column '" + name + "'"));
    }

    /** As many rows as give every kernel that a block may hold a fair number of lanes, and more while rows are short. */
    private static int blockRows(SweepDefinition definition, Selection slice) {
        if (slice.size() == 0) {
            return MOST_ROWS;
        }
        Workload work = Workload.of(definition, slice);
        double timely = BLOCK_STEPS * work.rows() / work.neuronSteps();
        long kernels = (long) definition.models().size()
                * definition.precisions().size()
                * definition.integrators().size();
        long fewest = (kernels * FAIR_LANES + Simulator.MOST_LANES - 1) / Simulator.MOST_LANES;
        long batches = Math.max(fewest, (long) timely / Simulator.MOST_LANES);
        return (int) Math.min(MOST_ROWS, batches * Simulator.MOST_LANES);
    }

    /** A row of the current block; without an outcome if it diverged or is not simulated. */
    private record Row(Point point, Optional<Outcome> outcome) {}
}
