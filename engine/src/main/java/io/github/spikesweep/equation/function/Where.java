package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code where(condition, a, b)}: a where the condition is not 0, otherwise b. */
public record Where() implements Function {
    @Override
    public Signature signature() {
        return new Signature("where", 3, Signature.Units.CHOSEN);
    }

    public static double value(double condition, double a, double b) {
        return Double.isNaN(condition) ? Double.NaN : condition != 0 ? a : b;
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1], x[2]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval condition = x.get(0);
        if (!condition.contains(0)) {
            return x.get(1);
        }
        boolean never = condition.low() == 0 && condition.high() == 0;
        return never ? x.get(2) : x.get(1).hull(x.get(2));
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression none = Expression.number(0);
        return argument == 0
                ? none
                : Expression.call(
                        this,
                        x.get(0),
                        argument == 1 ? Expression.number(1) : none,
                        argument == 2 ? Expression.number(1) : none);
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return to.where(to.argument(0), to.argument(1), to.argument(2));
    }
}
