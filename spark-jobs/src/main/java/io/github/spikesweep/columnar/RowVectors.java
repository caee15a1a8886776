package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowReader;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;

/** Some rows of a table as Arrow vectors, one for each column. They belong to it: closing it frees them. */
public final class RowVectors implements AutoCloseable {
    private final List<ArrowColumn> columns;
    private int rows;

    /** Vectors for these columns, without rows. */
    public RowVectors(List<Column> columns, BufferAllocator allocator) {
        this.columns = columns.stream()
                .map(column -> ArrowColumn.of(column, allocator))
                .toList();
    }

    /** Replaces the rows by those of the current block of a reader, which has these columns in the same order. */
    public void fill(RowReader reader) {
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).fill(reader, column);
        }
        rows = reader.rows();
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** The vectors, in the order of the columns. */
    public List<FieldVector> vectors() {
        return columns.stream().map(ArrowColumn::vector).toList();
    }

    @Override
    public void close() {
        columns.forEach(column -> column.vector().close());
    }
}
