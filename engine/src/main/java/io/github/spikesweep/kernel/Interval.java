package io.github.spikesweep.kernel;

import io.github.spikesweep.model.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Bounds of a value, to know that a product of divisors neither overflows nor vanishes. Not rounded outwards: the limits they
 * are held against leave many powers of ten of room.
 */
record Interval(double low, double high) {
    static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The bounds of every value asked for, given those of the symbols. */
    static Function<Value, Interval> boundsOf(Function<Value, Range> symbols) {
        Map<Value, Interval> known = new HashMap<>();
        return new Function<>() {
            @Override
            public Interval apply(Value value) {
                Interval interval = known.get(value);
                if (interval == null) {
                    interval =
                            bounds(value, value.arguments().stream().map(this).toList());
                    known.put(value, interval);
                }
                return interval;
            }

            private Interval bounds(Value value, List<Interval> x) {
                return switch (value.operation()) {
                    case CONSTANT -> new Interval(value.constant(), value.constant());
                    case SYMBOL -> {
                        Range range = symbols.apply(value);
                        yield new Interval(range.low(), range.high());
                    }
                    case ADD -> checked(x.get(0).low + x.get(1).low, x.get(0).high + x.get(1).high);
                    case SUBTRACT -> checked(x.get(0).low - x.get(1).high, x.get(0).high - x.get(1).low);
                    case NEGATE -> new Interval(-x.get(0).high, -x.get(0).low);
                    case MULTIPLY ->
                        value.left().equals(value.right()) ? square(x.get(0)) : product(x.get(0), x.get(1));
                    case MIN ->
                        new Interval(Math.min(x.get(0).low, x.get(1).low), Math.min(x.get(0).high, x.get(1).high));
                    case MAX ->
                        new Interval(Math.max(x.get(0).low, x.get(1).low), Math.max(x.get(0).high, x.get(1).high));
                    case DIVIDE, SQRT, ABS, FLOOR, EXP, LOG, SIN, COS, TANH, POWER, EXPREL, SELECT -> ANY;
                };
            }
        };
    }

    private static Interval square(Interval x) {
        double a = x.low * x.low;
        double b = x.high * x.high;
        boolean crossesZero = x.low <= 0 && x.high >= 0;
        return checked(crossesZero ? 0 : Math.min(a, b), Math.max(a, b));
    }

    private static Interval product(Interval x, Interval y) {
        double a = x.low * y.low;
        double b = x.low * y.high;
        double c = x.high * y.low;
        double d = x.high * y.high;
        return checked(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    private static Interval checked(double low, double high) {
        return low <= high ? new Interval(low, high) : ANY; // NaN: infinity minus infinity
    }
}
