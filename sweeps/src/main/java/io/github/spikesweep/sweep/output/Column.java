package io.github.spikesweep.sweep.output;

import io.github.spikesweep.circuit.ColumnNames;
import java.io.Serializable;

/**
 * A column of the table that a sweep defines.
 *
 * @param label its name in pictures, or empty
 * @param unit the unit of its values, or empty
 * @param description what it is, or empty
 * @param sampling the times of the values of a trace; {@link Sampling#NONE} if it is not a trace
 */
public record Column(
        String name, Type type, Role role, String label, String unit, String description, Sampling sampling)
        implements Serializable {
    /** A column that is not a trace. */
    public Column(String name, Type type, Role role, String label, String unit, String description) {
        this(name, type, role, label, unit, description, Sampling.NONE);
    }

    /** A column without a label. */
    public Column(String name, Type type, Role role, String unit, String description) {
        this(name, type, role, "", unit, description);
    }

    /** The name of the column for what a sweep file calls {@code quantity}: {@code a_gna} for {@code a.gna}. */
    public static String nameOf(String quantity) {
        return ColumnNames.of(quantity);
    }

    /**
     * The times of the values of a trace.
     *
     * @param start the time of the first
     * @param every the time between two
     * @param unit the unit of both, or empty
     */
    public record Sampling(double start, double every, String unit) implements Serializable {
        /** For columns that are not traces. */
        public static final Sampling NONE = new Sampling(0, 0, "");

        /** Whether there are times. */
        public boolean isPresent() {
            return every > 0;
        }
    }

    /** The type of its values. */
    public enum Type {
        LONG,
        INT,
        DOUBLE,
        STRING,
        DOUBLE_ARRAY
    }

    /** The role of a column. */
    public enum Role {
        /** The number of the combination. */
        ID,
        /** The value along an axis. */
        AXIS,
        /** What goes along with the points of a table; null where the table has nothing. */
        CARRIED,
        /** What a row has found, or whether it has; null in rows without. */
        FOUND,
        /** Something measured in the simulation; null in rows that diverged or do not have it. */
        FEATURE,
        /** When the simulation diverged; null in rows in which it did not. */
        DIVERGENCE,
        /** Whether the simulation succeeded. */
        STATUS
    }

    /** Whether some rows may have no value in it. */
    public boolean nullable() {
        return switch (role) {
            case FOUND, FEATURE, DIVERGENCE, CARRIED -> true;
            case ID, AXIS, STATUS -> false;
        };
    }

    /** Whether its values are known only after simulating. */
    public boolean needsSimulation() {
        return switch (role) {
            case FOUND, FEATURE, DIVERGENCE, STATUS -> true;
            case ID, AXIS, CARRIED -> false;
        };
    }
}
