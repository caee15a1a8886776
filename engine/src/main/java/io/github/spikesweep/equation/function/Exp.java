package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code exp(u)}, e to the u. In loops, exponentials of one variable with a range share a polynomial. */
public record Exp() implements Function {
    @Override
    public Signature signature() {
        return new Signature("exp", 1, Signature.Units.NUMBERS);
    }

    public static double value(double u) {
        return StrictMath.exp(u);
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
        return Expression.call(this, x.get(0));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.isInLoop() ? to.exponential(0) : to.library();
    }

    @Override
    public List<Expression> exponents(List<Expression> x, double blend) {
        return x;
    }
}
