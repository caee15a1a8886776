package io.github.spikesweep.job;

import java.time.Duration;

/**
 * What came of a run.
 *
 * @param elapsed how long Spark worked on it, its start not included
 * @param directory where the results are
 */
public record RunReport(RunTotals totals, Duration elapsed, String directory) {
    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return totals.neuronSteps() / Figures.seconds(elapsed);
    }
}
