package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The mean over a step of values that jump within it. The step is cut where something jumps; in each piece what jumps has the value that it has
 * in the middle, and the stages of the integrator are spread over the piece as they are over a whole step. So every piece is integrated with the
 * order of the method, and a step without a jump is one piece.
 */
final class Pieces {
    /** So many edges cut a step into one piece more, in each of which everything is computed. */
    private static final int MOST_EDGES = 16;

    private final ValueGraph graph;
    private final Symbols symbols;
    private final GraphArithmetic arithmetic;
    private final Conditions conditions;
    private final TimeLines lines;
    private final String model;
    private final boolean isMap;
    private final boolean ownSteps;
    private final Set<Value> edges = new LinkedHashSet<>();

    Pieces(ValueGraph graph, Symbols symbols, Conditions conditions, KernelSpec spec) {
        this.graph = graph;
        this.symbols = symbols;
        this.arithmetic = new GraphArithmetic(graph, conditions);
        this.conditions = conditions;
        this.lines = new TimeLines(graph, symbols);
        this.model = spec.model().name();
        this.isMap = spec.model().isMap();
        this.ownSteps = spec.integrator().isAdaptive();
    }

    /** 1 where {@code from <= t < to}; the piece has it one way. */
    Value within(Value t, Value from, Value to) {
        if (isMap && !Symbols.isTime(t)) {
            return graph.subtract(conditions.less(t, to), conditions.less(t, from));
        }
        boolean starts = cut(graph.subtract(t, from));
        boolean ends = cut(graph.subtract(t, to));
        Value when = starts && ends ? inMiddle(t) : t;
        return graph.subtract(conditions.less(when, to), conditions.less(when, from));
    }

    /** 1 where a comparison holds: in the whole piece or not at all, if its operands meet at times that can be told before. */
    Value compare(Operator comparison, Value left, Value right) {
        boolean cut = !isMap && isCut(graph.subtract(left, right));
        return conditions.compare(comparison, cut ? inMiddle(left) : left, cut ? inMiddle(right) : right);
    }

    /** The floor, which jumps once in the step at the most. */
    Value floor(Value x) {
        if (isMap) {
            return arithmetic.floor(x);
        }
        Value count = arithmetic.floor(inMiddle(x));
        boolean rises = isCut(graph.subtract(x, graph.add(arithmetic.floor(atStart(x)), graph.constant(1))));
        boolean falls = isCut(graph.subtract(x, arithmetic.floor(atStart(x))));
        return rises && falls ? count : arithmetic.floor(x);
    }

    /** Cuts the step where a value is 0, if that can be told; where neurons choose their own steps, none straddles such a time. */
    private boolean cut(Value value) {
        List<Value> zeros = lines.zeros(value);
        edges.addAll(zeros);
        return !zeros.isEmpty() || (ownSteps && lines.isOfTime(value));
    }

    /** The same for what changes with the time alone. */
    private boolean isCut(Value value) {
        return lines.isOfTime(value) && cut(value);
    }

    private Value atStart(Value value) {
        return graph.rewriter(part -> Symbols.isTime(part) ? symbols.start() : part.isInvariant() ? part : null)
                .apply(value);
    }

    private Value inMiddle(Value value) {
        return graph.rewriter(part -> Symbols.isTime(part) ? symbols.middle() : part.isInvariant() ? part : null)
                .apply(value);
    }

    /** The mean of each value over the step; of what does not jump, the value itself. */
    List<Value> mean(List<Value> values) {
        if (edges.size() > MOST_EDGES) {
            throw new InputException("the equations are too large: in those of '" + model
                    + "' or its input, pulses and conditions on the time that are not just added have "
                    + edges.size()
                    + " edges (two of 'pulse', four of 'pulses', one of 'a < t'); at most "
                    + MOST_EDGES + " are accepted");
        }
        List<Value> parts = sortedParts();
        Map<Value, Boolean> jumping = new HashMap<>();
        List<Value> means = new ArrayList<>(values);
        for (int piece = 0; piece < parts.size() - 1; piece++) {
            Value length = graph.subtract(parts.get(piece + 1), parts.get(piece));
            UnaryOperator<Value> here = at(parts.get(piece), length);
            Value isThere = conditions.compare(Operator.GREATER, length, graph.constant(0));
            for (int v = 0; v < values.size(); v++) {
                if (jumps(values.get(v), jumping)) {
                    Value share = graph.multiply(length, here.apply(values.get(v)));
                    Value part = conditions.where(isThere, share, graph.constant(0));
                    means.set(v, piece == 0 ? part : graph.add(means.get(v), part));
                }
            }
        }
        return means;
    }

    /** Where the pieces begin, as parts of the step, in their order; then 1. */
    private List<Value> sortedParts() {
        List<Value> parts = new ArrayList<>();
        for (Value edge : edges) {
            parts.add(arithmetic.clamp(graph.divide(graph.subtract(edge, symbols.start()), symbols.step()), 0, 1));
        }
        for (int last = parts.size() - 1; last > 0; last--) {
            for (int k = 0; k < last; k++) {
                Value a = parts.get(k);
                Value b = parts.get(k + 1);
                parts.set(k, arithmetic.min(a, b));
                parts.set(k + 1, arithmetic.max(a, b));
            }
        }
        parts.add(0, graph.constant(0));
        parts.add(graph.constant(1));
        return parts;
    }

    private UnaryOperator<Value> at(Value from, Value length) {
        Value passed = graph.divide(graph.subtract(symbols.time(), symbols.start()), symbols.step());
        Value time = isMap || edges.isEmpty() ? symbols.time() : time(graph.add(from, graph.multiply(length, passed)));
        Value middle = time(graph.add(from, graph.multiply(graph.constant(0.5), length)));
        return graph.rewriter(value ->
                Symbols.isTime(value) ? time : Symbols.isMiddle(value) ? middle : value.isInvariant() ? value : null);
    }

    private Value time(Value part) {
        return graph.add(symbols.start(), graph.multiply(symbols.step(), part));
    }

    private static boolean jumps(Value value, Map<Value, Boolean> known) {
        Boolean jumps = known.get(value);
        if (jumps == null) {
            jumps = Symbols.isMiddle(value);
            for (Value argument : value.arguments()) {
                jumps |= jumps(argument, known);
            }
            known.put(value, jumps);
        }
        return jumps;
    }
}
