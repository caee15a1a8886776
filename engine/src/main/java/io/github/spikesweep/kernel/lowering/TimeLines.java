package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Values that are straight lines over the time of a step, or made of some by {@code abs}, {@code min}, {@code max} and {@code floor}. */
final class TimeLines {
    /** More make more pieces than anyone means. */
    private static final int MOST = 8;

    /** Slope · t + offset; neither depends on the time of the stage. */
    private record Line(Value slope, Value offset) {}

    private final ValueGraph graph;
    private final Symbols symbols;
    private final Map<Value, List<Line>> known = new HashMap<>();
    private final Map<Value, Boolean> timed = new HashMap<>();
    private final Map<Value, Boolean> stateful = new HashMap<>();

    TimeLines(ValueGraph graph, Symbols symbols) {
        this.graph = graph;
        this.symbols = symbols;
    }

    /** The times at which a value may be 0, those at which some of its lines are; none if it is no such value, or has no slope. */
    List<Value> zeros(Value value) {
        return lines(value).stream()
                .filter(line -> !line.slope.isConstant(0))
                .map(line -> graph.negate(graph.divide(line.offset, line.slope)))
                .distinct()
                .toList();
    }

    /** Whether a value changes with the time, and with no variable. */
    boolean isOfTime(Value value) {
        return isTimed(value) && !isStateful(value);
    }

    private boolean isStateful(Value value) {
        Boolean is = stateful.get(value);
        if (is == null) {
            is = Symbols.isState(value) && !symbols.isStill(value);
            for (Value argument : value.arguments()) {
                is |= isStateful(argument);
            }
            stateful.put(value, is);
        }
        return is;
    }

    /** The lines of which a value is one at every time; empty if there are none. */
    private List<Line> lines(Value value) {
        List<Line> of = known.get(value);
        if (of == null) {
            of = found(value);
            known.put(value, of);
        }
        return of;
    }

    private List<Line> found(Value value) {
        if (!isTimed(value)) {
            return List.of(new Line(graph.constant(0), value));
        }
        if (Symbols.isTime(value)) {
            return List.of(new Line(graph.constant(1), graph.constant(0)));
        }
        return switch (value.operation()) {
            case ADD -> combined(value, (a, b) -> new Line(graph.add(a.slope, b.slope), graph.add(a.offset, b.offset)));
            case SUBTRACT ->
                combined(
                        value,
                        (a, b) -> new Line(graph.subtract(a.slope, b.slope), graph.subtract(a.offset, b.offset)));
            case MULTIPLY ->
                isTimed(value.left()) ? scaled(value.right(), value.left()) : scaled(value.left(), value.right());
            case NEGATE -> scaled(graph.constant(-1), value.left());
            case ABS -> joined(lines(value.left()), scaled(graph.constant(-1), value.left()));
            case MIN, MAX -> joined(lines(value.left()), lines(value.right()));
            case ROUND, WIDEN -> lines(value.left());
            case FLOOR -> joined(counts(value.left(), 0), joined(counts(value.left(), -1), counts(value.left(), 1)));
            case CONSTANT, SYMBOL, DIVIDE, SQRT, FMA, CALL, PARTIAL_CALL, SELECT -> List.of();
        };
    }

    /** What the floor of a value is in the step, by how much it has changed since the start. */
    private List<Line> counts(Value value, int change) {
        Value atStart = graph.rewriter(part -> isTime(part) ? symbols.start() : part.isInvariant() ? part : null)
                .apply(value);
        Value count = graph.apply(Operation.FLOOR, List.of(atStart));
        return List.of(new Line(graph.constant(0), graph.add(count, graph.constant(change))));
    }

    private static boolean isTime(Value value) {
        return Symbols.isTime(value) || Symbols.isMiddle(value);
    }

    private List<Line> combined(Value value, BiFunction<Line, Line, Line> combination) {
        List<Line> all = new ArrayList<>();
        for (Line left : lines(value.left())) {
            for (Line right : lines(value.right())) {
                all.add(combination.apply(left, right));
            }
        }
        return all.size() <= MOST ? all : List.of();
    }

    private List<Line> scaled(Value factor, Value value) {
        return isTimed(factor)
                ? List.of()
                : lines(value).stream()
                        .map(line -> new Line(graph.multiply(factor, line.slope), graph.multiply(factor, line.offset)))
                        .toList();
    }

    private static List<Line> joined(List<Line> left, List<Line> right) {
        List<Line> all = new ArrayList<>(left);
        all.addAll(right);
        return left.isEmpty() || right.isEmpty() || all.size() > MOST ? List.of() : all;
    }

    private boolean isTimed(Value value) {
        Boolean is = timed.get(value);
        if (is == null) {
            is = isTime(value);
            for (Value argument : value.arguments()) {
                is |= isTimed(argument);
            }
            timed.put(value, is);
        }
        return is;
    }
}
