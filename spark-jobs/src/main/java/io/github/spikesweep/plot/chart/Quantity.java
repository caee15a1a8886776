package io.github.spikesweep.plot.chart;

import io.github.spikesweep.sweep.output.Column;

/** The names of columns in pictures. */
public final class Quantity {
    private Quantity() {}

    /** Its label or name, without its unit. */
    public static String name(Column column) {
        return column.label().isEmpty() ? column.name() : column.label();
    }

    /** The same with its unit: {@code gna_density (mS/cm²)}. */
    public static String label(Column column) {
        return withUnit(name(column), column.unit());
    }

    /** A name with a unit, which may be empty; a pure number has none: {@code v (mV)}. */
    public static String withUnit(String name, String unit) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** A value of it with its unit: {@code input 0.1 µA}. */
    public static String value(Column column, String value) {
        String unit = column.unit().isEmpty() ? "" : " " + column.unit();
        return name(column) + " " + value + unit;
    }
}
