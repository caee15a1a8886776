package io.github.spikesweep.job;

import java.time.Duration;

/** Shows how far a run has come. */
public interface Progress extends AutoCloseable {
    /** How often it wants to hear. */
    Duration interval();

    /** Shows how far it is. */
    void show(RunStatus status);

    /** Shows nothing more. */
    @Override
    void close();

    /** What a run tells the user while it goes on. */
    interface Display {
        /** Tells something once, in a line. */
        void note(String line);

        /**
         * Starts to show a run.
         *
         * @param name the sweep's
         * @param rows how many rows it has
         * @param before how many of them are there already
         */
        Progress open(String name, long rows, long before);
    }
}
