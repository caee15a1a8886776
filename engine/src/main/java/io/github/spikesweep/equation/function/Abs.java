package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code abs(x)}, the absolute value. */
public record Abs() implements Function {
    @Override
    public Signature signature() {
        return new Signature("abs", 1, Signature.Units.KEPT);
    }

    public static double value(double x) {
        return Math.abs(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return x.get(0).size();
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression isNegative = x.get(0).lessThan(Expression.number(0));
        return Expression.call(new Where(), isNegative, Expression.number(-1), Expression.number(1));
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.abs(to.argument(0));
    }
}
