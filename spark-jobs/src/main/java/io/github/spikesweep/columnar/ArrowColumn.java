package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
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
    /** Copies values. */
    @FunctionalInterface
    private interface Values {
        /** Copies those of column {@code column} in the current block of {@code rows} into an empty vector. */
        void copy(RowReader rows, int column);
    }

    static ArrowColumn of(Column column, BufferAllocator allocator) {
        String name = column.name();
        return switch (column.type()) {
            case LONG -> {
                BigIntVector vector = new BigIntVector(name, type(column, MinorType.BIGINT), allocator);
                yield new ArrowColumn(vector, (rows, at) -> copyLongs(rows, at, vector));
            }
            case INT -> {
                IntVector vector = new IntVector(name, type(column, MinorType.INT), allocator);
                yield new ArrowColumn(vector, (rows, at) -> copyInts(rows, at, vector));
            }
            case DOUBLE -> {
                Float8Vector vector = new Float8Vector(name, type(column, MinorType.FLOAT8), allocator);
                yield new ArrowColumn(vector, (rows, at) -> copyDoubles(rows, at, vector));
            }
            case STRING -> {
                VarCharVector vector = new VarCharVector(name, type(column, MinorType.VARCHAR), allocator);
                yield new ArrowColumn(vector, (rows, at) -> copyTexts(rows, at, vector));
            }
            case DOUBLE_ARRAY -> {
                ListVector vector = new ListVector(name, allocator, type(column, MinorType.LIST), null);
                FieldType element = FieldType.notNullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
                Float8Vector elements =
                        vector.<Float8Vector>addOrGetVector(element).getVector();
                yield new ArrowColumn(vector, (rows, at) -> copyArrays(rows, at, vector, elements));
            }
        };
    }

    /** With what is known of the column as the metadata of its field. */
    private static FieldType type(Column column, MinorType type) {
        return new FieldType(true, type.getType(), null, ColumnFacts.texts(column));
    }

    /** Replaces the content by the current block's values of column {@code column} of {@code rows}. */
    void fill(RowReader rows, int column) {
        vector.reset();
        vector.setInitialCapacity(rows.rows());
        values.copy(rows, column);
        vector.setValueCount(rows.rows());
    }

    private static void copyLongs(RowReader rows, int column, BigIntVector vector) {
        LongBuffer into = allocated(vector, rows.rows()).asLongBuffer();
        for (int row = 0; row < rows.rows(); row++) {
            into.put(row, rows.getLong(column, row));
        }
        setPresent(vector, rows.rows(), row -> true);
    }

    private static void copyInts(RowReader rows, int column, IntVector vector) {
        double[] values = rows.numbers(column);
        IntBuffer into = allocated(vector, values.length).asIntBuffer();
        for (int row = 0; row < values.length; row++) {
            into.put(row, (int) values[row]); // null is NaN, which becomes 0
        }
        setPresent(vector, values.length, present(rows, column));
    }

    private static void copyDoubles(RowReader rows, int column, Float8Vector vector) {
        double[] values = rows.numbers(column);
        boolean nullable = rows.isNullable(column);
        DoubleBuffer into = allocated(vector, values.length).asDoubleBuffer();
        for (int row = 0; row < values.length; row++) {
            into.put(row, nullable && Double.isNaN(values[row]) ? 0 : values[row]);
        }
        setPresent(vector, values.length, present(rows, column));
    }

    private static IntPredicate present(RowReader rows, int column) {
        double[] values = rows.numbers(column);
        return rows.isNullable(column) ? row -> !Double.isNaN(values[row]) : row -> true;
    }

    /** The memory of so many values in a vector that has none yet. */
    private static ByteBuffer allocated(BaseFixedWidthVector vector, int count) {
        if (vector.getValueCapacity() < count) {
            vector.allocateNew(count);
        }
        return memory(vector, count);
    }

    /** The memory of so many values: a vector that takes or gives them one by one checks each. */
    static ByteBuffer memory(BaseFixedWidthVector vector, int count) {
        return vector.getDataBuffer()
                .nioBuffer(0, count * vector.getTypeWidth())
                .order(ByteOrder.nativeOrder());
    }

    /** Notes which values there are: a bit for each. */
    private static void setPresent(BaseFixedWidthVector vector, int count, IntPredicate present) {
        ArrowBuf bits = vector.getValidityBuffer();
        for (int first = 0; first < count; first += Byte.SIZE) {
            int eight = 0;
            for (int row = first; row < Math.min(count, first + Byte.SIZE); row++) {
                eight |= present.test(row) ? 1 << (row - first) : 0;
            }
            bits.setByte(first / Byte.SIZE, eight);
        }
    }

    /** Neighbours are often the same. */
    private static void copyTexts(RowReader rows, int column, VarCharVector vector) {
        String last = "";
        byte[] bytes = {};
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.isNull(column, row)) {
                vector.setNull(row);
                continue;
            }
            String text = rows.getString(column, row);
            if (!text.equals(last)) {
                last = text;
                bytes = text.getBytes(StandardCharsets.UTF_8);
            }
            vector.setSafe(row, bytes);
        }
    }

    private static void copyArrays(RowReader rows, int column, ListVector vector, Float8Vector elements) {
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.isNull(column, row)) {
                vector.setNull(row);
                continue;
            }
            double[] values = rows.getDoubles(column, row);
            int start = vector.startNewValue(row);
            for (int i = 0; i < values.length; i++) {
                elements.setSafe(start + i, values[i]);
            }
            vector.endValue(row, values.length);
        }
    }
}
