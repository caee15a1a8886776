package io.github.spikesweep.sample;

/** A number between 0 and 1, both excluded, from uniform random bits. */
final class UnitDraw {
    private static final double BELOW_ONE = 0x1.fffffffffffffp-1;

    private UnitDraw() {}

    /** The number of 64 random bits; of which 53 count. */
    static double of(long bits) {
        // The last one lies half-way between the largest double below 1 and 1, and would be rounded to 1.
        return Math.min(((bits >>> 11) + 0.5) * 0x1p-53, BELOW_ONE);
    }
}
