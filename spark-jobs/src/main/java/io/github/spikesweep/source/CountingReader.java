package io.github.spikesweep.source;

import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads rows without columns: only their number matters. */
final class CountingReader implements PartitionReader<ColumnarBatch> {
    private final ColumnarBatch batch = new ColumnarBatch(new ColumnVector[0]);
    private long left;

    CountingReader(long rows) {
        this.left = rows;
    }

    @Override
    public boolean next() {
        int rows = (int) Math.min(Integer.MAX_VALUE, left);
        batch.setNumRows(rows);
        left -= rows;
        return rows > 0;
    }

    @Override
    public ColumnarBatch get() {
        return batch;
    }

    @Override
    public void close() {
        batch.close();
    }
}
