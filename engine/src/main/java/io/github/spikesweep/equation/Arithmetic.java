package io.github.spikesweep.equation;

/**
 * What loops over lanes compute with vector instructions: all that formulas come down to.
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

    /** 1 where {@code a < b}, 0 where not. */
    V less(V a, V b);

    /** {@code a} where {@code condition} is not 0, {@code b} where it is. */
    V where(V condition, V a, V b);

    /** {@code x} cut off at both ends. */
    default V clamp(V x, double low, double high) {
        return min(max(x, constant(low)), constant(high));
    }
}
