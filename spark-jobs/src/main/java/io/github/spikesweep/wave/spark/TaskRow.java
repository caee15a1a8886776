package io.github.spikesweep.wave.spark;

import io.github.spikesweep.columnar.RowValues;
import org.apache.spark.sql.catalyst.InternalRow;

/** One row of Spark's after the other. */
final class TaskRow implements RowValues {
    private InternalRow row = InternalRow.empty();

    /** The same, now of another row. */
    TaskRow of(InternalRow next) {
        row = next;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return row.isNullAt(column);
    }

    @Override
    public long getLong(int column) {
        return row.getLong(column);
    }

    @Override
    public int getInt(int column) {
        return row.getInt(column);
    }

    @Override
    public double getDouble(int column) {
        return row.getDouble(column);
    }

    @Override
    public byte[] getText(int column) {
        return row.getUTF8String(column).getBytes();
    }

    @Override
    public double[] getDoubles(int column) {
        return row.getArray(column).toDoubleArray();
    }
}
