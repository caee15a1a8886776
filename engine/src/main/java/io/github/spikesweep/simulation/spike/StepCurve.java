package io.github.spikesweep.simulation.spike;

import java.util.function.DoubleUnaryOperator;

/**
 * The spike variable over one step as a polynomial in θ from 0 to 1, θ = (time − from) / (to − from). Values are in the
 * variable's unit, times in the model's unit of time, slopes in the one by the other. The values at both ends are exactly those
 * that were given, so that a crossing where two steps meet belongs to exactly one of them. Infinite values and NaN raise no
 * error. Reused.
 */
public final class StepCurve {
    /** The digits that a slope needs: two. */
    private static final double BLUR = 100;

    private final UnitPolynomial curve;
    private final int degree;
    private final DoubleUnaryOperator spacing;
    private boolean jumps;
    private double from;
    private double to;
    /** That of the step, which may have more digits than {@code to − from}. */
    private double length;

    private double endValue;
    private double startSlope;
    private double endSlope;

    /** One of degree 4. */
    public StepCurve() {
        this(4);
    }

    /** @param degree the highest, from 4 on */
    public StepCurve(int degree) {
        this(degree, Math::ulp);
    }

    /**
     * @param degree the highest, from 4 on
     * @param spacing of numbers as precise as the values, near one of them
     */
    public StepCurve(int degree, DoubleUnaryOperator spacing) {
        this.spacing = spacing;
        this.curve = new UnitPolynomial(degree);
        this.degree = degree;
    }

    /** The cubic with these values and slopes at the ends (Hairer, Nørsett, Wanner 1993, Solving ODEs I, II.6). */
    public void hermite(double from, double to, double v0, double slope0, double v1, double slope1) {
        double length = to - from;
        double rise = v1 - v0;
        double rise0 = slope0 * length;
        double rise1 = slope1 * length;
        curve.set(v0, rise0, 3 * rise - 2 * rise0 - rise1, rise0 + rise1 - 2 * rise, 0);
        ends(from, to, v1, slope0, slope1);
    }

    /** The step of a map: {@code v0} until {@code to}, where everything happens at once. It has no slope: that is 0 everywhere. */
    public void jump(double from, double to, double v0, double v1) {
        curve.set(v0, 0, 0, 0, 0);
        ends(from, to, v1, 0, 0);
        jumps = true;
    }

    /** The polynomial Σ c_k θ^k. */
    public void polynomial(double from, double to, double... c) {
        curve.set(c);
        ends(from, to, curve.value(1), 0, 0);
        lasts(to - from);
    }

    /**
     * Sets the exact length of a polynomial: of a step of a few units in the last place of the time, {@code to − from} is mostly
     * rounding, and so would be its slopes.
     */
    public void lasts(double length) {
        this.length = length;
        startSlope = curve.coefficient(1) / length;
        endSlope = curve.derivative().value(1) / length;
    }

    /**
     * Sets the exact value at the end, since the polynomial's rounded value there may differ from the start of the next step.
     */
    public void endAt(double v1) {
        endValue = v1;
    }

    private void ends(double from, double to, double endValue, double startSlope, double endSlope) {
        this.from = from;
        this.to = to;
        this.length = to - from;
        this.endValue = endValue;
        this.startSlope = startSlope;
        this.endSlope = endSlope;
        this.jumps = false;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** The time at θ, never after {@link #to()}. */
    public double time(double theta) {
        return theta < 1 ? Math.min(from + theta * (to - from), to) : to;
    }

    public double value(double theta) {
        if (theta <= 0) {
            return curve.coefficient(0);
        }
        return theta < 1 ? curve.value(theta) : endValue;
    }

    /** The slope per unit of time. */
    double slope(double theta) {
        if (theta <= 0) {
            return startSlope;
        }
        return theta < 1 ? curve.derivative().value(theta) / length : endSlope;
    }

    /** The time at which the value first rises through {@code level}; only if value(0) &lt; {@code level} ≤ value(1). */
    public double timeOfRise(double level) {
        return time(rise(level));
    }

    /** As {@link #timeOfRise}, but θ. */
    public double rise(double level) {
        return jumps ? 1 : curve.firstRise(level, 0, 1);
    }

    /** Where the value first comes down to {@code level}, not before θ = {@code start}; 1 if it does not. */
    double fall(double level, double start) {
        return curve.firstFall(level, start, 1);
    }

    /** Where the slope first comes down to 0, not before θ = {@code start}; 1 if it does not. */
    public double peak(double start) {
        return curve.derivative().firstFall(0, start, 1);
    }

    /** Where the slope first rises to 0; 1 if it does not. */
    public double trough() {
        return curve.derivative().firstRise(0, 0, 1);
    }

    /** Where the slope rises through {@code level} for the last time before θ = {@code end}; NaN if it does not. */
    double steepening(double level, double end) {
        if (!mayCross(level)) {
            return Double.NaN;
        }
        double theta = isBlurred(level) ? Double.NaN : curve.derivative().lastRise(level * length, end);
        // Because of rounding, the given slopes may rise through the level although those of the polynomial do not.
        boolean atTheEnd = Double.isNaN(theta) && end >= 1 && startSlope < level && level <= endSlope;
        return atTheEnd ? 1 : theta;
    }

    /** Whether the step is so short that slopes within it, unlike those at its ends, tell rounding more than they tell {@code level}. */
    private boolean isBlurred(double level) {
        double rounding = spacing.applyAsDouble(Math.max(Math.abs(curve.coefficient(0)), Math.abs(endValue)));
        return Math.abs(level) * length < BLUR * rounding || length < BLUR * Math.ulp(to);
    }

    /** Whether the slope may be on both sides of {@code level}: it lies among the coefficients of its Bernstein form. */
    private boolean mayCross(double level) {
        if (degree > 4) {
            return true;
        }
        double linear = curve.coefficient(1);
        double square = curve.coefficient(2);
        double second = (linear + 2 * square / 3) / (to - from);
        double third = (linear + 4 * square / 3 + curve.coefficient(3)) / (to - from);
        boolean below = startSlope < level || endSlope < level || second < level || third < level;
        boolean above = startSlope >= level || endSlope >= level || second >= level || third >= level;
        return below && above;
    }
}
