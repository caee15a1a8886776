package io.github.spikesweep.kernel.graph;

import io.github.spikesweep.kernel.Precision;

/**
 * Properties of a precision that the approximations need.
 *
 * @param seriesError relative error allowed to a polynomial: a fraction of the rounding of its evaluation
 * @param seriesRadius the largest argument of a polynomial; beyond, the argument is halved and the result squared
 * @param largestExponent up to it exp keeps its accuracy
 * @param infiniteExponent arguments of exp beyond it are cut off there, where the result is infinite or 0
 * @param mergedPower the largest power that exponentials may be raised to for the sake of sharing one polynomial: each
 *     multiplies the relative error
 * @param blend width in u² of the neighbourhood of u = 0 in which u/(e^u − 1) is blended into its series; 0 for none
 * @param blowUp its square lifts the least number above 1, and is infinite
 * @param lift its product with {@code blowUp} and the least number is above 1, and that with a number whose eighth power is finite has a finite
 *     third power
 * @param tolerance the relative error that a quotient may have where both of its sides are near 0
 * @param lost a sum smaller than this share of its terms has a larger relative error than that
 * @param nearZero a divisor smaller than this share of its usual size brings out the errors of what it divides
 * @param largestProduct divisors are multiplied together only if that stays between this and its inverse
 * @param wholeFrom adding it to numbers much smaller rounds them to whole ones
 */
public record Rounding(
        double seriesError,
        double seriesRadius,
        double largestExponent,
        double infiniteExponent,
        int mergedPower,
        double blend,
        double blowUp,
        double lift,
        double tolerance,
        double lost,
        double nearZero,
        double largestProduct,
        double wholeFrom) {
    private static final Rounding DOUBLE = new Rounding(
            0x1p-57, 0.36, 700, 750, 512, 1e-12, 0x1p600, 0x1p475, 1e-3, 0x1p-32, 0x1p-12, 1e290, 0x1.8p52);
    private static final Rounding FLOAT =
            new Rounding(0x1p-28f, 1.4, 80, 110, 16, 0, 0x1p100, 0x1p75, 1e-2, 0x1p-10, 0x1p-5, 1e36, 0x1.8p23);

    public static Rounding of(Precision precision) {
        return switch (precision) {
            case DOUBLE -> DOUBLE;
            case FLOAT -> FLOAT;
        };
    }
}
