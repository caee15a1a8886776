package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code tan(x)}, the tangent of an angle in radians. */
public record Tan() implements Function {
    @Override
    public Signature signature() {
        return new Signature("tan", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return StrictMath.tan(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        double turn = Math.floor(x.get(0).low() / Math.PI + 0.5);
        boolean oneBranch = x.get(0).high() < (turn + 0.5) * Math.PI && Math.abs(turn) < 1e6;
        return oneBranch
                ? Interval.checked(value(x.get(0).low()), value(x.get(0).high()))
                : Interval.ANY;
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression tan = Expression.call(this, x.get(0));
        return Expression.number(1).plus(tan.times(tan));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.library();
    }
}
