package io.github.spikesweep.equation;

/** Bounds of a value. They are not rounded outwards, so users must allow for rounding. */
public record Interval(double low, double high) {
    public static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** One number. */
    public static Interval of(double value) {
        return new Interval(value, value);
    }

    /** From {@code low} to {@code high}; unbounded if one of them is NaN, such as infinity minus infinity. */
    public static Interval checked(double low, double high) {
        return low <= high ? new Interval(low, high) : ANY;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public Interval plus(Interval other) {
        return checked(low + other.low, high + other.high);
    }

    public Interval minus(Interval other) {
        return checked(low - other.high, high - other.low);
    }

    public Interval negated() {
        return new Interval(-high, -low);
    }

    public Interval times(Interval other) {
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return checked(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    public Interval over(Interval other) {
        return other.contains(0) ? ANY : times(checked(1 / other.high, 1 / other.low));
    }

    /** The bounds of a power. */
    public Interval power(double exponent) {
        boolean isWhole = exponent == Math.rint(exponent);
        double a = StrictMath.pow(low, exponent);
        double b = StrictMath.pow(high, exponent);
        if (low >= 0 || (isWhole && exponent % 2 != 0 && exponent > 0)) {
            return checked(Math.min(a, b), Math.max(a, b));
        }
        return isWhole && exponent > 0
                ? checked(contains(0) ? 0 : Math.min(a, b), Math.max(a, b))
                : isWhole && !contains(0) ? checked(Math.min(a, b), Math.max(a, b)) : ANY;
    }

    /** The bounds of the square of one value. */
    public Interval square() {
        Interval size = size();
        return checked(size.low * size.low, size.high * size.high);
    }

    /** The bounds of the absolute value. */
    public Interval size() {
        double a = Math.abs(low);
        double b = Math.abs(high);
        return new Interval(contains(0) ? 0 : Math.min(a, b), Math.max(a, b));
    }

    public Interval min(Interval other) {
        return new Interval(Math.min(low, other.low), Math.min(high, other.high));
    }

    public Interval max(Interval other) {
        return new Interval(Math.max(low, other.low), Math.max(high, other.high));
    }

    /** The smallest interval that contains both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }
}
