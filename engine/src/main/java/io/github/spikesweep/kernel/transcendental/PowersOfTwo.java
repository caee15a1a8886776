package io.github.spikesweep.kernel.transcendental;

/**
 * Numbers taken apart into powers of two and the rest, and put together again: the part of logarithms and powers that needs bits. C2 of Java 17
 * has no vector form for that, so compiled kernels call these methods one lane at a time; all else is arithmetic (see {@link Logarithms} and {@link Powers}).
 */
public final class PowersOfTwo {
    private static final long EXPONENT = 0xfff0000000000000L;
    /** The bits of √½, with fewer digits. */
    private static final long LEAST_SIGNIFICAND = 0x3fe6a09e00000000L;

    private static final int FRACTION_BITS = 52;
    private static final long LEAST_NORMAL = 0x0010000000000000L;
    private static final long INFINITE = 0x7ff0000000000000L;
    /** The least bit of such a number is 1. */
    private static final double WHOLE = 0x1.8p52;

    private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);
    private static final double LN_2 = 0.6931471805599453;
    /** Up to it, 2^k times a number near 1 is neither infinite nor subnormal. */
    private static final double LARGEST_EXPONENT = 1000;

    private PowersOfTwo() {}

    /**
     * The k with x = {@link #significand significand}(x) · 2^k. It is whole, except for subnormal numbers; infinite if x is infinite or 0, and NaN if x is
     * negative or NaN.
     */
    public static double exponent(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return Long.compareUnsigned(bits - LEAST_NORMAL, INFINITE - LEAST_NORMAL) < 0
                // As a conversion, which is slow in single precision.
                ? Double.longBitsToDouble(WHOLE_BITS + ((bits - LEAST_SIGNIFICAND) >> FRACTION_BITS)) - WHOLE
                : (StrictMath.log(x) - StrictMath.log(significand(x))) / LN_2;
    }

    /** A number from √½ to √2, whatever {@code x}. */
    public static double significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return Double.longBitsToDouble(bits - ((bits - LEAST_SIGNIFICAND) & EXPONENT));
    }

    /**
     * x^a.
     *
     * @param part x^a · 2^k, from √½ to √2
     * @param k a whole number; where it is not, or is so large that x^a may be no normal number, the library computes x^a
     */
    public static double power(double x, double a, double part, double k) {
        return Math.abs(k) <= LARGEST_EXPONENT
                ? Double.longBitsToDouble(Double.doubleToRawLongBits(part) - ((long) (int) k << FRACTION_BITS))
                : StrictMath.pow(x, a);
    }
}
