package io.github.spikesweep.columnar;

import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;

/** One row of Arrow vectors after the other. */
final class VectorRow implements RowValues {
    private final FieldVector[] vectors;
    private int row;

    VectorRow(List<FieldVector> vectors) {
        this.vectors = vectors.toArray(FieldVector[]::new);
    }

    /** The same, now of another row. */
    VectorRow at(int other) {
        row = other;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return vectors[column].isNull(row);
    }

    @Override
    public long getLong(int column) {
        return ((BigIntVector) vectors[column]).get(row);
    }

    @Override
    public int getInt(int column) {
        return ((IntVector) vectors[column]).get(row);
    }

    @Override
    public double getDouble(int column) {
        return ((Float8Vector) vectors[column]).get(row);
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
