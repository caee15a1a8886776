package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;
import java.util.Optional;

/** {@code ramp(t, start, stop)}: 0 until the start, 1 from the stop on, linear in between. */
public record Ramp() implements Stimulus {
    @Override
    public Signature signature() {
        return new Signature("ramp", 3, Signature.Units.COMPARED);
    }

    public static double value(double t, double start, double stop) {
        return Math.min(Math.max((t - start) / (stop - start), 0), 1);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1], x[2]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval whole = new Interval(0, 1);
        boolean rises = x.get(1).high() < x.get(2).low();
        Interval risen = x.get(0).minus(x.get(1)).over(x.get(2).minus(x.get(1)));
        return rises ? risen.max(Interval.of(0)).min(Interval.of(1)) : whole;
    }

    @Override
    public Expression derivative(List<Expression> x, int argument) {
        Expression t = x.get(0);
        Expression start = x.get(1);
        Expression stop = x.get(2);
        Expression length = stop.minus(start);
        Expression risen = t.minus(start).over(length);
        Expression slope = switch (argument) {
            case 0 -> Expression.number(1).over(length);
            case 1 -> risen.minus(Expression.number(1)).over(length);
            default -> Expression.number(0).minus(risen.over(length));
        };
        Expression isWithin = Expression.number(0).lessThan(risen).times(risen.lessThan(Expression.number(1)));
        return Expression.call(new Where(), isWithin, slope, Expression.number(0));
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    @Override
    public <V> V lower(Lowering<V> to) {
        V t = to.argument(0);
        V start = to.argument(1);
        return to.clamp(to.divide(to.subtract(t, start), to.subtract(to.argument(2), start)), 0, 1);
    }

    @Override
    public EdgeTrain edges(double... shape) {
        return EdgeTrain.once(shape[0], shape[1]);
    }

    @Override
    public Optional<String> fault(double... shape) {
        return shape[0] < shape[1]
                ? Optional.empty()
                : Optional.of("a ramp stops after its start, found a start at " + Pulse.shown(shape[0])
                        + " and a stop at " + Pulse.shown(shape[1]) + "; 'a < t' is 0 until a and 1 after it");
    }
}
