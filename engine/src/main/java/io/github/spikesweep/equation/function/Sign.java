package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code sign(x)}: 1 where x is positive, −1 where it is negative, 0 at 0. */
public record Sign() implements Function {
    @Override
    public Signature signature() {
        return new Signature("sign", 1, Signature.Units.COMPARED);
    }

    public static double value(double x) {
        return Math.signum(x) + 0.0;
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
        V x = to.argument(0);
        V zero = to.constant(0);
        return to.subtract(to.compare(zero, x), to.compare(x, zero));
    }
}
