package io.github.spikesweep.job;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param elapsed how long Spark worked on it, its start not included
 * @param directory where the results are
 * @param audit what an audit has found, in words; empty without one
 */
public record RunReport(RunTotals totals, Duration elapsed, String directory, Optional<String> audit) {
    /** The speed of all cores together. */
    public double neuronStepsPerSecond() {
        return totals.neuronSteps() / Figures.seconds(elapsed);
    }
}
