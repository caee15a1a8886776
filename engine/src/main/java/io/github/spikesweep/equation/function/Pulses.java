package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;
import java.util.Optional;

/**
 * {@code pulses(t, onset, width, period)}: 1 for the width from the onset on and again every period, otherwise 0. In a
 * simulation, it is replaced by its mean over each step like {@link Pulse}, if steps are no longer than the period.
 */
public record Pulses() implements Stimulus {
    @Override
    public Signature signature() {
        return new Signature("pulses", 4, Signature.Units.COMPARED);
    }

    public static double value(double t, double onset, double width, double period) {
        return t < onset ? 0 : Pulse.during(t - onset - period * Math.floor((t - onset) / period), width);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1], x[2], x[3]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval sinceOnset = x.get(0).minus(x.get(1));
        double period = x.get(3).low();
        double count = Math.floor(sinceOnset.low() / period);
        if (sinceOnset.high() < 0) {
            return Interval.of(0);
        }
        boolean isOne =
                sinceOnset.low() >= 0 && period == x.get(3).high() && count == Math.floor(sinceOnset.high() / period);
        return isOne ? Pulse.during(sinceOnset.minus(Interval.of(period * count)), x.get(2)) : new Interval(0, 1);
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
        V t = to.argument(0);
        V onset = to.argument(1);
        V period = to.argument(3);
        V whole = to.floor(to.divide(to.subtract(to.atStart(t), onset), period));
        V count = to.max(whole, to.constant(0));
        V latest = to.add(onset, to.multiply(count, period));
        V width = to.min(to.argument(2), period);
        return to.add(Pulse.between(to, t, latest, width), Pulse.between(to, t, to.add(latest, period), width));
    }

    @Override
    public EdgeTrain edges(double... shape) {
        return new EdgeTrain(shape[0], shape[0] + Math.min(Math.max(shape[1], 0), shape[2]), shape[2]);
    }

    @Override
    public Optional<String> fault(double... shape) {
        return shape[2] > 0
                ? Pulse.widthFault(shape[1])
                : Optional.of("the period of pulses is more than 0, found " + Pulse.shown(shape[2]));
    }
}
