package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code atan(x)}, the angle in radians, from −π/2 to π/2, whose tangent is x. */
public record Atan() implements Function {
    @Override
    public Signature signature() {
        return new Signature("atan", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return StrictMath.atan(x);
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
        Expression square = x.get(0).times(x.get(0));
        return Expression.number(1).over(Expression.number(1).plus(square));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.library();
    }
}
