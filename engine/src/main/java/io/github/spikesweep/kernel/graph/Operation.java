package io.github.spikesweep.kernel.graph;

/** The operations of a {@link ValueGraph}: what one line of a compiled loop can do. */
public enum Operation {
    CONSTANT,
    SYMBOL,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    NEGATE,
    SQRT,
    ABS,
    MIN,
    MAX,
    FLOOR,
    /** {@code FMA(a, b, c)}: a·b + c, rounded once. */
    FMA,
    /**
     * A method on doubles, named by the value, that is the same on every machine by specification. It has no vector form, so it
     * is computed in separate loops.
     */
    CALL,
    /** A {@link #CALL} that gives NaN for some finite arguments. */
    PARTIAL_CALL,
    /** A value in double precision, rounded to the kernel's precision. */
    ROUND,
    /** A value in the kernel's precision, converted to double. */
    WIDEN,
    /** {@code SELECT(c, a, b)}: a where c is 1, b where it is 0. */
    SELECT;

    /** Whether a loop with this operation in it is compiled without vector instructions. */
    public boolean isScalar() {
        return switch (this) {
            case CALL, PARTIAL_CALL, SELECT, ROUND, WIDEN -> true;
            case CONSTANT, SYMBOL, ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS, MIN, MAX, FLOOR, FMA -> false;
        };
    }
}
