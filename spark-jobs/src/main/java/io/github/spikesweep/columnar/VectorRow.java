package io.github.spikesweep.columnar;

import java.util.BitSet;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;

/** One row of Arrow vectors after the other. Numbers are copied all at once, since a vector that is asked for one checks much. */
final class VectorRow implements RowValues {
    private final FieldVector[] vectors;
    private final BitSet[] present;
    /** An array of the numbers of each column; of others nothing. */
    private final Object[] numbers;

    private int row;

    /** @param rows how many they have */
    VectorRow(List<FieldVector> vectors, int rows) {
        this.vectors = vectors.toArray(FieldVector[]::new);
        this.present = new BitSet[this.vectors.length];
        this.numbers = new Object[this.vectors.length];
        for (int column = 0; column < numbers.length; column++) {
            FieldVector vector = this.vectors[column];
            present[column] =
                    BitSet.valueOf(vector.getValidityBuffer().nioBuffer(0, (rows + Byte.SIZE - 1) / Byte.SIZE));
            numbers[column] = numbers(vector, rows);
        }
    }

    private static Object numbers(FieldVector vector, int rows) {
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
        return new Object[0];
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
        return ((long[]) numbers[column])[row];
    }

    @Override
    public int getInt(int column) {
        return ((int[]) numbers[column])[row];
    }

    @Override
    public double getDouble(int column) {
        return ((double[]) numbers[column])[row];
    }

    @Override
    public byte[] getText(int column) {
        return ((VarCharVector) vectors[column]).get(row);
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
