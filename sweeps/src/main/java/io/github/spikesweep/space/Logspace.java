package io.github.spikesweep.space;

import java.math.BigDecimal;

/**
 * Numbers evenly spaced in their logarithm, both ends included and exact. Where the ends are a power of ten apart, so are the
 * first value and those that are whole decades from it: {@code 0.05, 0.5, 5}, each the double nearest to its decimal. What lies
 * between is within a few units of its last bit.
 */
public final class Logspace extends Spaced {
    private static final long serialVersionUID = 1L;

    private final BigDecimal start;
    /** By how many decades the end is above the start; 0 where it is not a whole number. */
    private final int decades;

    /**
     * @param first the value at index 0, positive
     * @param last the value at the last index, positive
     * @param size how many
     */
    public Logspace(double first, double last, long size) {
        super(first, last, size);
        if (!(first > 0 && last > 0)) {
            throw new IllegalArgumentException("the ends of a logspace must be positive: " + first + ", " + last);
        }
        this.start = decimal(first);
        BigDecimal end = decimal(last);
        int apart =
                start.stripTrailingZeros().scale() - end.stripTrailingZeros().scale();
        this.decades = start.scaleByPowerOfTen(apart).compareTo(end) == 0 ? apart : 0;
    }

    @Override
    public double at(long index) {
        if (index == 0 || index == size() - 1) {
            return index == 0 ? first() : last();
        }
        long done = index * decades / (size() - 1);
        if (decades != 0 && done * (size() - 1) == index * decades) {
            return decade(done);
        }
        double exponent = StrictMath.log10(first());
        double step = (StrictMath.log10(last()) - exponent) / (size() - 1);
        double value = StrictMath.pow(10, exponent + index * step);
        return decades == 0
                ? clamp(value, first(), last())
                : clamp(value, decade(done), decade(done + Integer.signum(decades)));
    }

    /** The value that is so many decades above the start. */
    private double decade(long above) {
        return start.scaleByPowerOfTen((int) above).doubleValue();
    }

    @Override
    public boolean isDecimal() {
        return decades != 0;
    }
}
