package io.github.spikesweep.progress;

import io.github.spikesweep.results.RunTotals;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * The status of a run.
 *
 * @param rows how many there will be, as far as known
 * @param before how many were in the directory when the run began
 * @param computed what its tasks have counted so far
 * @param underWay how much of rows is simulated that are not finished: 0.5 for half of a row
 * @param runningTasks how many tasks are running
 * @param elapsed since it began to compute
 * @param neuronSteps about how many steps it takes in all
 * @param round the number of the round with these rows, after which there may be more; {@link #NO_ROUND} if they are all
 */
public record RunStatus(
        long rows,
        long before,
        RunTotals computed,
        double underWay,
        int runningTasks,
        Duration elapsed,
        double neuronSteps,
        int round) {
    /** All rows are known. */
    public static final int NO_ROUND = 0;

    /** The status of a run of which all rows are known. */
    public RunStatus(
            long rows,
            long before,
            RunTotals computed,
            double underWay,
            int runningTasks,
            Duration elapsed,
            double neuronSteps) {
        this(rows, before, computed, underWay, runningTasks, elapsed, neuronSteps, NO_ROUND);
    }

    /** How many rows are done, written or about to be written. */
    public long rowsDone() {
        return Math.min(rows, before + computed.rows());
    }

    /** How much is done: the fraction of the rows, where those under way count in part. */
    public double fraction() {
        return rows == 0 ? 1 : Math.min(1, (rowsDone() + underWay) / rows);
    }

    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return elapsed.isZero() ? 0 : computed.neuronSteps() / Figures.seconds(elapsed);
    }

    /** The remaining time in seconds; empty before it can be estimated. */
    public OptionalDouble secondsLeft() {
        double speed = neuronStepsPerSecond();
        return speed > 0
                ? OptionalDouble.of(Math.max(0, neuronSteps - computed.neuronSteps()) / speed)
                : OptionalDouble.empty();
    }
}
