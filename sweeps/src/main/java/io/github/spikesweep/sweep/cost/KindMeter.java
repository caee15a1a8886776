package io.github.spikesweep.sweep.cost;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.rows.Row;
import io.github.spikesweep.sweep.rows.RowSimulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the cost of rows of one kind by repeatedly simulating some of them for part of their duration, at the middle of where they look for a value. Each time they
 * continue from where they were, since the start of a row is not typical of the rest. Not thread-safe.
 */
final class KindMeter {
    /** How many steps each row takes at first, few enough to be quick whatever a step costs. */
    private static final double FIRST_STEPS = 16;
    /** The largest factor by which the time grows at once: short times are not accurate. */
    private static final double MOST_GROWTH = 100;

    /** A time too short for any clock. */
    private static final double SHORTEST = 1e-9;

    private final SweepDefinition definition;
    private final KindSample sample;
    private final List<Point> points;
    private final RowSimulator simulator;
    /** The state of each row by its id; none at time 0. */
    private final Map<Long, double[]> states = new HashMap<>();

    private final List<Double> readings = new ArrayList<>();
    private double part;
    private double passed;
    private double taken;
    private double whole;
    private double steps;
    private boolean over;

    KindMeter(SweepDefinition definition, KindSample sample) {
        this.definition = definition;
        this.sample = sample;
        this.points = sample.points().stream()
                .map(point -> definition.find().atEach(point, find -> Find.between(find.low(), find.high())))
                .toList();
        this.simulator = new RowSimulator(definition, definition.outputs(), this::shortened);
        long longest = sample.points().stream()
                .mapToLong(point -> StepCount.expected(definition.protocol(point)))
                .max()
                .orElseThrow();
        this.part = Math.min(1, FIRST_STEPS / longest);
    }

    private Trial shortened(Point point, Trial trial) {
        return trial.restarted(shortened(trial.protocol()), states.getOrDefault(point.id(), trial.initial()));
    }

    /** Part of a protocol, with the transient in proportion, and at least one step. */
    private Protocol shortened(Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            long steps = Math.min(fixed.steps(), (long) Math.ceil(fixed.steps() * part));
            long transientSteps = (long) (fixed.transientSteps() * part);
            return Protocol.fixed(fixed.step(), steps, transientSteps);
        }
        Protocol.Adaptive adaptive = (Protocol.Adaptive) protocol;
        return new Protocol.Adaptive(
                adaptive.duration() * part,
                adaptive.transientTime() * part,
                adaptive.tolerance(),
                adaptive.longestStep());
    }

    /** Starts a series of readings, each longer than the last as long as that took much less than {@code seconds}. */
    void begin(double seconds) {
        double last = readings.get(readings.size() - 1);
        if (part < 1 && last < seconds / 2) {
            part = Math.min(1, part * Math.min(MOST_GROWTH, seconds / last));
        }
        readings.clear();
    }

    /** How many steps it has taken with all of its rows. */
    double steps() {
        return steps;
    }

    /** Simulates the rows once and records how long that took. */
    void read() {
        readings.add(run());
    }

    private double run() {
        double start = ThreadClock.seconds();
        List<Row> rows = simulator.simulate(points);
        double seconds = Math.max(SHORTEST, ThreadClock.seconds() - start);
        taken = 0;
        whole = 0;
        for (Row row : rows) {
            row.outcome().ifPresent(outcome -> {
                taken += outcome.neuronSteps();
                whole += outcome.cells() * wholeSteps(outcome, definition.protocol(row.point()));
            });
        }
        steps += rows.stream()
                .flatMap(row -> row.outcome().stream())
                .mapToLong(Outcome::steps)
                .max()
                .orElse(Long.MAX_VALUE);
        over = rows.stream().allMatch(Row::diverged);
        passed += part;
        keepStates(rows);
        return seconds;
    }

    /** How many steps a row takes in its whole duration. */
    private double wholeSteps(Outcome outcome, Protocol protocol) {
        if (protocol instanceof Protocol.Fixed fixed) {
            return fixed.steps();
        }
        return outcome.diverged() ? outcome.steps() : outcome.steps() / part;
    }

    /** The states from which rows continue; rows that diverged or are finished start again. */
    private void keepStates(List<Row> rows) {
        states.clear();
        if (passed + part > 1) {
            passed = 0;
            return;
        }
        for (Row row : rows) {
            row.measured().ifPresent(outcome -> states.put(row.point().id(), outcome.end()));
        }
    }

    /** The average cost of a row of this kind, by the median of all readings. */
    RowCost cost(RowCost.Certainty certainty) {
        List<Double> sorted = readings.stream().sorted().toList();
        double seconds = sorted.get(sorted.size() / 2);
        // Diverged rows stay in their lanes as long as other rows are running; a simulation ends when none is.
        double longer = over || taken == 0 ? 1 : whole / taken;
        int rows = sample.points().size();
        double expected = sample.points().stream()
                .mapToDouble(point -> StepCount.expected(definition.protocol(point)))
                .sum();
        int trials = definition.find().mostTrials();
        // If the rows of a kind have many different steps, the sample has only a few of them.
        double others = sample.steps() * rows / expected;
        return new RowCost(
                seconds * longer / rows * others * trials, whole / rows * others * trials, rows, 1, certainty);
    }
}
