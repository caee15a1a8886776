package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code cosh(u)}, the hyperbolic cosine. */
public record Cosh() implements Function {
    @Override
    public Signature signature() {
        return new Signature("cosh", 1, Signature.Units.NUMBERS);
    }

    public static double value(double u) {
        return StrictMath.cosh(u);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval size = x.get(0).size();
        return new Interval(value(size.low()), value(size.high()));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.call(new Sinh(), x.get(0));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.isInLoop()
                ? to.multiply(to.constant(0.5), to.add(to.exponential(0), to.exponential(1)))
                : to.library();
    }

    @Override
    public List<Expression> exponents(List<Expression> x, double blend) {
        return List.of(x.get(0), new Expression.Negation(x.get(0)));
    }
}
