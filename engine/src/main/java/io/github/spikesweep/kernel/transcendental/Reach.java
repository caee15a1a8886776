package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.model.Range;
import java.util.Collection;

/**
 * How far a variable without a range may go in the exponentials of it.
 *
 * @param usual where it usually is; in it, exponentials are as accurate as with such a range
 * @param limit so far from the centre of that, all of them are 0 or infinite
 */
record Reach(Range usual, double limit) {
    /** The exponent of the steepest at the ends of the usual range: a rate e^40 times as large, or as small, is none. */
    private static final double USUAL_EXPONENT = 40;
    /** An exponential that is larger or smaller in the centre is not shared: elsewhere, a power of the shared one might be infinite before it is. */
    static final double LARGEST_OFFSET = 10;

    /** That of a shared exponential; scales that are further apart do not share one. */
    static final double LARGEST_EXPONENT = 1000;

    private static final int STEPS = 60;

    /** @param exponents of one variable, with scales other than 0 */
    static Reach of(Collection<Affine> exponents, Rounding rounding) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double steepest = 0;
        double flattest = Double.POSITIVE_INFINITY;
        for (Affine exponent : exponents) {
            double zero = -exponent.offset().value() / exponent.scale().value();
            low = Math.min(low, zero);
            high = Math.max(high, zero);
            double scale = Math.abs(exponent.scale().value());
            steepest = Math.max(steepest, scale);
            flattest = Math.min(flattest, scale);
        }
        double center = center(exponents, low, high);
        double radius = USUAL_EXPONENT / steepest;
        return new Reach(
                new Range(center - radius, center + radius), (rounding.infiniteExponent() + LARGEST_OFFSET) / flattest);
    }

    /** Where the largest magnitude of an exponent is least; it falls to there and then rises. */
    private static double center(Collection<Affine> exponents, double from, double to) {
        double low = from;
        double high = to;
        for (int k = 0; k < STEPS; k++) {
            double third = (high - low) / 3;
            if (largest(exponents, low + third) < largest(exponents, high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }

    private static double largest(Collection<Affine> exponents, double x) {
        return exponents.stream()
                .mapToDouble(each ->
                        Math.abs(each.scale().value() * x + each.offset().value()))
                .max()
                .orElse(0);
    }
}
