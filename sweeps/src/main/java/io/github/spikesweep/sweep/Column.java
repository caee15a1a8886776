package io.github.spikesweep.sweep;

import java.io.Serializable;

/**
 * A column of the table that a sweep defines.
 *
 * @param label what pictures call it, or empty
 * @param unit the unit of its values, or empty
 * @param description what it is, or empty
 */
public record Column(String name, Type type, Role role, String label, String unit, String description)
        implements Serializable {
    /** A column without a label. */
    public Column(String name, Type type, Role role, String unit, String description) {
        this(name, type, role, "", unit, description);
    }

    /** What its values are. */
    public enum Type {
        LONG,
        INT,
        DOUBLE,
        STRING,
        DOUBLE_ARRAY
    }

    /** What it tells of a row. */
    public enum Role {
        /** The number of the combination. */
        ID,
        /** The value along an axis. */
        AXIS,
        /** Something measured in the simulation; null in rows that diverged or have no such thing. */
        FEATURE,
        /** When the simulation failed; null in rows in which it did not. */
        DIVERGENCE,
        /** Whether the simulation succeeded. */
        STATUS
    }

    public boolean nullable() {
        return role == Role.FEATURE || role == Role.DIVERGENCE;
    }

    /** Whether its values are known only after simulating. */
    public boolean needsSimulation() {
        return role == Role.FEATURE || role == Role.DIVERGENCE || role == Role.STATUS;
    }
}
