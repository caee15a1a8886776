package io.github.spikesweep.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The values of one column, to which values are appended. */
abstract sealed class Column {
    private static final int FIRST_CAPACITY = 16;

    private int rows;

    /** How many values it has. */
    final int rows() {
        return rows;
    }

    /** Releases unused capacity. */
    abstract void trim();

    /** Counts the next value and returns its row. */
    final int nextRow() {
        return rows++;
    }

    /** A column of numbers. */
    static final class Numbers extends Column {
        private double[] values = new double[FIRST_CAPACITY];

        void add(double value) {
            int row = nextRow();
            if (row == values.length) {
                values = Arrays.copyOf(values, 2 * row);
            }
            values[row] = value;
        }

        double[] values() {
            return Arrays.copyOf(values, rows());
        }

        @Override
        void trim() {
            values = values();
        }
    }

    /** A column of texts. */
    static final class Texts extends Column {
        private final ArrayList<String> values = new ArrayList<>();

        void add(String value) {
            nextRow();
            values.add(value);
        }

        List<String> values() {
            return Collections.unmodifiableList(values);
        }

        @Override
        void trim() {
            values.trimToSize();
        }
    }
}
