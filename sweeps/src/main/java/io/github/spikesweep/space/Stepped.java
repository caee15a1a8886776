package io.github.spikesweep.space;

/**
 * Numbers from a start in equal steps.
 *
 * @param first the value at index 0
 * @param last the end, which no value passes; it is the last value if a step reaches it within rounding
 * @param step the difference of neighbours, negative for decreasing values
 */
public record Stepped(double first, double last, double step) implements Numbers {
    /** By how much of a step the end may be missed and still count as reached. */
    private static final double HIT = 1e-9;

    public Stepped {
        if (!Double.isFinite(step) || step == 0) {
            throw new IllegalArgumentException("the step must be finite and not 0: " + step);
        }
        double steps = steps(first, last, step);
        Spans.check(first, last, steps < 0 || steps >= Numbers.MOST ? 0 : (long) steps + 1);
    }

    /** How many steps fit between the ends; negative if the steps lead away from the end. */
    public static double steps(double first, double last, double step) {
        double quotient = (last - first) / step;
        return Math.floor(quotient + HIT + Math.abs(quotient) * 0x1p-51);
    }

    @Override
    public long size() {
        return (long) steps(first, last, step) + 1;
    }

    @Override
    public double at(long index) {
        double value = first + index * step;
        boolean hit = index == size() - 1 && Math.abs((last - first) / step - index) <= HIT + index * 0x1p-51;
        return hit ? last : Spans.clamp(value, first, last);
    }

    @Override
    public Trend trend() {
        return Spans.trend(first, last);
    }
}
