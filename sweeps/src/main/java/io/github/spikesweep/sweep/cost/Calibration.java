package io.github.spikesweep.sweep.cost;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.RowCost.Certainty;
import io.github.spikesweep.sweep.rows.BlockSize;
import io.github.spikesweep.sweep.rows.RowSet;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the cost of a sweep's rows on this machine: simulates some rows of every kind of neuron for part of their duration,
 * recording what the columns need. It only uses the calling thread, takes a few seconds, and changes no results.
 */
public final class Calibration {
    /** Rows are simulated in rounds of this many seconds, until a round is no faster than those before. */
    private static final double ROUND = 0.4;
    /** About how often rows of every kind are simulated in a round. */
    private static final double READINGS = 5;

    /** A round is no faster than the one before if it takes more than this fraction of its time. */
    private static final double STEADY = 0.85;
    /** After how many of these rounds it ends, and after how many if the JVM compiles hardly anything meanwhile. */
    private static final int STEADY_ROUNDS = 2;

    private static final int STEADY_ROUNDS_IN_QUIET = 1;
    /** The fraction of a round for which the JVM may compile and the round still counts as quiet. */
    private static final double QUIET = 0.1;
    /** Where it compiles for more than this fraction of a round, what matters may still be slow: large circuits take many seconds. */
    private static final double BUSY = 0.5;
    /** After fewer steps the JVM has not even begun to compile a kernel to its fastest code. */
    private static final double WARMING_STEPS = 1_000;
    /** After so many steps, what it compiles is something else. */
    private static final double WARM_STEPS = 100_000;

    /**
     * It also ends after this many seconds of this thread: the more, the longer the sweep will take, but within these bounds. A
     * large model needs seconds until the JVM has compiled it to fast machine code, and before that the estimate is several
     * times too high.
     */
    private static final double SHORTEST_LIMIT = 3;

    private static final double LONGEST_LIMIT = 12;
    private static final double WORTHWHILE_PART = 0.1;
    /** On a busy machine it ends after this many times as many seconds of wall time. */
    private static final double PATIENCE = 2.5;

    private final SweepDefinition definition;
    private final List<KindSample> samples;
    /** How many rows are simulated for each that is wanted. */
    private final double perRow;

    /**
     * Chooses the rows.
     *
     * @param rows those that will be simulated, at least one
     * @param rowsPerTask how many of them one thread will simulate
     */
    public Calibration(SweepDefinition definition, RowSet rows, long rowsPerTask) {
        this.definition = definition;
        this.perRow = definition.chains().simulated(rows.candidates());
        int block = BlockSize.of(definition, rows, definition.outputs());
        this.samples = KindSample.of(definition, rows, Math.min(block, rowsPerTask));
    }

    /** Whether there are rows to measure: {@code where} may keep so few that none was found. */
    public boolean isPossible() {
        return !samples.isEmpty();
    }

    /**
     * Measures them.
     *
     * @param rows how many rows will be simulated
     */
    public RowCost measure(long rows) {
        return measure(rows, SHORTEST_LIMIT, LONGEST_LIMIT);
    }

    /**
     * The same.
     *
     * @param shortest after this many seconds of this thread no further round is started, unless the rows will take long; the
     *     first round always completes
     * @param longest after this many none is started in any case
     */
    RowCost measure(long rows, double shortest, double longest) {
        double reading = ROUND / (READINGS * samples.size());
        List<KindMeter> meters = new ArrayList<>();
        samples.forEach(sample -> meters.add(new KindMeter(definition, sample)));
        // The first time compiles the kernels, later ones let the JVM compile them to machine code.
        meters.forEach(KindMeter::read);
        double start = ThreadClock.seconds();
        long wallStart = System.nanoTime();
        double before = Double.POSITIVE_INFINITY;
        int steady = 0;
        while (true) {
            meters.forEach(meter -> meter.begin(reading));
            double compiled = secondsOfCompiling();
            long roundStart = System.nanoTime();
            round(meters);
            double compiling = (secondsOfCompiling() - compiled) / ((System.nanoTime() - roundStart) / 1e9);
            boolean quiet = compiling < QUIET;
            double steps = meters.stream().mapToDouble(KindMeter::steps).min().orElseThrow();
            boolean slow = steps < WARMING_STEPS || (compiling > BUSY && steps < WARM_STEPS);
            RowCost cost = mean(meters, Certainty.ABOUT);
            steady = cost.seconds() > STEADY * before && !slow ? steady + 1 : 0;
            if (steady >= (quiet ? STEADY_ROUNDS_IN_QUIET : STEADY_ROUNDS)) {
                return cost;
            }
            double limit = Math.min(longest, Math.max(shortest, WORTHWHILE_PART * rows * cost.seconds()));
            double wall = (System.nanoTime() - wallStart) / 1e9;
            if (ThreadClock.seconds() - start > limit || wall > PATIENCE * limit) {
                return mean(meters, Certainty.AT_MOST);
            }
            before = cost.seconds();
        }
    }

    private static void round(List<KindMeter> meters) {
        double start = ThreadClock.seconds();
        do {
            meters.forEach(KindMeter::read);
        } while (ThreadClock.seconds() - start < ROUND);
    }

    private static double secondsOfCompiling() {
        return Optional.ofNullable(ManagementFactory.getCompilationMXBean())
                .filter(CompilationMXBean::isCompilationTimeMonitoringSupported)
                .map(compiler -> compiler.getTotalCompilationTime() / 1e3)
                .orElse(0.0);
    }

    private RowCost mean(List<KindMeter> meters, Certainty certainty) {
        List<RowCost> costs =
                meters.stream().map(meter -> meter.cost(certainty)).toList();
        double share = samples.stream().mapToDouble(KindSample::share).sum();
        double seconds = 0;
        double steps = 0;
        int rows = 0;
        for (int i = 0; i < costs.size(); i++) {
            double weight = samples.get(i).share() / share;
            seconds += weight * costs.get(i).seconds();
            steps += weight * costs.get(i).steps();
            rows += costs.get(i).rows();
        }
        return new RowCost(perRow * seconds, perRow * steps, rows, costs.size(), certainty);
    }
}
