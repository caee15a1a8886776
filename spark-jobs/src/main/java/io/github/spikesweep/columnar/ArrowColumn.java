package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.rows.RowReader;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * A column of the table as an Arrow vector.
 *
 * @param values copies its values
 */
record ArrowColumn(FieldVector vector, Values values) {
    /** Copies values, none of which is null. */
    @FunctionalInterface
    private interface Values {
        /** Copies the value of column {@code column} in row {@code row} of the current block of {@code rows}. */
        void copy(RowReader rows, int column, int row);
    }

    static ArrowColumn of(Column column, BufferAllocator allocator) {
        String name = column.name();
        return switch (column.type()) {
            case LONG -> {
                BigIntVector vector = new BigIntVector(name, type(column, MinorType.BIGINT), allocator);
                yield new ArrowColumn(vector, (rows, at, row) -> vector.setSafe(row, rows.getLong(at, row)));
            }
            case INT -> {
                IntVector vector = new IntVector(name, type(column, MinorType.INT), allocator);
                yield new ArrowColumn(vector, (rows, at, row) -> vector.setSafe(row, rows.getInt(at, row)));
            }
            case DOUBLE -> {
                Float8Vector vector = new Float8Vector(name, type(column, MinorType.FLOAT8), allocator);
                yield new ArrowColumn(vector, (rows, at, row) -> vector.setSafe(row, rows.getDouble(at, row)));
            }
            case STRING -> {
                VarCharVector vector = new VarCharVector(name, type(column, MinorType.VARCHAR), allocator);
                yield new ArrowColumn(
                        vector,
                        (rows, at, row) ->
                                vector.setSafe(row, rows.getString(at, row).getBytes(StandardCharsets.UTF_8)));
            }
            case DOUBLE_ARRAY -> arrays(new ListVector(name, allocator, type(column, MinorType.LIST), null));
        };
    }

    /** With what is known of the column as the metadata of its field. */
    private static FieldType type(Column column, MinorType type) {
        return new FieldType(true, type.getType(), null, ColumnFacts.texts(column));
    }

    private static ArrowColumn arrays(ListVector vector) {
        FieldType element = FieldType.notNullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
        Float8Vector elements = vector.<Float8Vector>addOrGetVector(element).getVector();
        return new ArrowColumn(vector, (rows, at, row) -> {
            double[] values = rows.getDoubles(at, row);
            int start = vector.startNewValue(row);
            for (int i = 0; i < values.length; i++) {
                elements.setSafe(start + i, values[i]);
            }
            vector.endValue(row, values.length);
        });
    }

    /** Replaces the content by the current block's values of column {@code column} of {@code rows}. */
    void fill(RowReader rows, int column) {
        int count = rows.rows();
        vector.reset();
        vector.setInitialCapacity(count);
        for (int row = 0; row < count; row++) {
            if (rows.isNull(column, row)) {
                vector.setNull(row);
            } else {
                values.copy(rows, column, row);
            }
        }
        vector.setValueCount(count);
    }
}
