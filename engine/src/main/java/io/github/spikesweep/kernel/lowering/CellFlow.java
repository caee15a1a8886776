package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.OwnRate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A slope in two parts: what flows between cells by the difference of their variables, as through a gap junction, and the rest. Where the two are equal the flow is
 * exactly 0.
 *
 * @param flow Σ c (u − v) over variables u of other cells
 * @param rest the slope where all these differences are 0
 */
record CellFlow(Value flow, Value rest) {

    /** @param variable the variable v whose slope it is */
    static CellFlow of(ValueGraph graph, Symbols symbols, KernelSpec spec, Value variable, Value slope) {
        Value flow = graph.constant(0);
        Value rest = slope;
        for (Value difference : differences(symbols, spec, variable, slope)) {
            Optional<Value> factor = new OwnRate(graph, difference).of(rest);
            if (factor.isPresent()) {
                flow = graph.add(flow, graph.multiply(factor.get(), difference));
                rest = graph.rewriter(value -> isMultiple(value, difference) ? graph.constant(0) : null)
                        .apply(rest);
            }
        }
        return new CellFlow(flow, rest);
    }

    private static boolean isMultiple(Value value, Value difference) {
        return switch (value.operation()) {
            case MULTIPLY -> isMultiple(value.left(), difference) || isMultiple(value.right(), difference);
            case NEGATE, DIVIDE -> isMultiple(value.left(), difference);
            default -> value.equals(difference);
        };
    }

    private static Set<Value> differences(Symbols symbols, KernelSpec spec, Value variable, Value slope) {
        Set<Value> differences = new LinkedHashSet<>();
        Set<Value> seen = new HashSet<>();
        collect(symbols, spec, variable, slope, seen, differences);
        return differences;
    }

    private static void collect(
            Symbols symbols, KernelSpec spec, Value variable, Value value, Set<Value> seen, Set<Value> differences) {
        if (!seen.add(value)) {
            return;
        }
        if (value.operation() == Operation.SUBTRACT
                && (isBetween(symbols, spec, variable, value.left(), value.right())
                        || isBetween(symbols, spec, variable, value.right(), value.left()))) {
            differences.add(value);
        }
        for (Value argument : value.arguments()) {
            collect(symbols, spec, variable, argument, seen, differences);
        }
    }

    private static boolean isBetween(Symbols symbols, KernelSpec spec, Value variable, Value own, Value other) {
        return own.equals(variable)
                && Symbols.isState(other)
                && IntStream.range(0, spec.model().cells().size())
                        .anyMatch(cell -> isOf(symbols, spec, cell, other) && !isOf(symbols, spec, cell, own));
    }

    private static boolean isOf(Symbols symbols, KernelSpec spec, int cell, Value state) {
        int variable = symbols.variable(state);
        return variable < spec.model().variables().size() && spec.model().isOf(cell, variable);
    }
}
