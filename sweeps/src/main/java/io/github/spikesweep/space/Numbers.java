package io.github.spikesweep.space;

/**
 * The numbers of an axis, all finite. They are computed by index, never listed, and are bit-identical on every machine.
 */
public sealed interface Numbers extends Values permits NumberList, Sampled, Spaced {
    /** The most values that an axis may have: up to here every index is exact as a double. */
    long MOST = 1_000_000_000_000_000L;

    /** The value at {@code index}, from 0. */
    double at(long index);

    /** How the values change with the index. */
    Trend trend();

    /** Whether values increase or decrease along an axis; equal neighbours are allowed. */
    enum Trend {
        RISING,
        FALLING,
        UNORDERED
    }
}
