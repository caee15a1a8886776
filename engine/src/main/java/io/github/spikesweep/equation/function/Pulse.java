package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Lowering;
import io.github.spikesweep.equation.Signature;
import java.util.List;
import java.util.Optional;

/**
 * {@code pulse(t, onset, width)}: 1 for the width from the onset on, otherwise 0. In a simulation, a pulse of the time is
 * replaced by its mean over each step, so that it delivers the right charge wherever its edges are. If the stages sampled it,
 * edges would shift by part of a step and the method would lose its order.
 */
public record Pulse() implements Stimulus {
    @Override
    public Signature signature() {
        return new Signature("pulse", 3, Signature.Units.COMPARED);
    }

    public static double value(double t, double onset, double width) {
        return during(t - onset, width);
    }

    @Override
    public double apply(double... x) {
        return value(x[0], x[1], x[2]);
    }

    @Override
    public Interval bounds(List<Interval> x) {
        Interval sinceOnset = x.get(0).minus(x.get(1));
        return during(sinceOnset, x.get(2));
    }

    /** Surely 0 or surely 1, or either. */
    static Interval during(Interval sinceOnset, Interval width) {
        boolean never = sinceOnset.high() < 0 || sinceOnset.low() >= width.high();
        boolean always = sinceOnset.low() >= 0 && sinceOnset.high() < width.low();
        return new Interval(always ? 1 : 0, never ? 0 : 1);
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
        return between(to, to.argument(0), to.argument(1), to.argument(2));
    }

    @Override
    public EdgeTrain edges(double... shape) {
        return EdgeTrain.once(shape[0], shape[0] + Math.max(shape[1], 0));
    }

    @Override
    public Optional<String> fault(double... shape) {
        return widthFault(shape[1]);
    }

    static Optional<String> widthFault(double width) {
        return width >= 0 ? Optional.empty() : Optional.of("the width of a pulse is at least 0, found " + shown(width));
    }

    static double during(double sinceOnset, double width) {
        return Double.isNaN(sinceOnset) || Double.isNaN(width)
                ? Double.NaN
                : 0 <= sinceOnset && sinceOnset < width ? 1 : 0;
    }

    static <V> V between(Lowering<V> to, V t, V onset, V width) {
        return to.within(t, onset, to.add(onset, to.max(width, to.constant(0))));
    }

    /** A number that need not be finite, for messages. */
    static String shown(double value) {
        return Double.isFinite(value) ? DecimalText.of(value) : Double.toString(value);
    }
}
