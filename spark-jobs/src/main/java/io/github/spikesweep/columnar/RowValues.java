package io.github.spikesweep.columnar;

/** The values of a row of a table, by the number of the column, from 0. Only columns of that type have one. */
public interface RowValues {
    boolean isNull(int column);

    long getLong(int column);

    int getInt(int column);

    double getDouble(int column);

    /** In UTF-8. The caller does not change it. */
    byte[] getText(int column);

    double[] getDoubles(int column);
}
