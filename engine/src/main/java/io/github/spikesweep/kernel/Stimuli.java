package io.github.spikesweep.kernel;

import java.util.List;

/**
 * Pulses and ramps. Of the time itself, a pulse is taken as its mean over the step: it then delivers what it should however its
 * edges fall, where a method that samples its stages would move an edge by a part of the step and lose its order.
 */
final class Stimuli {
    private final ValueGraph graph;
    private final Symbols symbols;
    private final Conditions conditions;

    Stimuli(ValueGraph graph, Symbols symbols, Conditions conditions) {
        this.graph = graph;
        this.symbols = symbols;
        this.conditions = conditions;
    }

    /** {@code pulse(x, onset, width)}. */
    Value pulse(Value x, Value onset, Value width) {
        Value end = graph.add(onset, graph.apply(Operation.MAX, List.of(width, graph.constant(0))));
        return Symbols.isTime(x)
                ? graph.subtract(untilInStep(end), untilInStep(onset))
                : graph.subtract(conditions.less(x, end), conditions.less(x, onset));
    }

    /** {@code pulses(x, onset, width, period)}, for steps no longer than the period. */
    Value pulses(Value x, Value onset, Value width, Value period) {
        Value from = Symbols.isTime(x) ? symbols.start() : x;
        Value whole = graph.apply(Operation.FLOOR, List.of(graph.divide(graph.subtract(from, onset), period)));
        Value count = graph.apply(Operation.MAX, List.of(whole, graph.constant(0)));
        Value latest = graph.add(onset, graph.multiply(count, period));
        Value shorter = graph.apply(Operation.MIN, List.of(width, period));
        return graph.add(pulse(x, latest, shorter), pulse(x, graph.add(latest, period), shorter));
    }

    /** {@code ramp(x, start, stop)}. */
    Value ramp(Value x, Value start, Value stop) {
        return clamped(graph.divide(graph.subtract(x, start), graph.subtract(stop, start)));
    }

    /** Which part of the step lies before {@code time}: exactly 0 or 1 unless it falls into the step. */
    private Value untilInStep(Value time) {
        return clamped(graph.divide(graph.subtract(time, symbols.start()), symbols.step()));
    }

    private Value clamped(Value value) {
        Value low = graph.apply(Operation.MAX, List.of(value, graph.constant(0)));
        return graph.apply(Operation.MIN, List.of(low, graph.constant(1)));
    }
}
