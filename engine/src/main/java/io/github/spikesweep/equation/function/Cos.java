package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code cos(x)}, the cosine of an angle in radians. */
public record Cos() implements Function {
    @Override
    public Signature signature() {
        return new Signature("cos", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return StrictMath.cos(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return Sin.wave(x.get(0), 0);
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.number(0).minus(Expression.call(new Sin(), x.get(0)));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.library();
    }
}
