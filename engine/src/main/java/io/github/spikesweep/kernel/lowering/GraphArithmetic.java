package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Arithmetic;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.List;

/** Arithmetic on the values of a graph. */
class GraphArithmetic implements Arithmetic<Value> {
    private final ValueGraph graph;
    private final Conditions conditions;

    GraphArithmetic(ValueGraph graph, Conditions conditions) {
        this.graph = graph;
        this.conditions = conditions;
    }

    @Override
    public Value constant(double value) {
        return graph.constant(value);
    }

    @Override
    public Value add(Value a, Value b) {
        return graph.add(a, b);
    }

    @Override
    public Value subtract(Value a, Value b) {
        return graph.subtract(a, b);
    }

    @Override
    public Value multiply(Value a, Value b) {
        return graph.multiply(a, b);
    }

    @Override
    public Value divide(Value a, Value b) {
        return graph.divide(a, b);
    }

    @Override
    public Value sqrt(Value x) {
        return graph.apply(Operation.SQRT, List.of(x));
    }

    @Override
    public Value abs(Value x) {
        return graph.apply(Operation.ABS, List.of(x));
    }

    @Override
    public Value floor(Value x) {
        return graph.apply(Operation.FLOOR, List.of(x));
    }

    @Override
    public Value min(Value a, Value b) {
        return graph.apply(Operation.MIN, List.of(a, b));
    }

    @Override
    public Value max(Value a, Value b) {
        return graph.apply(Operation.MAX, List.of(a, b));
    }

    @Override
    public Value less(Value a, Value b) {
        return conditions.less(a, b);
    }

    @Override
    public Value where(Value condition, Value a, Value b) {
        return conditions.where(condition, a, b);
    }
}
