package io.github.spikesweep.space;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Fractions in equal steps, each of them rounded once: the doubles nearest to {@code (start + index * step) / divisor}. */
sealed interface DecimalSteps extends Serializable {
    /** The double nearest to the fraction at {@code index}; of two, the even one. */
    double at(long index);

    /** Whether the fractions are doubles themselves, which binary arithmetic finds too. */
    boolean isBinary();

    /** The numbers {@code first + index * distance / parts}, at indices below {@code size}. */
    static DecimalSteps of(BigDecimal first, BigDecimal distance, long parts, long size) {
        int scale = Math.max(0, Math.max(first.scale(), distance.scale()));
        BigInteger divisor = BigInteger.TEN.pow(scale).multiply(BigInteger.valueOf(parts));
        BigInteger start = first.setScale(scale).unscaledValue().multiply(BigInteger.valueOf(parts));
        BigInteger step = distance.setScale(scale).unscaledValue();
        BigInteger common = divisor.gcd(start).gcd(step);
        Large large = new Large(start.divide(common), step.divide(common), divisor.divide(common));
        return Small.holds(large.numerator(0)) && Small.holds(large.numerator(size - 1)) && Small.holds(large.divisor())
                ? new Small(
                        large.start().longValue(),
                        large.step().longValue(),
                        large.divisor().longValue())
                : large;
    }

    /** Of numerators and a divisor that are exact as doubles: their quotient is rounded once, by the machine's division. */
    record Small(long start, long step, long divisor) implements DecimalSteps {
        /** A bit less than a double has: the difference of two of them is exact as well. */
        private static final int BITS = 52;

        static boolean holds(BigInteger number) {
            return number.bitLength() <= BITS;
        }

        @Override
        public double at(long index) {
            return (double) (start + index * step) / divisor;
        }

        @Override
        public boolean isBinary() {
            return Long.bitCount(divisor) == 1;
        }
    }

    /** Of numbers of any size. */
    record Large(BigInteger start, BigInteger step, BigInteger divisor) implements DecimalSteps {
        private static final int PRECISION = 53;
        private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - PRECISION + 1;

        BigInteger numerator(long index) {
            return start.add(step.multiply(BigInteger.valueOf(index)));
        }

        @Override
        public double at(long index) {
            BigInteger numerator = numerator(index);
            BigInteger size = numerator.abs();
            // In units of 2^exponent the fraction has 53 or 54 bits before the point, or fewer where doubles are
            // sparse.
            int exponent = Math.max(size.bitLength() - divisor.bitLength() - PRECISION, LEAST_EXPONENT);
            BigInteger dividend = size.shiftLeft(Math.max(0, -exponent));
            BigInteger unit = divisor.shiftLeft(Math.max(0, exponent));
            BigInteger[] parts = dividend.divideAndRemainder(unit);
            if (parts[0].bitLength() > PRECISION) {
                exponent++;
                unit = unit.shiftLeft(1);
                parts = dividend.divideAndRemainder(unit);
            }
            int half = parts[1].shiftLeft(1).compareTo(unit);
            boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
            return numerator.signum() * Math.scalb((double) (parts[0].longValue() + (up ? 1 : 0)), exponent);
        }

        @Override
        public boolean isBinary() {
            return false;
        }
    }
}
