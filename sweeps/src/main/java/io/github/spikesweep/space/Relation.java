package io.github.spikesweep.space;

/** How a condition compares the value of a column with a literal. */
public enum Relation {
    LESS,
    LESS_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    GREATER_OR_EQUAL,
    GREATER;

    /** Whether the relation holds for a value that compares to the literal with this sign (negative: less). */
    boolean accepts(int sign) {
        return switch (this) {
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            case GREATER -> sign > 0;
        };
    }

    /** The relation with both sides swapped. */
    public Relation mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case GREATER -> LESS;
        };
    }
}
