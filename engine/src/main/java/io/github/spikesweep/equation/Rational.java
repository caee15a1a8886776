package io.github.spikesweep.equation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * An exact fraction in lowest terms, of bounded size: to see that 1/18 and 1/80 are both multiples of 1/720.
 *
 * @param denominator positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) {
    private static final int MOST_BITS = 200;
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** The shortest decimal that reads back as {@code value}: what a person wrote, not its binary neighbour. */
    public static Optional<Rational> of(double value) {
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(DecimalText.of(value));
        return decimal.scale() >= 0
                ? reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : reduced(decimal.toBigInteger(), BigInteger.ONE);
    }

    private static Optional<Rational> reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger gcd = numerator.gcd(denominator).max(BigInteger.ONE);
        BigInteger sign = BigInteger.valueOf(denominator.signum());
        Rational result = new Rational(
                numerator.divide(gcd).multiply(sign), denominator.divide(gcd).multiply(sign));
        boolean small = result.numerator.bitLength() <= MOST_BITS && result.denominator.bitLength() <= MOST_BITS;
        return small ? Optional.of(result) : Optional.empty();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public Optional<Rational> plus(Rational other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Optional<Rational> times(Rational other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** This over {@code other}, which must not be zero. */
    public Optional<Rational> over(Rational other) {
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    /** The largest fraction of which both this and {@code other} are whole multiples; of this one's sign. */
    public Optional<Rational> commonDivisor(Rational other) {
        BigInteger gcd = numerator.multiply(other.denominator).gcd(other.numerator.multiply(denominator));
        return reduced(gcd.multiply(BigInteger.valueOf(numerator.signum())), denominator.multiply(other.denominator));
    }

    public double value() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
