package io.github.spikesweep.kernel;

/** The operations of a {@link ValueGraph}: what one line of a compiled loop can do. */
enum Operation {
    CONSTANT(""),
    SYMBOL(""),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    NEGATE("-"),
    SQRT("Math.sqrt"),
    ABS("Math.abs"),
    MIN("Math.min"),
    MAX("Math.max"),
    FLOOR("Math.floor"),
    // What has no vector form: fixed by specification, and kept in loops of its own.
    EXP("StrictMath.exp"),
    LOG("StrictMath.log"),
    SIN("StrictMath.sin"),
    COS("StrictMath.cos"),
    TANH("StrictMath.tanh"),
    POWER("StrictMath.pow"),
    /** {@code (e^x - 1)/x} by {@code StrictMath.expm1}. */
    EXPREL("exprel"),
    /** {@code SELECT(c, a, b)}: a where c is 1, b where it is 0. */
    SELECT("");

    private final String java;

    Operation(String java) {
        this.java = java;
    }

    /** The operator or method in Java. */
    String java() {
        return java;
    }

    /** Whether a loop with this operation in it is compiled without vector instructions. */
    boolean isScalarCall() {
        return compareTo(EXP) >= 0;
    }
}
