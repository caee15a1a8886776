package io.github.spikesweep.table;

/** What the cells of a column are. */
public enum CellKind {
    /** A finite number. */
    NUMBER,
    /** A name of a model, a precision or an integrator. */
    NAME,
    /** A finite number that is only carried along, or nothing. */
    CARRIED_NUMBER,
    /** A text that is only carried along, or nothing. */
    CARRIED_TEXT;

    /** Whether it is a text. */
    public boolean isText() {
        return this == NAME || this == CARRIED_TEXT;
    }

    /** Whether it is only carried along, so that it may be missing. */
    public boolean isCarried() {
        return this == CARRIED_NUMBER || this == CARRIED_TEXT;
    }
}
