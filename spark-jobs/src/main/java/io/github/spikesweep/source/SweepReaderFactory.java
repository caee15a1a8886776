package io.github.spikesweep.source;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * Makes the readers of the slices. It is sent to the executors once for all tasks and contains only plain data, and what counts
 * the progress of a task.
 */
record SweepReaderFactory(
        SweepDefinition definition,
        RowSet table,
        List<String> wanted,
        String device,
        DoubleAccumulator rowsSoFar,
        LongAccumulator stepsSoFar)
        implements PartitionReaderFactory {
    SweepReaderFactory {
        wanted = List.copyOf(wanted);
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        Slicing.Slice slice = (Slicing.Slice) partition;
        if (wanted.isEmpty() && !table.isFiltered()) {
            return new CountingReader(slice.to() - slice.from());
        }
        RowSet rows = table.slice(slice.from(), slice.to());
        TaskProgress progress = new TaskProgress(rowsSoFar, stepsSoFar);
        return new SweepBatchReader(
                new RowReader(definition, rows, wanted, progress, TaskDevice.of(device)),
                definition.columns().stream()
                        .filter(column -> wanted.contains(column.name()))
                        .toList(),
                progress);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("rows are read in columns");
    }
}
