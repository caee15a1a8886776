package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RunTotals;
import java.time.Duration;
import java.util.List;

/**
 * The outcome of a run.
 *
 * @param totals the totals of all rows in the directory
 * @param computed the totals of the rows that this run has computed
 * @param rows how many rows a complete run has, as far as that is known; of a refined sweep, how many its grid has
 * @param finished whether the run is complete; otherwise the user has stopped it
 * @param elapsed how long the run took, without the start of Spark
 * @param tasks how many tasks have simulated rows
 * @param slowestTask how long the longest of them took
 * @param directory where the results are
 * @param files how many Parquet files these are
 * @param bytes their size
 * @param refined which of the rows were simulated, in lines; none if all are
 * @param audit what an audit has found, or advice to make one, in lines
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
        List<String> refined,
        List<String> audit) {
    public RunReport {
        refined = List.copyOf(refined);
        audit = List.copyOf(audit);
    }

    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return computed.neuronSteps() / Figures.seconds(elapsed);
    }
}
