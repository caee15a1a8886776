package io.github.spikesweep.space;

import io.github.spikesweep.equation.DecimalText;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Numbers between two ends that a sweep file gives with a third number. That is arithmetic with the decimals that people write:
 * each end stands for the shortest decimal that is read as it.
 */
public abstract sealed class Spaced implements Numbers permits Linspace, Logspace, Stepped {
    private static final long serialVersionUID = 1L;

    private final double first;
    private final double last;
    /** How many, or the step. */
    private final double third;

    private final long size;

    Spaced(double first, double last, double third, long size) {
        if (!Double.isFinite(first) || !Double.isFinite(last) || !Double.isFinite(last - first)) {
            throw new IllegalArgumentException("the ends and their distance must be finite: " + first + ", " + last);
        }
        if (size < 1 || size > Numbers.MOST) {
            throw new IllegalArgumentException("an axis has from 1 to " + Numbers.MOST + " values: " + size);
        }
        this.first = first;
        this.last = last;
        this.third = third;
        this.size = size;
    }

    /** For values of which the last is the end: a single one must then be both ends. */
    Spaced(double first, double last, long size) {
        this(first, last, (double) size, size);
        if (size == 1 && first != last) {
            throw new IllegalArgumentException("a single value cannot span " + first + " to " + last);
        }
    }

    /** Whether values, written in decimals, are not all exact in binary: only decimal arithmetic then finds the nearest ones. */
    public abstract boolean isDecimal();

    /** The value at index 0. */
    public final double first() {
        return first;
    }

    /** The end that no value passes. */
    public final double last() {
        return last;
    }

    final double third() {
        return third;
    }

    @Override
    public final long size() {
        return size;
    }

    @Override
    public final Trend trend() {
        return first <= last ? Trend.RISING : Trend.FALLING;
    }

    /** {@code value}, or that of {@code from} and {@code to} which rounding made it pass: so that values never turn back. */
    static double clamp(double value, double from, double to) {
        return Math.max(Math.min(from, to), Math.min(Math.max(from, to), value));
    }

    /** The decimal that {@code value} stands for. */
    static BigDecimal decimal(double value) {
        return new BigDecimal(DecimalText.of(value));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Spaced spaced
                && getClass() == spaced.getClass()
                && Double.compare(first, spaced.first) == 0
                && Double.compare(last, spaced.last) == 0
                && Double.compare(third, spaced.third) == 0;
    }

    @Override
    public final int hashCode() {
        return Objects.hash(getClass().getName(), first, last, third);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + first + ", " + last + ", " + third + "]";
    }
}
