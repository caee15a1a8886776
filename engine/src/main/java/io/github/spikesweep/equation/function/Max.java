package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code max(a, b)}, the larger of two numbers. */
public record Max() implements Function {
    @Override
    public Signature signature() {
        return new Signature("max", 2, Signature.Units.KEPT);
    }

    public static double value(double a, double b) {
        return Math.max(a, b);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return x.get(0).max(x.get(1));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression isFirst = x.get(1).lessThan(x.get(0));
        return Expression.call(new Where(), isFirst, Expression.number(1 - argument), Expression.number(argument));
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.max(to.argument(0), to.argument(1));
    }
}
