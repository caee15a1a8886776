package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.RowStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Reads the rows of a sweep's table in blocks, simulating each block when it is read. Not thread-safe: one per task. */
public final class RowReader {
    private final SweepDefinition definition;
    private final RowSet slice;
    private final List<Output> wanted;
    private final boolean simulates;
    private final int blockRows;
    private final RowSimulator simulator;
    private final Progress progress;

    private long read;
    private List<Row> block = List.of();
    /** What was measured of each row of the block. */
    private List<Optional<Outcome>> measured = List.of();
    /** The numbers of the block, for each column that was read. */
    private final double[][] numbers;

    /** The same of regimes. */
    private final List<List<Optional<String>>> regimes;

    private final boolean[] nullable;
    private final boolean[] isSeries;

    /**
     * @param definition the sweep
     * @param slice which rows
     * @param wanted the names of the wanted columns; only what they need is computed
     */
    public RowReader(SweepDefinition definition, RowSet slice, List<String> wanted) {
        this(definition, slice, wanted, Progress.NONE);
    }

    /**
     * The same.
     *
     * @param progress is told how far it is; if it stops, the rows of finished blocks are the last ones
     */
    public RowReader(SweepDefinition definition, RowSet slice, List<String> wanted, Progress progress) {
        this(definition, slice, wanted, progress, ComputeDevice.CPU);
    }

    /**
     * The same.
     *
     * @param device what takes the steps
     */
    public RowReader(
            SweepDefinition definition, RowSet slice, List<String> wanted, Progress progress, ComputeDevice device) {
        this.progress = progress;
        this.definition = definition;
        this.slice = slice;
        this.wanted = wanted.stream().map(name -> output(definition, name)).toList();
        this.simulates = this.wanted.stream().anyMatch(output -> output.column().needsSimulation());
        this.blockRows = simulates ? BlockSize.of(definition, slice, this.wanted) : BlockSize.MOST_ROWS;
        this.simulator = new RowSimulator(definition, this.wanted, progress, device);
        this.numbers = new double[this.wanted.size()][];
        this.regimes = new ArrayList<>(Collections.nCopies(this.wanted.size(), null));
        this.nullable = new boolean[this.wanted.size()];
        this.isSeries = new boolean[this.wanted.size()];
        for (int column = 0; column < nullable.length; column++) {
            nullable[column] = this.wanted.get(column).column().nullable();
            isSeries[column] = this.wanted.get(column) instanceof Output.Series;
        }
    }

    /** Computes the next block of rows; false if there is none, or if its progress was stopped. */
    public boolean next() {
        block = List.of();
        Arrays.fill(numbers, null);
        Collections.fill(regimes, null);
        if (read < slice.candidates().size() && progress.isStopped()) {
            return false;
        }
        List<Point> points = new ArrayList<>();
        while (points.size() < blockRows && read < slice.candidates().size()) {
            for (long end = slice.uncut(read + 1); read < end; read++) {
                slice.point(read).ifPresent(points::add);
            }
        }
        compute(points);
        return !block.isEmpty();
    }

    /**
     * Computes the rows among some of the candidates as one block, whatever was read before; false if there are none, or if its
     * progress was stopped.
     *
     * @param candidates their positions
     */
    public boolean read(IndexRanges candidates) {
        block = List.of();
        Arrays.fill(numbers, null);
        Collections.fill(regimes, null);
        if (progress.isStopped()) {
            return false;
        }
        List<Point> points = new ArrayList<>(Math.toIntExact(candidates.count()));
        for (int range = 0; range < candidates.rangeCount(); range++) {
            for (long candidate = candidates.rangeFrom(range); candidate < candidates.rangeTo(range); candidate++) {
                slice.point(candidate).ifPresent(points::add);
            }
        }
        compute(points);
        return !block.isEmpty();
    }

    /** How many rows it computes at once. */
    public int blockRows() {
        return blockRows;
    }

    private void compute(List<Point> points) {
        block = simulates
                ? simulated(points)
                : points.stream().map(point -> Row.of(point, Optional.empty())).toList();
        measured = block.stream().map(Row::measured).toList();
    }

    /** The rows at some points; none if it was stopped meanwhile. */
    private List<Row> simulated(List<Point> points) {
        try {
            return simulator.simulate(points);
        } catch (CancellationException e) {
            if (!progress.isStopped() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return List.of();
        }
    }

    /** How many rows the current block has. */
    public int rows() {
        return block.size();
    }

    /** Whether a value of the current block is null. */
    public boolean isNull(int column, int row) {
        if (!nullable[column]) {
            return false;
        }
        if (wanted.get(column) instanceof Output.Carried carried
                && !carried.cells().isNumeric()) {
            return carried.text(block.get(row).point()).isEmpty();
        }
        if (wanted.get(column) instanceof Output.FoundStatus status) {
            return block.get(row).found(status.depth()).isEmpty();
        }
        if (wanted.get(column) instanceof Output.OfRegime) {
            return regime(column, row).isEmpty();
        }
        return isSeries[column]
                ? series((Output.Series) wanted.get(column), block.get(row)).isEmpty()
                : Double.isNaN(number(column, row));
    }

    /** A value of a column of type {@code LONG}. */
    public long getLong(int column, int row) {
        Point point = block.get(row).point();
        return wanted.get(column) instanceof Output.Coordinate whole ? (long) point.value(whole.axis()) : point.id();
    }

    /** A value, not null, of a column of type {@code INT}. */
    public int getInt(int column, int row) {
        return (int) number(column, row);
    }

    /** A value, not null, of a column of type {@code DOUBLE}. */
    public double getDouble(int column, int row) {
        return number(column, row);
    }

    /** A value, not null, of a column of type {@code STRING}. */
    public String getString(int column, int row) {
        if (wanted.get(column) instanceof Output.Coordinate coordinate) {
            return block.get(row).point().name(coordinate.axis());
        }
        if (wanted.get(column) instanceof Output.Carried carried) {
            return carried.text(block.get(row).point()).orElseThrow();
        }
        if (wanted.get(column) instanceof Output.FoundStatus status) {
            return block.get(row).found(status.depth()).orElseThrow().label();
        }
        if (wanted.get(column) instanceof Output.OfRegime) {
            return regime(column, row).orElseThrow();
        }
        return (block.get(row).diverged() ? RowStatus.DIVERGED : RowStatus.OK).label();
    }

    /** A value, not null, of a column of type {@code DOUBLE_ARRAY}. */
    public double[] getDoubles(int column, int row) {
        return series((Output.Series) wanted.get(column), block.get(row)).orElseThrow();
    }

    /** The neuron-steps of all blocks so far, including audits. */
    public long neuronSteps() {
        return simulator.neuronSteps();
    }

    /** The spikes in all blocks so far. */
    public long spikes() {
        return simulator.spikes();
    }

    /** The diverged rows in all blocks so far. */
    public long divergedRows() {
        return simulator.divergedRows();
    }

    /** How far the rows of all blocks so far differ when simulated again with finer steps. */
    public AuditReport audited() {
        return simulator.audited();
    }

    private double number(int column, int row) {
        return numbers(column)[row];
    }

    /**
     * The values of a column of type {@code INT} or {@code DOUBLE} in the current block, one element per row; NaN where {@link #isNull}. They belong to the
     * reader.
     */
    public double[] numbers(int column) {
        if (numbers[column] == null) {
            numbers[column] = numbers(wanted.get(column));
        }
        return numbers[column];
    }

    /** Whether some values of a column may be null. */
    public boolean isNullable(int column) {
        return nullable[column];
    }

    /**
     * The kind of output is determined once per block; doing so for each number would take longer than computing the number.
     */
    private double[] numbers(Output output) {
        double[] values = new double[block.size()];
        if (output instanceof Output.Coordinate coordinate) {
            for (int i = 0; i < values.length; i++) {
                values[i] = block.get(i).point().value(coordinate.axis());
            }
        } else if (output instanceof Output.Carried carried) {
            for (int i = 0; i < values.length; i++) {
                values[i] = carried.number(block.get(i).point());
            }
        } else if (output instanceof Output.Found found) {
            String name = definition.find().all().get(found.depth()).name();
            for (int i = 0; i < values.length; i++) {
                values[i] = block.get(i).valueFound(name, found.depth());
            }
        } else if (output instanceof Output.DivergedAt) {
            for (int i = 0; i < values.length; i++) {
                values[i] = block.get(i).divergedAt();
            }
        } else {
            Output.Figure figure = (Output.Figure) output;
            for (int i = 0; i < values.length; i++) {
                values[i] = measured.get(i).isEmpty()
                        ? Double.NaN
                        : figure.of(measured.get(i).get(), model(block.get(i)), definition.timing());
            }
        }
        return values;
    }

    private Optional<String> regime(int column, int row) {
        if (regimes.get(column) == null) {
            Output.OfRegime output = (Output.OfRegime) wanted.get(column);
            regimes.set(
                    column,
                    block.stream()
                            .map(one -> one.measured()
                                    .flatMap(outcome -> output.of(outcome, model(one), definition.timing())))
                            .toList());
        }
        return regimes.get(column).get(row);
    }

    private Optional<double[]> series(Output.Series series, Row row) {
        return row.measured().flatMap(outcome -> series.of(outcome, model(row)));
    }

    private Model model(Row row) {
        return definition.models().get(row.point().index(definition.neurons().model()));
    }

    private static Output output(SweepDefinition definition, String name) {
        return definition.outputs().stream()
                .filter(output -> output.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column '" + name + "'"));
    }
}
