package io.github.spikesweep.kernel.transcendental;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Polynomials for e^w, (e^w − 1)/w and the inverse hyperbolic tangent near zero: Taylor series shortened by Chebyshev economization (Lanczos 1938, J. Math.
 * Phys. 17:123–199), in decimal arithmetic, so that the coefficients are the same on every machine.
 */
final class EconomizedSeries {
    private static final MathContext PRECISION = new MathContext(60);
    private static final int TERMS = 34;

    private EconomizedSeries() {}

    /**
     * Coefficients of e^w, lowest power first.
     *
     * @param radius the largest |w|
     * @param error the largest relative error
     */
    static List<Double> exp(double radius, double error) {
        return economized(overFactorials(0), radius, error * StrictMath.exp(-radius));
    }

    /** Coefficients of (e^w − 1)/w, as {@link #exp}. */
    static List<Double> exprel(double radius, double error) {
        return economized(overFactorials(1), radius, error * StrictMath.exp(-radius));
    }

    /**
     * Coefficients of 2 (artanh s − s) / s³ in w = s²: 2/3 + 2w/5 + 2w²/7 + …, lowest power first.
     *
     * @param radius the largest w
     * @param error the largest absolute error
     */
    static List<Double> artanh(double radius, double error) {
        return economized(k -> BigDecimal.valueOf(2).divide(BigDecimal.valueOf(2 * k + 3), PRECISION), radius, error);
    }

    /** 1 / (k + shift)!. */
    private static IntFunction<BigDecimal> overFactorials(int shift) {
        return k -> {
            BigInteger factorial = BigInteger.ONE;
            for (int j = 2; j <= k + shift; j++) {
                factorial = factorial.multiply(BigInteger.valueOf(j));
            }
            return BigDecimal.ONE.divide(new BigDecimal(factorial), PRECISION);
        };
    }

    /** The series Σ c_k w^k, shortened while the sum of what is dropped stays below {@code error}. */
    private static List<Double> economized(IntFunction<BigDecimal> c, double radius, double error) {
        if (!(radius > 0 && radius <= 2)) {
            throw new IllegalArgumentException("radius must be in (0, 2]: " + radius);
        }
        // In the scaled variable x = w/radius, |x| ≤ 1.
        List<BigDecimal> terms = new ArrayList<>();
        BigDecimal scale = BigDecimal.ONE;
        for (int k = 0; k < TERMS; k++) {
            terms.add(scale.multiply(c.apply(k), PRECISION));
            scale = scale.multiply(new BigDecimal(radius), PRECISION);
        }
        double dropped = 0;
        for (int n = TERMS - 1; n > 1; n--) {
            // x^n = 2^(1−n) T_n(x) + lower powers, and |T_n| ≤ 1.
            BigDecimal weight = terms.get(n).divide(BigDecimal.valueOf(2).pow(n - 1), PRECISION);
            dropped += weight.abs().doubleValue();
            if (dropped > error) {
                break;
            }
            List<BigInteger> chebyshev = chebyshev(n);
            for (int k = n - 2; k >= 0; k -= 2) {
                terms.set(k, terms.get(k).subtract(weight.multiply(new BigDecimal(chebyshev.get(k))), PRECISION));
            }
            terms.remove(n);
        }
        List<Double> coefficients = new ArrayList<>();
        for (int k = 0; k < terms.size(); k++) {
            BigDecimal power = new BigDecimal(radius).pow(k, PRECISION);
            coefficients.add(terms.get(k).divide(power, PRECISION).doubleValue());
        }
        return coefficients;
    }

    /** The coefficients of the Chebyshev polynomial T_n, lowest power first. */
    private static List<BigInteger> chebyshev(int n) {
        BigInteger[] previous = zeros(n + 1);
        BigInteger[] current = zeros(n + 1);
        previous[0] = BigInteger.ONE;
        current[1] = BigInteger.ONE;
        for (int degree = 2; degree <= n; degree++) {
            BigInteger[] next = zeros(n + 1);
            for (int k = 0; k <= degree; k++) {
                BigInteger shifted = k > 0 ? current[k - 1].shiftLeft(1) : BigInteger.ZERO;
                next[k] = shifted.subtract(previous[k]);
            }
            previous = current;
            current = next;
        }
        return List.of(current);
    }

    private static BigInteger[] zeros(int length) {
        BigInteger[] zeros = new BigInteger[length];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
