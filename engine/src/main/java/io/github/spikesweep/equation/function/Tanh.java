package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code tanh(u)}, the hyperbolic tangent. */
public record Tanh() implements Function {
    /** If 2u is beyond this, tanh u is ±1 in both precisions. */
    private static final double LIMIT = 40;

    @Override
    public Signature signature() {
        return new Signature("tanh", 1, Signature.Units.NUMBERS);
    }

    public static double value(double u) {
        return StrictMath.tanh(u);
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
        Expression tanh = Expression.call(this, x.get(0));
        return Expression.number(1).minus(tanh.times(tanh));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        if (!to.isInLoop()) {
            return to.library();
        }
        // q/(q + 2) with q = e^(2u) − 1.
        V q = to.expm1(to.clamp(to.multiply(to.constant(2), to.argument(0)), -LIMIT, LIMIT), LIMIT);
        return to.divide(q, to.add(q, to.constant(2)));
    }
}
