package io.github.spikesweep.plot;

import io.github.spikesweep.sweep.Column;

/** The names of columns in pictures. */
final class Quantity {
    private Quantity() {}

    /** Its label or name, without its unit. */
    static String name(Column column) {
        return column.label().isEmpty() ? column.name() : column.label();
    }

    /** The same with its unit: {@code gna_density (mS/cm²)}. */
    static String label(Column column) {
        return column.unit().isEmpty() ? name(column) : name(column) + " (" + column.unit() + ")";
    }

    /** A value of it with its unit: {@code input 0.1 µA}. */
    static String value(Column column, String value) {
        String unit = column.unit().isEmpty() ? "" : " " + column.unit();
        return name(column) + " " + value + unit;
    }
}
