package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code sinh(u)}, the hyperbolic sine. */
public record Sinh() implements Function {
    @Override
    public Signature signature() {
        return new Signature("sinh", 1, Signature.Units.NUMBERS);
    }

    public static double value(double u) {
        return StrictMath.sinh(u);
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
        return Expression.call(new Cosh(), x.get(0));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        if (!to.isInLoop()) {
            return to.library();
        }
        V u = to.argument(0);
        V far = to.multiply(to.constant(0.5), to.subtract(to.exponential(0), to.exponential(1)));
        // The difference of exponentials loses digits near 0, so it is (q + q/(q + 1))/2 there, with q = e^u − 1.
        V q = to.expm1(to.clamp(u, -1, 1), 1);
        V near = to.multiply(to.constant(0.5), to.add(q, to.divide(q, to.add(q, to.constant(1)))));
        return to.where(to.less(to.abs(u), to.constant(1)), near, far);
    }

    @Override
    public List<Expression> exponents(List<Expression> x, double blend) {
        return List.of(x.get(0), new Expression.Negation(x.get(0)));
    }
}
