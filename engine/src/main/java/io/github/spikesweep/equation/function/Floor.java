package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code floor(x)}, the largest whole number that is not above x. */
public record Floor() implements Function {
    @Override
    public Signature signature() {
        return new Signature("floor", 1, Signature.Units.KEPT);
    }

    public static double value(double x) {
        return Math.floor(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return new Interval(apply(x.get(0).low()), apply(x.get(0).high()));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.number(0);
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.floor(to.argument(0));
    }
}
