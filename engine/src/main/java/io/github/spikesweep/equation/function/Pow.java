package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.Arrays;
import java.util.List;

/** {@code pow(a, b)}: a to the power b, as {@code a^b}. */
public record Pow() implements Function {
    @Override
    public Signature signature() {
        return new Signature("pow", 2, Signature.Units.POWER);
    }

    public static double value(double a, double b) {
        return StrictMath.pow(a, b);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return x.get(0).low() >= 0 ? corners(x) : Interval.ANY;
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression a = x.get(0);
        Expression b = x.get(1);
        return argument == 0
                ? b.times(Expression.call(this, a, b.minus(Expression.number(1))))
                : Expression.call(this, a, b).times(Expression.call(new Log(), a));
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.power(to.argument(0), to.argument(1));
    }

    @Override
    public boolean isTotal() {
        return false;
    }

    /** A power of numbers that are not negative is monotonic in each. */
    private static Interval corners(List<Interval> x) {
        double[] found = {
            value(x.get(0).low(), x.get(1).low()),
                    value(x.get(0).low(), x.get(1).high()),
            value(x.get(0).high(), x.get(1).low()),
                    value(x.get(0).high(), x.get(1).high())
        };
        Arrays.sort(found);
        return Interval.checked(found[0], found[3]);
    }
}
