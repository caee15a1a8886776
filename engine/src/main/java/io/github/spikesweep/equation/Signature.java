package io.github.spikesweep.equation;

/**
 * How a {@link Function} is called.
 *
 * @param label its name in expressions
 * @param arity how many arguments it takes
 * @param units the units that the arguments must have, and the unit of the value
 */
public record Signature(String label, int arity, Units units) {

    /** What a function does with units. */
    public enum Units {
        /** Pure numbers give a pure number. */
        NUMBERS,
        /** The square root of the argument's unit. */
        ROOT,
        /** The unit of the first argument to the power of the second, a pure number. */
        POWER,
        /** Arguments in the same unit give a value in that unit. */
        KEPT,
        /** A condition, then arguments in the same unit, give a value in that unit. */
        CHOSEN,
        /** Arguments in the same unit give a pure number. */
        COMPARED
    }
}
