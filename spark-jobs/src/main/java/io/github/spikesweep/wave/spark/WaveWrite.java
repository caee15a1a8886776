package io.github.spikesweep.wave.spark;

import io.github.spikesweep.results.Versions;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Tells {@link TaskFiles} of each task that ends. Whether the job ends well or not, files stay where they are: what becomes of them
 * is up to the wave.
 */
record WaveWrite(TaskFiles files) implements Write, BatchWrite {
    @Override
    public BatchWrite toBatch() {
        return this;
    }

    @Override
    public String description() {
        return "files in " + files.folder().path();
    }

    /** Spark's pages show it. */
    @Override
    public String toString() {
        return description();
    }

    @Override
    public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
        return new TaskFileWriter.Factory(
                files.folder().path(),
                files.columns(),
                Versions.current().spark(),
                new SerializableConfiguration(
                        SparkSession.active().sparkContext().hadoopConfiguration()));
    }

    /** Several attempts of a task may complete files, with different names: Spark tells of one. */
    @Override
    public boolean useCommitCoordinator() {
        return false;
    }

    @Override
    public void onDataWriterCommit(WriterCommitMessage message) {
        files.add((TaskFile) message);
    }

    @Override
    public void commit(WriterCommitMessage[] messages) {
        // All files are known.
    }

    @Override
    public void abort(WriterCommitMessage[] messages) {
        // Those of tasks that have ended are known.
    }
}
