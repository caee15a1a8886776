package io.github.spikesweep.equation;

/**
 * The arithmetic that all formulas are made of; loops over lanes compute it with vector instructions.
 *
 * @param <V> a value
 */
public interface Arithmetic<V> {
    V constant(double value);

    V add(V a, V b);

    V subtract(V a, V b);

    V multiply(V a, V b);

    V divide(V a, V b);

    V sqrt(V x);

    V abs(V x);

    /** The largest whole number that is not above {@code x}. */
    V floor(V x);

    V min(V a, V b);

    V max(V a, V b);

    /** 1 if {@code a < b}, otherwise 0. */
    V less(V a, V b);

    /** {@code a} if {@code condition} is not 0, {@code b} if it is 0. */
    V where(V condition, V a, V b);

    /** {@code x}, limited at both ends. */
    default V clamp(V x, double low, double high) {
        return min(max(x, constant(low)), constant(high));
    }
}
