package io.github.spikesweep.equation;

import java.util.Optional;

/**
 * Turns one call of a {@link Function} into values of a kernel.
 *
 * @param <V> a value
 */
public interface Lowering<V> extends Arithmetic<V> {

    /** The value of an argument, by its index. */
    V argument(int index);

    /**
     * Whether an argument depends on the state. If so, the call is computed in every stage for every lane, otherwise once per run
     * or stage.
     */
    boolean isInLoop();

    /** Calls the function's static method {@code value}, one lane at a time. */
    V library();

    /** {@code base} to the power {@code exponent}, like the operator {@code ^}. */
    V power(V base, V exponent);

    /** e to one of the function's {@link Function#exponents exponents}, by its index; relative error about 1e-13 in double precision. */
    V exponential(int index);

    /** {@link #exponential}, if its polynomial is or could be shared with others. */
    Optional<V> sharedExponential(int index);

    /** The natural logarithm to full relative accuracy, as the library's: −∞ of 0, NaN of what is negative. */
    V ln(V x);

    /** The logarithm to base 10, as {@link #ln}. */
    V log10(V x);

    /** e^u − 1 to full relative accuracy, by a series and doubling; {@code |u|} must not exceed {@code limit}. */
    V expm1(V u, double limit);

    /** (e^u − 1)/u, and 1 at 0, to full relative accuracy; {@code |u|} must not exceed {@code limit}, nor {@code limit} {@link #largestExponent}. Up to {@link #infiniteExponent}, u may be larger: then it is what a number can hold, or infinite. */
    V exprel(V u, double limit);

    /** Exponents beyond it are cut off there: e to them has no finite value, or none but 0. */
    double largestExponent();

    /** The argument from which on exp and exprel are infinite. */
    double infiniteExponent();

    /** The largest magnitude of an argument, as far as the ranges of the variables tell; otherwise infinite. */
    double limit(int argument);

    /**
     * Width in u² of the neighbourhood of u = 0 in which a quotient loses digits and can be blended into its series; 0 for none.
     */
    double blend();

    /**
     * 1 where {@code a < b}, 0 where not. Where this changes with the time alone, it holds in the whole piece of the step for which the call is
     * lowered, or not at all.
     */
    default V compare(V a, V b) {
        return less(a, b);
    }

    /** What {@code t} is at the start of the step, if it is the time itself, which moves on from stage to stage; otherwise {@code t}. */
    V atStart(V t);

    /**
     * 1 where {@code from <= t < to}, 0 where not. Of the time itself it is the mean over the step, or over the piece of the step for which the
     * call is lowered.
     */
    V within(V t, V from, V to);
}
