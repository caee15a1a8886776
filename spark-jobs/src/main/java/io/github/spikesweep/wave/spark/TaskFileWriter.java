package io.github.spikesweep.wave.spark;

import io.github.spikesweep.columnar.TableFile;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.folder.HadoopFolder;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.util.SerializableConfiguration;

/** Writes the rows of a task to a file, which has another name in each attempt. */
final class TaskFileWriter implements DataWriter<InternalRow> {
    /** The name by which Spark counts them as output. */
    private static final String ROWS_WRITTEN = "recordsWritten";

    private final Factory wave;
    private final int task;
    private final Folder folder;
    private final String name = TaskFile.attempt();
    private final TaskRow row = new TaskRow();
    private Optional<TableFile> file = Optional.empty();
    private long rows;

    private TaskFileWriter(Factory wave, int task, Folder folder) {
        this.wave = wave;
        this.task = task;
        this.folder = folder;
    }

    /**
     * Makes the writers, on executors.
     *
     * @param folder the path where they put files
     * @param columns those of the rows
     */
    record Factory(String folder, List<Column> columns, String sparkVersion, SerializableConfiguration hadoop)
            implements DataWriterFactory {
        Factory {
            columns = List.copyOf(columns);
        }

        @Override
        public DataWriter<InternalRow> createWriter(int partition, long attempt) {
            try {
                return new TaskFileWriter(this, partition, HadoopFolder.at(folder, hadoop.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void write(InternalRow next) throws IOException {
        if (file.isEmpty()) {
            file = Optional.of(new TableFile(folder.output(name), wave.columns(), wave.sparkVersion()));
        }
        file.get().write(row.of(next));
        rows++;
    }

    @Override
    public WriterCommitMessage commit() throws IOException {
        if (file.isEmpty()) {
            return new TaskFile(task, "");
        }
        file.get().complete();
        return new TaskFile(task, name);
    }

    @Override
    public void abort() throws IOException {
        close();
        folder.delete(name);
    }

    @Override
    public void close() {
        file.ifPresent(TableFile::close);
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        long soFar = rows;
        return new CustomTaskMetric[] {
            new CustomTaskMetric() {
                @Override
                public String name() {
                    return ROWS_WRITTEN;
                }

                @Override
                public long value() {
                    return soFar;
                }
            }
        };
    }
}
