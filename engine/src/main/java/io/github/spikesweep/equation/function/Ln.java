package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;

/** {@code ln(x)}, the natural logarithm: another name of {@link Log}. */
public record Ln() implements Function {
    @Override
    public Signature signature() {
        return new Signature("ln", 1, Signature.Units.NUMBERS);
    }

    public static double value(double x) {
        return Log.value(x);
    }

    @Override
    public double apply(double... x) {
        return value(x[0]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        return new Log().bounds(x);
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        return new Log().derivative(x, argument);
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        return new Log().lower(to);
    }

    @Override
    public boolean isTotal() {
        return false;
    }
}
