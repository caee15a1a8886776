package io.github.spikesweep.model;

import java.io.Serializable;

/**
 * An interval of values, both ends included.
 *
 * @param low lower end, may be negative infinity
 * @param high upper end, may be positive infinity
 */
public record Range(double low, double high) implements Serializable {
    /** All numbers. */
    public static final Range UNBOUNDED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("the low end must be below the high end: " + low + ", " + high);
        }
    }

    /** Whether {@code value} is within the range; NaN is not. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public boolean isBounded() {
        return !Double.isInfinite(low) && !Double.isInfinite(high);
    }
}
