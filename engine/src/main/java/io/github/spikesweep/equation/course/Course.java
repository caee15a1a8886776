package io.github.spikesweep.equation.course;

import io.github.spikesweep.equation.Interval;

/** Bounds of a quantity over a span of time, and of its first and second derivative by the time. */
record Course(Interval value, Interval slope, Interval curvature) {
    private static final Interval ZERO = Interval.of(0);
    private static final Interval TWO = Interval.of(2);

    /** What does not change, as far as it is known. */
    static Course constant(Interval value) {
        return new Course(value, ZERO, ZERO);
    }

    /** The time itself. */
    static Course time(Interval span) {
        return new Course(span, Interval.of(1), ZERO);
    }

    Course plus(Course other) {
        return new Course(value.plus(other.value), slope.plus(other.slope), curvature.plus(other.curvature));
    }

    Course negated() {
        return new Course(value.negated(), slope.negated(), curvature.negated());
    }

    Course times(Course other) {
        return new Course(
                value.times(other.value),
                product(slope, other.value).plus(product(value, other.slope)),
                product(curvature, other.value)
                        .plus(product(value, other.curvature))
                        .plus(product(TWO, product(slope, other.slope))));
    }

    /** To a constant power. */
    Course power(double exponent) {
        if (exponent == 0 || exponent == 1) {
            return exponent == 0 ? constant(Interval.of(1)) : this;
        }
        Interval first = product(Interval.of(exponent), value.power(exponent - 1));
        Interval second =
                exponent == 2 ? TWO : product(Interval.of(exponent * (exponent - 1)), value.power(exponent - 2));
        return new Course(
                value.power(exponent),
                product(first, slope),
                product(second, slope.square()).plus(product(first, curvature)));
    }

    /** Where either may be: nothing is known of how one becomes the other. */
    Course hull(Course other) {
        return new Course(value.hull(other.value), slope.hull(other.slope), curvature.hull(other.curvature));
    }

    /** The exponential function of this, whose value is {@code power}: its bend is to the side of that of no more than this. */
    Course exponential(Interval power) {
        return new Course(
                power, product(power, slope), product(power, slope.square().plus(curvature)));
    }

    /** With what one argument of a function adds to its derivatives, {@code partial} being that by the argument. */
    Course movedBy(Course partial, Course argument) {
        Interval second = product(partial.slope, argument.slope).plus(product(partial.value, argument.curvature));
        return new Course(value, slope.plus(product(partial.value, argument.slope)), curvature.plus(second));
    }

    /** A product in which 0 times anything is 0, also where the anything has no bounds. */
    static Interval product(Interval a, Interval b) {
        return isZero(a) || isZero(b) ? ZERO : a.times(b);
    }

    static boolean isZero(Interval interval) {
        return interval.low() == 0 && interval.high() == 0;
    }
}
