package io.github.spikesweep.kernel.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fuses products with the sums that they are terms of, a·b + c, into one operation with one rounding: half the work, and more accurate. A
 * product is fused if nothing else needs it and it changes with the state; what is computed once, or from the time alone, stays as it is.
 */
public final class FusedProducts {
    private final ValueGraph graph;
    private final Map<Value, Integer> uses = new HashMap<>();
    private final UnaryOperator<Value> rewriter;

    private FusedProducts(ValueGraph graph, Collection<Value> results, Collection<Value> others) {
        this.graph = graph;
        Set<Value> seen = new HashSet<>();
        results.forEach(value -> use(value, seen, Set.of()));
        Set<Value> alone = Set.copyOf(seen);
        others.forEach(value -> use(value, seen, alone));
        this.rewriter = graph.rewriter(this::fused);
    }

    /**
     * A rewriter of the values that lead to {@code results}.
     *
     * @param results all that is needed in the end
     */
    public static UnaryOperator<Value> of(ValueGraph graph, Collection<Value> results) {
        return of(graph, results, List.of());
    }

    /**
     * The same.
     *
     * @param others what is needed besides; it has no say in how {@code results} are computed
     */
    public static UnaryOperator<Value> of(ValueGraph graph, Collection<Value> results, Collection<Value> others) {
        return new FusedProducts(graph, results, others).rewriter;
    }

    /** @param decided what is not counted any more */
    private void use(Value value, Set<Value> seen, Set<Value> decided) {
        if (decided.contains(value)) {
            return;
        }
        uses.merge(value, 1, Integer::sum);
        if (seen.add(value)) {
            value.arguments().forEach(argument -> use(argument, seen, decided));
        }
    }

    /** The fused form of a sum; null if it is none, or has no product to fuse. */
    private Value fused(Value value) {
        return switch (value.operation()) {
            case ADD ->
                isFusible(value.right())
                        ? fused(value.right().left(), value.right().right(), value.left())
                        : isFusible(value.left())
                                ? fused(value.left().left(), value.left().right(), value.right())
                                : null;
            case SUBTRACT ->
                // The sign goes into a factor that is computed once.
                isFusible(value.right()) && value.right().left().isInvariant()
                        ? fused(
                                graph.negate(value.right().left()),
                                value.right().right(),
                                value.left())
                        : null;
            default -> null;
        };
    }

    private Value fused(Value a, Value b, Value c) {
        return graph.fma(rewriter.apply(a), rewriter.apply(b), rewriter.apply(c));
    }

    private boolean isFusible(Value value) {
        return value.operation() == Operation.MULTIPLY
                && value.dependence() == Dependence.STATE
                && uses.getOrDefault(value, 0) == 1;
    }
}
