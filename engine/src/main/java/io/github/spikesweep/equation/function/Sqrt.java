package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code sqrt(x)}, the square root. */
public record Sqrt() implements Function {
    @Override
    public Signature signature() {
        return new Signature("sqrt", 1, Signature.Units.ROOT);
    }

    public static double value(double x) {
        return Math.sqrt(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return new Interval(
                value(Math.max(x.get(0).low(), 0)), value(Math.max(x.get(0).high(), 0)));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.number(0.5).over(Expression.call(this, x.get(0)));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.sqrt(to.argument(0));
    }

    @Override
    public boolean isTotal() {
        return false;
    }
}
