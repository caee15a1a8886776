package io.github.spikesweep.source;

import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.rows.RowReader;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * A column of the table as an Arrow vector.
 *
 * @param <V> the vector's type
 */
abstract class ArrowColumn<V extends FieldVector> {
    final V vector;

    private ArrowColumn(V vector) {
        this.vector = vector;
    }

    static ArrowColumn<?> of(Column column, BufferAllocator allocator) {
        return switch (column.type()) {
            case LONG -> new Longs(new BigIntVector(column.name(), allocator));
            case INT -> new Ints(new IntVector(column.name(), allocator));
            case DOUBLE -> new Doubles(new Float8Vector(column.name(), allocator));
            case STRING -> new Texts(new VarCharVector(column.name(), allocator));
            case DOUBLE_ARRAY -> new DoubleArrays(ListVector.empty(column.name(), allocator));
        };
    }

    final ValueVector vector() {
        return vector;
    }

    /** Replaces the content by the current block's values of column {@code column} of {@code rows}. */
    final void fill(RowReader rows, int column) {
        int count = rows.rows();
        vector.reset();
        vector.setInitialCapacity(count);
        for (int row = 0; row < count; row++) {
            if (rows.isNull(column, row)) {
                vector.setNull(row);
            } else {
                set(row, rows, column);
            }
        }
        vector.setValueCount(count);
    }

    /** Copies one value, which is not null. */
    abstract void set(int row, RowReader rows, int column);

    private static final class Longs extends ArrowColumn<BigIntVector> {
        Longs(BigIntVector vector) {
            super(vector);
        }

        @Override
        void set(int row, RowReader rows, int column) {
            vector.setSafe(row, rows.getLong(column, row));
        }
    }

    private static final class Ints extends ArrowColumn<IntVector> {
        Ints(IntVector vector) {
            super(vector);
        }

        @Override
        void set(int row, RowReader rows, int column) {
            vector.setSafe(row, rows.getInt(column, row));
        }
    }

    private static final class Doubles extends ArrowColumn<Float8Vector> {
        Doubles(Float8Vector vector) {
            super(vector);
        }

        @Override
        void set(int row, RowReader rows, int column) {
            vector.setSafe(row, rows.getDouble(column, row));
        }
    }

    private static final class Texts extends ArrowColumn<VarCharVector> {
        Texts(VarCharVector vector) {
            super(vector);
        }

        @Override
        void set(int row, RowReader rows, int column) {
            vector.setSafe(row, rows.getString(column, row).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class DoubleArrays extends ArrowColumn<ListVector> {
        private final Float8Vector elements;

        DoubleArrays(ListVector vector) {
            super(vector);
            FieldType element = FieldType.notNullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
            this.elements = vector.<Float8Vector>addOrGetVector(element).getVector();
        }

        @Override
        void set(int row, RowReader rows, int column) {
            double[] values = rows.getDoubles(column, row);
            int start = vector.startNewValue(row);
            for (int i = 0; i < values.length; i++) {
                elements.setSafe(start + i, values[i]);
            }
            vector.endValue(row, values.length);
        }
    }
}
