package io.github.spikesweep.kernel.graph;

import io.github.spikesweep.equation.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The bounds of the values of a graph, given those of the symbols. They show that a product of divisors neither overflows nor
 * vanishes.
 */
public final class Bounds {
    private final Function<Value, Interval> symbols;
    private final Map<Value, Interval> known = new HashMap<>();

    /** @param symbols the bounds of each symbol */
    public Bounds(Function<Value, Interval> symbols) {
        this.symbols = symbols;
    }

    public Interval of(Value value) {
        Interval interval = known.get(value);
        if (interval == null) {
            interval = bounds(value, value.arguments().stream().map(this::of).toList());
            known.put(value, interval);
        }
        return interval;
    }

    private Interval bounds(Value value, List<Interval> x) {
        return switch (value.operation()) {
            case CONSTANT -> Interval.of(value.constant());
            case SYMBOL -> symbols.apply(value);
            case ADD ->
                isPositivePart(value)
                        ? doubled(x.get(0).max(Interval.of(0)))
                        : x.get(0).plus(x.get(1));
            case SUBTRACT -> x.get(0).minus(x.get(1));
            case NEGATE -> x.get(0).negated();
            case MULTIPLY ->
                value.left().equals(value.right())
                        ? x.get(0).square()
                        : x.get(0).times(x.get(1));
            case FMA -> x.get(0).times(x.get(1)).plus(x.get(2));
            case ROUND, WIDEN -> x.get(0);
            case MIN -> x.get(0).min(x.get(1));
            case MAX -> x.get(0).max(x.get(1));
            case DIVIDE, SQRT, ABS, FLOOR, CALL, PARTIAL_CALL, SELECT -> Interval.ANY;
        };
    }

    /** Whether it is x + |x|. */
    private static boolean isPositivePart(Value sum) {
        return sum.right().operation() == Operation.ABS && sum.right().left().equals(sum.left());
    }

    private static Interval doubled(Interval interval) {
        return interval.plus(interval);
    }
}
