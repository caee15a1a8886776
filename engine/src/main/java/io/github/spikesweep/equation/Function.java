package io.github.spikesweep.equation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A function of the expression language, with everything that the project needs to know about it: one class in {@code
 * equation.function}, and a line in the list there.
 *
 * <p>Its class also has a public static method {@code value} with one double per argument, which compiled kernels call to compute
 * the function one number at a time; {@link #apply} is the same for any function.
 */
public interface Function extends Serializable {

    /** Its name, its arguments and their units. */
    Signature signature();

    /**
     * The value, the same on every machine by specification.
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
     * The derivative by one argument where it exists; at jumps and kinks a one-sided derivative, or 0.
     *
     * @param x the arguments
     * @param argument the index of the argument by which to differentiate
     */
    Expression derivative(List<Expression> x, int argument);

    /** Whether it has derivatives of all orders inside the arguments for which it has a value: then its Taylor coefficients over time follow from its {@link #derivative}. */
    default boolean isSmooth() {
        return true;
    }

    /** Its value in a compiled kernel. */
    <V> V lower(Lowering<V> to);

    /**
     * The exponents of the exponentials that {@link #lower} and {@link #quotient} ask for: those of one variable share a polynomial.
     *
     * @param x the arguments
     * @param blend as {@link Lowering#blend}
     */
    default List<Expression> exponents(List<Expression> x, double blend) {
        return List.of();
    }

    /** {@code dividend} over the function in a compiled kernel, if there is a better way than to divide. */
    default <V> Optional<V> quotient(V dividend, Lowering<V> to) {
        return Optional.empty();
    }

    /** Whether the function has a value for all finite arguments; if not, it is NaN for some. */
    default boolean isTotal() {
        return true;
    }
}
