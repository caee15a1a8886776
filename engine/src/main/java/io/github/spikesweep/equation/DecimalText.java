package io.github.spikesweep.equation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers as people do, with the fewest digits that are read back as the same number. The text is the same with every
 * version of Java.
 */
public final class DecimalText {
    private static final double LEAST_PLAIN = 1e-6;
    private static final double MOST_PLAIN = 1e15;

    private DecimalText() {}

    /** The text of a finite number: {@code 0.1}, {@code -65}, {@code 1e-11}. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a decimal number: " + value);
        }
        if (value == 0) {
            return Double.doubleToRawLongBits(value) == 0 ? "0" : "-0";
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        double size = Math.abs(value);
        return LEAST_PLAIN <= size && size < MOST_PLAIN
                ? shortest.toPlainString()
                : shortest.toString().replace("E+", "e").replace('E', 'e');
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        // Before version 19, Java's own text may have one digit too many, and then not the nearest digits.
        int digits = new BigDecimal(Double.toString(value)).precision();
        BigDecimal shortest = rounded(exact, digits, value);
        while (digits > 1) {
            BigDecimal shorter = rounded(exact, --digits, value);
            if (shorter.doubleValue() != value) {
                break;
            }
            shortest = shorter;
        }
        return shortest;
    }

    /** The nearest text with this many digits that is read back as {@code value}, if there is one. */
    private static BigDecimal rounded(BigDecimal exact, int digits, double value) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        // A power of two has closer neighbours towards 0: the nearest decimal may be read as one of them, although
        // the next decimal is not.
        return nearest.doubleValue() == value ? nearest : exact.round(new MathContext(digits, RoundingMode.UP));
    }
}
