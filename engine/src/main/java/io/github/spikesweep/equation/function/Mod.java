package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code mod(x, y)}: x minus y·floor(x/y), which has the sign of y. For a phase: {@code mod(t, period)}. */
public record Mod() implements Function {
    @Override
    public Signature signature() {
        return new Signature("mod", 2, Signature.Units.KEPT);
    }

    public static double value(double x, double y) {
        return x - y * Math.floor(x / y);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval y = x.get(1);
        double turns = Math.floor(x.get(0).low() / y.low());
        if (y.low() == y.high() && y.low() > 0 && Math.floor(x.get(0).high() / y.low()) == turns) {
            Interval whole = Interval.of(y.low() * turns);
            return x.get(0).minus(whole);
        }
        return y.contains(0) ? Interval.ANY : new Interval(Math.min(y.low(), 0), Math.max(y.high(), 0));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression turns = Expression.call(new Floor(), x.get(0).over(x.get(1)));
        // The whole part stands in both, so that its jumps are seen.
        return argument == 0
                ? Expression.number(1).plus(Expression.number(0).times(turns))
                : Expression.number(0).minus(turns);
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        V x = to.argument(0);
        V y = to.argument(1);
        return to.subtract(x, to.multiply(y, to.floor(to.divide(x, y))));
    }

    @Override
    public boolean isTotal() {
        return false;
    }
}
