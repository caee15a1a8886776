package io.github.spikesweep.progress;

import io.github.spikesweep.results.RunTotals;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How far a run has come.
 *
 * @param rows how many there will be
 * @param before how many were in the directory when it began
 * @param computed what its tasks have counted so far
 * @param runningTasks how many are at work
 * @param elapsed since it began to compute
 * @param neuronSteps how many it takes in all, about
 */
public record RunStatus(
        long rows, long before, RunTotals computed, int runningTasks, Duration elapsed, double neuronSteps) {
    /** How many rows are there, written or about to be. */
    public long rowsDone() {
        return Math.min(rows, before + computed.rows());
    }

    /** The fraction of the rows that are there. */
    public double fraction() {
        return rows == 0 ? 1 : (double) rowsDone() / rows;
    }

    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return elapsed.isZero() ? 0 : computed.neuronSteps() / Figures.seconds(elapsed);
    }

    /** How long it will take still, in seconds; empty before that can be told. */
    public OptionalDouble secondsLeft() {
        double speed = neuronStepsPerSecond();
        return speed > 0
                ? OptionalDouble.of(Math.max(0, neuronSteps - computed.neuronSteps()) / speed)
                : OptionalDouble.empty();
    }
}
