package io.github.spikesweep.kernel.lowering.linear;

import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out whether values are linear in another one, a + c v with a and c free of v, and what c is. */
public final class OwnRate {
    private final ValueGraph graph;
    private final Value variable;
    private final Map<Value, Boolean> containing = new HashMap<>();
    private final Map<Value, Optional<Value>> rates = new HashMap<>();

    public OwnRate(ValueGraph graph, Value variable) {
        this.graph = graph;
        this.variable = variable;
    }

    /** The coefficient c, 0 where the variable does not occur; empty if the value is not of that form. */
    public Optional<Value> of(Value value) {
        // No computeIfAbsent: it must not be called within itself.
        Optional<Value> known = rates.get(value);
        if (known == null) {
            known = isFree(value) ? Optional.of(graph.constant(0)) : rate(value);
            rates.put(value, known);
        }
        return known;
    }

    private Optional<Value> rate(Value value) {
        if (value.equals(variable)) {
            return Optional.of(graph.constant(1));
        }
        return switch (value.operation()) {
            case ADD -> both(Operation.ADD, value.left(), value.right());
            case SUBTRACT -> both(Operation.SUBTRACT, value.left(), value.right());
            case NEGATE -> of(value.left()).map(graph::negate);
            case MULTIPLY ->
                isFree(value.left())
                        ? of(value.right()).map(rate -> graph.multiply(value.left(), rate))
                        : isFree(value.right())
                                ? of(value.left()).map(rate -> graph.multiply(rate, value.right()))
                                : Optional.empty();
            case DIVIDE ->
                isFree(value.right())
                        ? of(value.left()).map(rate -> graph.divide(rate, value.right()))
                        : Optional.empty();
            case SELECT ->
                isFree(value.left())
                        ? of(value.right())
                                .flatMap(chosen -> of(value.arguments().get(2))
                                        .map(other ->
                                                graph.apply(Operation.SELECT, List.of(value.left(), chosen, other))))
                        : Optional.empty();
            case SYMBOL, CONSTANT, SQRT, ABS, MIN, MAX, FLOOR, FMA, CALL, PARTIAL_CALL, ROUND, WIDEN ->
                Optional.empty();
        };
    }

    private Optional<Value> both(Operation sum, Value left, Value right) {
        return of(left).flatMap(a -> of(right).map(b -> graph.apply(sum, List.of(a, b))));
    }

    private boolean isFree(Value value) {
        return !contains(value);
    }

    private boolean contains(Value value) {
        Boolean known = containing.get(value);
        if (known == null) {
            known = value.equals(variable);
            for (Value argument : value.arguments()) {
                known |= contains(argument);
            }
            containing.put(value, known);
        }
        return known;
    }
}
