package io.github.spikesweep.wave;

import io.github.spikesweep.results.RunTotals;
import java.io.IOException;

/** The work of one wave on an {@link Engine}. Its files become visible together, at its end. */
public interface WaveTask {
    /** Does it. Fails if it was cancelled, unless it has rows to keep. */
    void run() throws IOException, InterruptedException;

    /** Ends it soon; finished rows are written. Only {@linkplain Engine.Stop some engines} can. */
    void endEarly();

    /** Whether there are finished rows that an early end would keep. */
    boolean hasFinishedRows();

    /** Whether it has ended early, so that rows may be missing. */
    boolean hasEndedEarly();

    /** Ends it at once. The rows of its tasks that have ended are kept, or {@linkplain Engine.Stop all} that are finished. */
    void cancel();

    /** What it has counted so far. */
    RunTotals totals();

    /** How much of rows is simulated that are not among the totals: 0.5 for half of a row. */
    double underWay();

    /** How many tasks are running. */
    int runningTasks();

    /** How long the tasks that simulated rows took. */
    TaskTimes times();
}
