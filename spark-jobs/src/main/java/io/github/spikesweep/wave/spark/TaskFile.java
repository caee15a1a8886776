package io.github.spikesweep.wave.spark;

import org.apache.spark.sql.connector.write.WriterCommitMessage;

/**
 * The complete file of a task.
 *
 * @param task its number in the wave, in the order of the rows
 * @param name in the folder of the wave; empty if the task had no rows
 */
record TaskFile(int task, String name) implements WriterCommitMessage {
    boolean hasRows() {
        return !name.isEmpty();
    }
}
