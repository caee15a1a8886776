package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code log10(x)}, the logarithm to base 10. */
public record Log10() implements Function {
    @Override
    public Signature signature() {
        return new Signature("log10", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return StrictMath.log10(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return new Interval(
                value(Math.max(x.get(0).low(), 0)), value(Math.max(x.get(0).high(), 0)));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return Expression.number(1 / StrictMath.log(10)).over(x.get(0));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.isInLoop() ? to.log10(to.argument(0)) : to.library();
    }

    @Override
    public boolean isTotal() {
        return false;
    }
}
