package io.github.spikesweep.space;

/**
 * The numbers of an axis, all finite. They are computed by index, never listed, with arithmetic that gives the same bits on
 * every machine.
 */
public sealed interface Numbers extends Values permits NumberList, Sampled, Spaced {
    /** The most values that an axis may have: every index below is exact as a double. */
    long MOST = 1_000_000_000_000_000L;

    /** The value at {@code index}, from 0. */
    double at(long index);

    /** How the values run with the index. */
    Trend trend();

    /** Whether values rise or fall along an axis. Equal neighbours are allowed in both. */
    enum Trend {
        RISING,
        FALLING,
        UNORDERED
    }
}
