package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.kernel.graph.Bounds;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Replaces several divisions by one: the divisors are multiplied together, the product is inverted, and every quotient
 * multiplies back what is not its own. Done only where bounds of the divisors exclude overflow.
 */
final class SharedDivision {
    /** A product of more divisors costs more multiplications than the divisions it saves. */
    private static final int MOST_SHARED = 4;

    private final ValueGraph graph;
    private final double largest;
    private final Bounds bounds;
    private final Map<Value, Integer> depths = new HashMap<>();
    private final Map<Value, List<Value>> groupOf = new HashMap<>();

    private SharedDivision(ValueGraph graph, Rounding rounding, Function<Value, Interval> symbols) {
        this.graph = graph;
        this.largest = rounding.largestProduct();
        this.bounds = new Bounds(symbols);
    }

    /**
     * Rewrites {@code roots}; divisions are shared within each part, so that a cell is computed as it would be alone.
     *
     * @param parts the indices of roots that belong together; all roots are in one of them
     * @param symbols the bounds of each symbol
     */
    static List<Value> apply(
            ValueGraph graph,
            Rounding rounding,
            List<Value> roots,
            List<List<Integer>> parts,
            Function<Value, Interval> symbols) {
        List<Value> rewritten = new ArrayList<>(roots);
        for (List<Integer> part : parts) {
            List<Value> of =
                    apply(graph, rounding, part.stream().map(roots::get).toList(), symbols);
            for (int k = 0; k < of.size(); k++) {
                rewritten.set(part.get(k), of.get(k));
            }
        }
        return rewritten;
    }

    private static List<Value> apply(
            ValueGraph graph, Rounding rounding, List<Value> roots, Function<Value, Interval> symbols) {
        SharedDivision sharing = new SharedDivision(graph, rounding, symbols);
        sharing.group(roots);
        return roots.stream().map(sharing.rewriter()).toList();
    }

    private void group(List<Value> roots) {
        roots.forEach(this::depth);
        // By depth: divisions of one depth do not depend on each other.
        TreeMap<Integer, List<Value>> byDepth = new TreeMap<>();
        depths.keySet().stream()
                .filter(SharedDivision::isDivision)
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .forEach(d -> byDepth.computeIfAbsent(depths.get(d), k -> new ArrayList<>())
                        .add(d));
        byDepth.values().forEach(this::groupOneDepth);
    }

    private void groupOneDepth(List<Value> divisions) {
        Map<List<Value>, Interval> open = new LinkedHashMap<>();
        for (Value division : divisions) {
            Interval divisor = bounds.of(division.right());
            if (!isTame(divisor)) {
                continue;
            }
            List<Value> joined = null;
            for (Map.Entry<List<Value>, Interval> group : open.entrySet()) {
                Interval product = times(group.getValue(), divisor);
                if (group.getKey().size() < MOST_SHARED && isTame(product)) {
                    joined = group.getKey();
                    break;
                }
            }
            List<Value> members = joined == null ? new ArrayList<>() : new ArrayList<>(joined);
            Interval product = joined == null ? divisor : times(open.remove(joined), divisor);
            members.add(division);
            open.put(members, product);
        }
        for (List<Value> members : open.keySet()) {
            if (members.size() > 1) {
                members.forEach(member -> groupOf.put(member, members));
            }
        }
    }

    private UnaryOperator<Value> rewriter() {
        List<UnaryOperator<Value>> self = new ArrayList<>();
        UnaryOperator<Value> rewriter = graph.rewriter(value -> {
            List<Value> group = groupOf.get(value);
            return group == null ? null : quotient(value, group, self.get(0));
        });
        self.add(rewriter);
        return rewriter;
    }

    private Value quotient(Value division, List<Value> group, UnaryOperator<Value> rewrite) {
        List<Value> divisors = group.stream().map(d -> rewrite.apply(d.right())).toList();
        int own = group.indexOf(division);
        // Products of the divisors before and after each, shared between the quotients.
        Value before = product(divisors.subList(0, own), false);
        Value after = product(divisors.subList(own + 1, divisors.size()), true);
        Value inverse = graph.divide(graph.constant(1), product(divisors, false));
        Value others = before == null ? after : after == null ? before : graph.multiply(before, after);
        return graph.multiply(rewrite.apply(division.left()), graph.multiply(inverse, others));
    }

    /** The product, multiplied from the left or from the right; null of none. */
    private Value product(List<Value> factors, boolean fromRight) {
        Value product = null;
        for (int k = 0; k < factors.size(); k++) {
            Value factor = factors.get(fromRight ? factors.size() - 1 - k : k);
            product = product == null
                    ? factor
                    : fromRight ? graph.multiply(factor, product) : graph.multiply(product, factor);
        }
        return product;
    }

    /** How many divisions lie on the longest way down from {@code value}, itself included. */
    private int depth(Value value) {
        Integer known = depths.get(value);
        if (known != null) {
            return known;
        }
        int deepest = 0;
        for (Value argument : value.arguments()) {
            deepest = Math.max(deepest, depth(argument));
        }
        int depth = deepest + (isDivision(value) ? 1 : 0);
        depths.put(value, depth);
        return depth;
    }

    private static boolean isDivision(Value value) {
        return value.operation() == Operation.DIVIDE && value.right().dependence() == Dependence.STATE;
    }

    private boolean isTame(Interval x) {
        return x.low() > 1 / largest && x.high() < largest;
    }

    private static Interval times(Interval x, Interval y) {
        return new Interval(x.low() * y.low(), x.high() * y.high()); // both positive
    }
}
