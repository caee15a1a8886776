package io.github.spikesweep.space;

/** What the numbers between two ends have in common. */
final class Spans {
    private Spans() {}

    static void check(double first, double last, long size) {
        if (!Double.isFinite(first) || !Double.isFinite(last) || !Double.isFinite(last - first)) {
            throw new IllegalArgumentException("the ends and their distance are finite: " + first + ", " + last);
        }
        if (size < 1 || size > Numbers.MOST) {
            throw new IllegalArgumentException("an axis has from 1 to " + Numbers.MOST + " values: " + size);
        }
    }

    /** The same for values of which the last is the end: a single one must then be both ends. */
    static void checkReached(double first, double last, long size) {
        check(first, last, size);
        if (size == 1 && first != last) {
            throw new IllegalArgumentException("one value does not reach from " + first + " to " + last);
        }
    }

    static Numbers.Trend trend(double first, double last) {
        return first <= last ? Numbers.Trend.RISING : Numbers.Trend.FALLING;
    }

    /** {@code value}, or the end that rounding made it pass: so that values never turn back. */
    static double clamp(double value, double first, double last) {
        return Math.max(Math.min(first, last), Math.min(Math.max(first, last), value));
    }
}
