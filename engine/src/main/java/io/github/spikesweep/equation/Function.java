package io.github.spikesweep.equation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A function of the expression language, with all that the project knows of it: one class in {@code equation.function}, and a line in the list there.
 *
 * <p>Its class also has a public static method {@code value} of as many doubles as the function has arguments, which compiled kernels call where the
 * function is computed one number at a time; {@link #apply} is the same for any function.
 */
public interface Function extends Serializable {

    /** Its name, its arguments and their units. */
    Signature signature();

    /**
     * The value, fixed by specification on every machine.
     *
     * @param x as many numbers as the function has arguments
     */
    double apply(double... x);

    /**
     * Bounds of the value, not rounded outwards.
     *
     * @param x the bounds of each argument
     */
    Interval bounds(List<Interval> x);

    /**
     * The derivative by one argument where it exists; one of the one-sided ones, or 0, at jumps and kinks.
     *
     * @param x the arguments
     * @param argument the index of the argument by which to differentiate
     */
    Expression derivative(List<Expression> x, int argument);

    /** Its value in a compiled kernel. */
    <V> V lower(Lowering<V> to);

    /**
     * The exponents of the exponentials that {@link #lower} and {@link #reciprocal} ask for: those of one variable share a polynomial.
     *
     * @param x the arguments
     * @param blend as {@link Lowering#blend}
     */
    default List<Expression> exponents(List<Expression> x, double blend) {
        return List.of();
    }

    /** One over the function in a compiled kernel, if there is a better way than to divide. */
    default <V> Optional<V> reciprocal(Lowering<V> to) {
        return Optional.empty();
    }

    /** Whether every finite argument has a value; if not, the value is NaN for some. */
    default boolean isTotal() {
        return true;
    }
}
