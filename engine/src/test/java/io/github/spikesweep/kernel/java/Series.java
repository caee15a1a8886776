package io.github.spikesweep.kernel.java;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** A power series at 0, cut off, with coefficients of 60 digits: what functions of a small number really are. */
final class Series {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int TERMS = 18;

    private final BigDecimal[] coefficients;

    private Series(BigDecimal[] coefficients) {
        this.coefficients = coefficients;
    }

    /** {@code constant + slope · x}. */
    static Series line(double constant, double slope) {
        BigDecimal[] c = zeros();
        c[0] = BigDecimal.valueOf(constant);
        c[1] = BigDecimal.valueOf(slope);
        return new Series(c);
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[TERMS];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    Series plus(Series other) {
        BigDecimal[] sum = zeros();
        Arrays.setAll(sum, k -> coefficients[k].add(other.coefficients[k], DIGITS));
        return new Series(sum);
    }

    Series minus(Series other) {
        return plus(other.times(line(-1, 0)));
    }

    Series times(Series other) {
        BigDecimal[] product = zeros();
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; i + j < TERMS; j++) {
                product[i + j] = product[i + j].add(coefficients[i].multiply(other.coefficients[j], DIGITS), DIGITS);
            }
        }
        return new Series(product);
    }

    /** How often 0 is a root. */
    int order() {
        int order = 0;
        while (order < TERMS && coefficients[order].signum() == 0) {
            order++;
        }
        return order;
    }

    /** The quotient, whose divisor may vanish at 0 no faster than this does. */
    Series over(Series divisor) {
        int order = divisor.order();
        if (order() < order) {
            throw new IllegalArgumentException("a pole");
        }
        BigDecimal[] quotient = zeros();
        for (int k = 0; k + order < TERMS; k++) {
            BigDecimal rest = coefficients[k + order];
            for (int i = 0; i < k; i++) {
                rest = rest.subtract(quotient[i].multiply(divisor.coefficients[k - i + order], DIGITS), DIGITS);
            }
            quotient[k] = rest.divide(divisor.coefficients[order], DIGITS);
        }
        return new Series(quotient);
    }

    /** Σ weight(k) this^k, of a series without a constant. */
    private Series composed(BigDecimal[] weights) {
        Series sum = new Series(zeros());
        Series power = line(1, 0);
        for (BigDecimal weight : weights) {
            sum = sum.plus(power.times(new Series(new BigDecimal[] {weight}).padded()));
            power = power.times(this);
        }
        return sum;
    }

    private Series padded() {
        BigDecimal[] padded = zeros();
        System.arraycopy(coefficients, 0, padded, 0, coefficients.length);
        return new Series(padded);
    }

    Series exp() {
        BigDecimal[] weights = zeros();
        weights[0] = BigDecimal.ONE;
        for (int k = 1; k < TERMS; k++) {
            weights[k] = weights[k - 1].divide(BigDecimal.valueOf(k), DIGITS);
        }
        return composed(weights);
    }

    Series sin() {
        return wave(1);
    }

    Series cos() {
        return wave(0);
    }

    private Series wave(int parity) {
        BigDecimal[] weights = zeros();
        BigDecimal factorial = BigDecimal.ONE;
        for (int k = 0; k < TERMS; k++) {
            factorial = k > 1 ? factorial.multiply(BigDecimal.valueOf(k)) : factorial;
            BigDecimal sign = BigDecimal.valueOf(k / 2 % 2 == 0 ? 1 : -1);
            weights[k] = k % 2 == parity ? sign.divide(factorial, DIGITS) : BigDecimal.ZERO;
        }
        return composed(weights);
    }

    Series tanh() {
        Series q = times(line(2, 0)).exp().minus(line(1, 0));
        return q.over(q.plus(line(2, 0)));
    }

    /** log(1 + this). */
    Series log1p() {
        BigDecimal[] weights = zeros();
        for (int k = 1; k < TERMS; k++) {
            weights[k] = BigDecimal.valueOf(k % 2 == 1 ? 1 : -1).divide(BigDecimal.valueOf(k), DIGITS);
        }
        return composed(weights);
    }

    /** √(1 + this). */
    Series sqrt1p() {
        BigDecimal[] weights = zeros();
        weights[0] = BigDecimal.ONE;
        for (int k = 1; k < TERMS; k++) {
            weights[k] = weights[k - 1].multiply(BigDecimal.valueOf(1.5 - k)).divide(BigDecimal.valueOf(k), DIGITS);
        }
        return composed(weights);
    }

    double at(double x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = sum.multiply(new BigDecimal(x), DIGITS).add(coefficients[k], DIGITS);
        }
        return sum.doubleValue();
    }
}
