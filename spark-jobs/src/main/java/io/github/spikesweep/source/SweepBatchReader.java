package io.github.spikesweep.source;

import io.github.spikesweep.columnar.RowVectors;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowReader;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ArrowColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads the rows of a slice as Arrow vectors, a block at a time. The vectors belong to the reader, which reuses them for each
 * block. Its memory is freed when Spark closes it, also when a task fails or is cancelled.
 */
final class SweepBatchReader implements PartitionReader<ColumnarBatch> {
    private final RowReader rows;
    private final boolean simulates;
    private final TaskProgress progress;
    private final BufferAllocator allocator = new RootAllocator();
    private final RowVectors vectors;
    private final ColumnarBatch batch;
    private long rowsSoFar;

    /**
     * @param columns the columns that {@code rows} computes, in that order
     * @param progress that of {@code rows}
     */
    SweepBatchReader(RowReader rows, List<Column> columns, TaskProgress progress) {
        this.progress = progress;
        this.rows = rows;
        this.simulates = columns.stream().anyMatch(Column::needsSimulation);
        this.vectors = new RowVectors(columns, allocator);
        this.batch = new ColumnarBatch(
                vectors.vectors().stream().map(ArrowColumnVector::new).toArray(ColumnVector[]::new));
    }

    @Override
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        vectors.fill(rows);
        batch.setNumRows(rows.rows());
        rowsSoFar += rows.rows();
        progress.finished();
        return true;
    }

    @Override
    public ColumnarBatch get() {
        return batch;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return SweepMetrics.of(rows, simulates ? rowsSoFar : 0);
    }

    @Override
    public void close() {
        batch.close();
        allocator.close();
    }
}
