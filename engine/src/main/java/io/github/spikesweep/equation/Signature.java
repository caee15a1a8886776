package io.github.spikesweep.equation;

/**
 * How a {@link Function} is called.
 *
 * @param label its name in expressions
 * @param arity how many arguments it takes
 * @param units which units the arguments must have, and which the value then has
 */
public record Signature(String label, int arity, Units units) {

    /** What a function does with units. */
    public enum Units {
        /** Of pure numbers, a pure number. */
        NUMBERS,
        /** The square root of the argument's unit. */
        ROOT,
        /** The unit of the first argument to the power of the second, a pure number. */
        POWER,
        /** Of arguments in one unit, a value in that unit. */
        KEPT,
        /** A condition, then arguments in one unit: a value in that unit. */
        CHOSEN,
        /** Of arguments in one unit, a pure number. */
        COMPARED
    }
}
