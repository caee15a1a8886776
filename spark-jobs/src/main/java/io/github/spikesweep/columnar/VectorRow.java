package io.github.spikesweep.columnar;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;

/** One row of Arrow vectors after the other. Numbers and texts are copied all at once, since a vector that is asked for one checks much. */
final class VectorRow implements RowValues {
    private final FieldVector[] vectors;
    private final BitSet[] present;
    /** An array of the numbers or texts of each column; of others nothing. */
    private final Object[] values;

    private int row;

    /** @param rows how many they have */
    VectorRow(List<FieldVector> vectors, int rows) {
        this.vectors = vectors.toArray(FieldVector[]::new);
        this.present = new BitSet[this.vectors.length];
        this.values = new Object[this.vectors.length];
        for (int column = 0; column < values.length; column++) {
            FieldVector vector = this.vectors[column];
            present[column] =
                    BitSet.valueOf(vector.getValidityBuffer().nioBuffer(0, (rows + Byte.SIZE - 1) / Byte.SIZE));
            values[column] = values(vector, rows);
        }
    }

    private static Object values(FieldVector vector, int rows) {
        if (vector instanceof BigIntVector longs) {
            long[] values = new long[rows];
            ArrowColumn.memory(longs, rows).asLongBuffer().get(values);
            return values;
        }
        if (vector instanceof IntVector ints) {
            int[] values = new int[rows];
            ArrowColumn.memory(ints, rows).asIntBuffer().get(values);
            return values;
        }
        if (vector instanceof Float8Vector doubles) {
            double[] values = new double[rows];
            ArrowColumn.memory(doubles, rows).asDoubleBuffer().get(values);
            return values;
        }
        return vector instanceof VarCharVector texts ? texts(texts, rows) : new Object[0];
    }

    /** Neighbours are often the same: then they are one array. */
    private static byte[][] texts(VarCharVector vector, int rows) {
        byte[][] texts = new byte[rows][];
        ByteBuffer bytes = vector.getDataBuffer().nioBuffer(0, vector.getStartOffset(rows));
        byte[] last = {};
        for (int row = 0; row < rows; row++) {
            int from = vector.getStartOffset(row);
            int length = vector.getStartOffset(row + 1) - from;
            if (!bytes.slice(from, length).equals(ByteBuffer.wrap(last))) {
                last = new byte[length];
                bytes.get(from, last);
            }
            texts[row] = last;
        }
        return texts;
    }

    /** The same, now of another row. */
    VectorRow at(int other) {
        row = other;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return !present[column].get(row);
    }

    @Override
    public long getLong(int column) {
        return ((long[]) values[column])[row];
    }

    @Override
    public int getInt(int column) {
        return ((int[]) values[column])[row];
    }

    @Override
    public double getDouble(int column) {
        return ((double[]) values[column])[row];
    }

    @Override
    public byte[] getText(int column) {
        return ((byte[][]) values[column])[row];
    }

    @Override
    public double[] getDoubles(int column) {
        ListVector lists = (ListVector) vectors[column];
        Float8Vector elements = (Float8Vector) lists.getDataVector();
        int from = lists.getElementStartIndex(row);
        double[] values = new double[lists.getElementEndIndex(row) - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = elements.get(from + i);
        }
        return values;
    }
}
