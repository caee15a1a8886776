package io.github.spikesweep.space;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers from a start in equal steps: each the double nearest to the number that start and step, as decimals, define. */
public final class Stepped extends Spaced {
    private static final long serialVersionUID = 1L;
    /** By how much of a step the end may be missed and still count as reached. */
    private static final double HIT = 1e-9;

    private final DecimalSteps steps;
    /** The last value. */
    private final double end;

    /**
     * @param first the value at index 0
     * @param last the end that no value passes; itself the last value where the steps hit it within rounding
     * @param step the distance of neighbours, negative where the values fall
     */
    public Stepped(double first, double last, double step) {
        super(first, last, step, size(first, last, step));
        this.steps = DecimalSteps.of(decimal(first), decimal(step), 1, size());
        long index = size() - 1;
        boolean hit = Math.abs(quotient(first, last, step) - index) <= HIT + index * 0x1p-51;
        this.end = hit ? last : clamp(steps.at(index), first, last);
    }

    /** How many steps fit between the ends; negative if the steps lead away from the end. */
    public static double steps(double first, double last, double step) {
        double quotient = quotient(first, last, step);
        return Math.floor(quotient + HIT + Math.abs(quotient) * 0x1p-51);
    }

    /** In decimals: of large numbers that are close together binary arithmetic loses the distance, and with it the last value. */
    private static double quotient(double first, double last, double step) {
        BigDecimal distance = decimal(last).subtract(decimal(first));
        return distance.divide(decimal(step), MathContext.DECIMAL64).doubleValue();
    }

    private static long size(double first, double last, double step) {
        if (!Double.isFinite(step) || step == 0) {
            throw new IllegalArgumentException("the step must be finite and not 0: " + step);
        }
        double steps = steps(first, last, step);
        return steps >= 0 && steps < Numbers.MOST ? (long) steps + 1 : 0;
    }

    /** The distance of neighbours, negative where the values fall. */
    public double step() {
        return third();
    }

    @Override
    public double at(long index) {
        return index == size() - 1 ? end : steps.at(index);
    }

    @Override
    public boolean isDecimal() {
        return !steps.isBinary();
    }
}
