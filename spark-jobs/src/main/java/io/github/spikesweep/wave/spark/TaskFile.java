package io.github.spikesweep.wave.spark;

import java.util.UUID;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/**
 * The complete file of a task.
 *
 * @param task its number in the wave, in the order of the rows
 * @param name in the folder of the wave; empty if the task had no rows
 */
record TaskFile(int task, String name) implements WriterCommitMessage {
    /** A name for a file that is not that of a data file, another one each time: Spark may attempt a task several times, even at once. */
    static String attempt() {
        return "attempt-" + UUID.randomUUID();
    }

    boolean hasRows() {
        return !name.isEmpty();
    }
}
