package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code sin(x)}, the sine of an angle in radians. */
public record Sin() implements Function {
    /** Beyond this, quarter turns cannot be distinguished. */
    private static final double FARTHEST = 1e6;

    /** More than the rounding error of the angles. */
    private static final double MARGIN = 1e-9;

    @Override
    public Signature signature() {
        return new Signature("sin", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return StrictMath.sin(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return wave(x.get(0), Math.PI / 2);
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.call(new Cos(), x.get(0));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.library();
    }

    /** The bounds of a wave of period 2π whose maximum is at {@code peak}. */
    static Interval wave(Interval x, double peak) {
        double turn = 2 * Math.PI;
        double first = Math.ceil((x.low() - peak) / turn);
        double firstTrough = Math.ceil((x.low() - peak) / turn - 0.5);
        boolean whole = !(x.high() - x.low() < turn) || Math.abs(x.low()) > FARTHEST || Math.abs(x.high()) > FARTHEST;
        double a = StrictMath.cos(x.low() - peak);
        double b = StrictMath.cos(x.high() - peak);
        boolean peaks = whole || peak + first * turn <= x.high() + MARGIN;
        boolean dips = whole || peak + (firstTrough + 0.5) * turn <= x.high() + MARGIN;
        return new Interval(dips ? -1 : Math.min(a, b) - MARGIN, peaks ? 1 : Math.max(a, b) + MARGIN);
    }
}
