package io.github.spikesweep.job;

import java.time.Duration;

/** Shows how far a run has come. */
public interface Progress extends AutoCloseable {
    /** How often it wants to hear. */
    Duration interval();

    /** Shows what has been done after {@code elapsed}. */
    void show(RunTotals soFar, Duration elapsed);

    /** Shows nothing more. */
    @Override
    void close();

    /** Makes the display for a run. */
    @FunctionalInterface
    interface Display {
        /**
         * Starts to show a run.
         *
         * @param name the sweep's
         * @param rows how many rows it has
         * @param neuronSteps how many integration steps they take together
         */
        Progress open(String name, long rows, double neuronSteps);
    }
}
