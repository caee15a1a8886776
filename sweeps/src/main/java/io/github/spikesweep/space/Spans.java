package io.github.spikesweep.space;

/** Checks and arithmetic of numbers between two ends. */
final class Spans {
    private Spans() {}

    static void check(double first, double last, long size) {
        if (!Double.isFinite(first) || !Double.isFinite(last) || !Double.isFinite(last - first)) {
            throw new IllegalArgumentException("the ends and their distance must be finite: " + first + ", " + last);
        }
        if (size < 1 || size > Numbers.MOST) {
            throw new IllegalArgumentException("an axis has from 1 to " + Numbers.MOST + " values: " + size);
        }
    }

    /** The same for values that include both ends: a single value must then equal both. */
    static void checkReached(double first, double last, long size) {
        check(first, last, size);
        if (size == 1 && first != last) {
            throw new IllegalArgumentException("a single value cannot span " + first + " to " + last);
        }
    }

    static Numbers.Trend trend(double first, double last) {
        return first <= last ? Numbers.Trend.RISING : Numbers.Trend.FALLING;
    }

    /** {@code value}, or the end if rounding has moved it beyond, so that values stay monotonic. */
    static double clamp(double value, double first, double last) {
        return Math.max(Math.min(first, last), Math.min(Math.max(first, last), value));
    }
}
