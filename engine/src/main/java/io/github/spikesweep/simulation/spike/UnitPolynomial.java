package io.github.spikesweep.simulation.spike;

import java.util.Arrays;
import java.util.Optional;

/**
 * A polynomial of degree 4 or more, or a derivative of one, on the interval from 0 to 1. Between its extrema it is monotone, so that
 * the first passage through a level is always found, by bisection if Newton's method fails. Only + − × ÷ are used:
 * bit-identical everywhere. With infinite or NaN coefficients the result is an arbitrary point of the interval. Reused.
 */
public final class UnitPolynomial {
    private static final int NEWTON_STEPS = 20;
    /** Enough after {@link #NEWTON_STEPS} to halve the interval down to {@link #NARROW}. */
    private static final int BISECTIONS = 56;
    /** The distance between neighbouring numbers just below 1. */
    private static final double NARROW = 0x1p-53;

    /** Two turns that are no further apart are none. */
    private static final double NARROWEST = 0x1p-30;

    /** Many times what rounding makes of a slope, relative to the coefficients. */
    private static final double CLEAR = 1e-9;

    private final double[] coefficients;
    private final double[] turns;
    private final Optional<UnitPolynomial> derivative;
    private int turnCount;
    private boolean differentiated;
    private boolean turnsKnown;

    public UnitPolynomial() {
        this(4);
    }

    public UnitPolynomial(int degree) {
        coefficients = new double[degree + 1];
        turns = new double[Math.max(0, degree - 1)];
        derivative = degree == 0 ? Optional.empty() : Optional.of(new UnitPolynomial(degree - 1));
    }

    /** Sets the coefficients, from that of θ⁰ on; those that are not given are 0. */
    public void set(double... c) {
        System.arraycopy(c, 0, coefficients, 0, c.length);
        Arrays.fill(coefficients, c.length, coefficients.length, 0);
        differentiated = false;
        turnsKnown = false;
    }

    double coefficient(int power) {
        return coefficients[power];
    }

    public double value(double theta) {
        double sum = coefficients[coefficients.length - 1];
        for (int power = coefficients.length - 2; power >= 0; power--) {
            sum = coefficients[power] + theta * sum;
        }
        return sum;
    }

    /** The derivative by θ, a view that changes with this polynomial. */
    public UnitPolynomial derivative() {
        UnitPolynomial slope = derivative.orElseThrow();
        if (!differentiated) {
            for (int power = 1; power < coefficients.length; power++) {
                slope.coefficients[power - 1] = power * coefficients[power];
            }
            slope.differentiated = false;
            slope.turnsKnown = false;
            differentiated = true;
        }
        return slope;
    }

    /**
     * The smallest θ from {@code low} to {@code high} where the value is at least {@code level}; {@code high} if there is none.
     */
    public double firstRise(double level, double low, double high) {
        return first(1, level, low, high);
    }

    /**
     * The smallest θ from {@code low} to {@code high} where the value is at most {@code level}; {@code high} if there is none.
     */
    public double firstFall(double level, double low, double high) {
        return first(-1, level, low, high);
    }

    /** Where the value rises through {@code level} for the last time between 0 and {@code high}; NaN if it does not. */
    double lastRise(double level, double high) {
        double last = Double.NaN;
        double left = 0;
        for (int k = 0; k <= turns(); k++) {
            double right = k < turnCount ? Math.min(turns[k], high) : high;
            if (value(left) < level && value(right) >= level) {
                last = root(1, level, left, right);
            }
            left = right;
        }
        return last;
    }

    private double first(double sign, double level, double low, double high) {
        if (sign * (value(low) - level) >= 0) {
            return low;
        }
        double left = low;
        for (int k = 0; k < turns() && turns[k] < high; k++) {
            if (turns[k] > left) {
                if (sign * (value(turns[k]) - level) >= 0) {
                    return root(sign, level, left, turns[k]);
                }
                left = turns[k];
            }
        }
        return sign * (value(high) - level) >= 0 ? root(sign, level, left, high) : high;
    }

    /** Finds where the derivative changes sign; returns at how many places. */
    private int turns() {
        if (!turnsKnown) {
            turnCount = 0;
            if (coefficients.length > 5) {
                findTurns(derivative(), 0, 1);
            } else if (turns.length > 0 && !isClearlyMonotone()) {
                findTurns(derivative());
            }
            turnsKnown = true;
        }
        return turnCount;
    }

    /** Whether a cubic is monotone, rounding or not: all coefficients of its slope in Bernstein form are well above 0, or below it. */
    private boolean isClearlyMonotone() {
        if (coefficients.length != 5 || coefficients[4] != 0) {
            return false;
        }
        double start = coefficients[1];
        double middle = start + coefficients[2];
        double end = middle + coefficients[2] + 3 * coefficients[3];
        double largest = Math.abs(start) + Math.abs(coefficients[2]) + Math.abs(coefficients[3]);
        double sign = start < 0 ? -1 : 1;
        return sign * start > CLEAR * largest && sign * middle > CLEAR * largest && sign * end > CLEAR * largest;
    }

    private void findTurns(UnitPolynomial slope) {
        double left = 0;
        for (int k = 0; k <= slope.turns(); k++) {
            double right = k < slope.turnCount ? slope.turns[k] : 1;
            boolean falls = slope.value(left) < 0;
            if (falls != slope.value(right) < 0) {
                turns[turnCount++] = slope.root(falls ? 1 : -1, 0, left, right);
            }
            left = right;
        }
    }

    /**
     * The same of one of a higher degree: an interval is halved until the slope has one sign in it by the largest that it can change, or the slope's slope has,
     * and then the ends tell.
     */
    private void findTurns(UnitPolynomial slope, double left, double right) {
        double width = right - left;
        double low = slope.value(left);
        double high = slope.value(right);
        double largest = slope.steepest(right) * width;
        boolean isOfOneSign = low < 0 == high < 0;
        // Equal where the slope is the same everywhere, as in what does not move.
        if (isOfOneSign && Math.abs(low) + Math.abs(high) >= largest) {
            return;
        }
        UnitPolynomial bend = slope.derivative();
        double first = bend.value(left);
        double last = bend.value(right);
        boolean isBentOneWay =
                first < 0 == last < 0 && Math.abs(first) + Math.abs(last) >= bend.steepest(right) * width;
        // What is no number, or beyond all, is not halved.
        if (isBentOneWay || width <= NARROWEST || !(largest < Double.POSITIVE_INFINITY)) {
            if (!isOfOneSign) {
                turns[turnCount++] = slope.root(low < 0 ? 1 : -1, 0, left, right);
            }
            return;
        }
        double middle = left + width / 2;
        findTurns(slope, left, middle);
        findTurns(slope, middle, right);
    }

    /** No slope between 0 and {@code theta} is steeper. */
    private double steepest(double theta) {
        double steepest = 0;
        for (int power = coefficients.length - 1; power > 0; power--) {
            steepest = steepest * theta + power * Math.abs(coefficients[power]);
        }
        return steepest;
    }

    /** Where {@code sign · (value − level)}, negative at {@code left} and not so at {@code right}, changes sign. */
    private double root(double sign, double level, double left, double right) {
        UnitPolynomial slope = derivative();
        double low = left;
        double high = right;
        double theta = low + (high - low) / 2;
        for (int k = 0; k < NEWTON_STEPS + BISECTIONS; k++) {
            double excess = value(theta) - level;
            if (sign * excess >= 0) {
                high = theta;
            } else {
                low = theta;
            }
            double next = k < NEWTON_STEPS ? theta - excess / slope.value(theta) : Double.NaN;
            if (!(next >= low && next <= high)) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - theta) <= NARROW) {
                return next;
            }
            theta = next;
        }
        return theta;
    }
}
