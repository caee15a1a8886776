package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RunTotals;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param totals of all rows that are in the directory
 * @param computed of those that this run has computed
 * @param rows how many there will be in the end, as far as that is known
 * @param finished whether all are there; otherwise the user has stopped the run
 * @param elapsed how long Spark worked on it, its start not included
 * @param tasks how many tasks have simulated rows
 * @param slowestTask how long the longest of them took
 * @param directory where the results are
 * @param files how many Parquet files these are
 * @param bytes their size
 * @param audit what an audit has found, in words; empty without one
 */
public record RunReport(
        RunTotals totals,
        RunTotals computed,
        long rows,
        boolean finished,
        Duration elapsed,
        int tasks,
        Duration slowestTask,
        String directory,
        int files,
        long bytes,
        Optional<String> audit) {
    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return computed.neuronSteps() / Figures.seconds(elapsed);
    }
}
