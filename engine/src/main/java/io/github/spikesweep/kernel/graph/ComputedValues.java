package io.github.spikesweep.kernel.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The values that lead to some results, by how often they are computed. Arguments come before what uses them. */
public final class ComputedValues {
    private final List<Value> perLane;
    private final TreeMap<Integer, Value> invariants = new TreeMap<>();
    private final TreeMap<Integer, Value> times = new TreeMap<>();

    /**
     * @param order values in the order in which they are best computed; what the results do not need is left out
     * @param results what must be there in the end
     */
    public ComputedValues(List<Value> order, List<Value> results) {
        this.perLane = perLane(order, results);
        perLane.forEach(value -> value.arguments().forEach(this::collect));
        results.forEach(this::collect);
    }

    private static List<Value> perLane(List<Value> order, List<Value> results) {
        Set<Value> needed = new LinkedHashSet<>();
        results.forEach(root -> visit(root, needed));
        Set<Value> ordered = new LinkedHashSet<>();
        order.stream().filter(needed::contains).forEach(root -> visit(root, ordered));
        results.forEach(root -> visit(root, ordered));
        return List.copyOf(ordered);
    }

    /** Arguments first. */
    private static void visit(Value value, Set<Value> ordered) {
        boolean computedHere = value.isPerLane() && !value.arguments().isEmpty();
        if (computedHere && !ordered.contains(value)) {
            value.arguments().forEach(argument -> visit(argument, ordered));
            ordered.add(value);
        }
    }

    private void collect(Value value) {
        boolean isNew = !value.isConstant()
                && !value.isPerLane()
                && (value.isInvariant() ? invariants : times).put(value.id(), value) == null;
        if (isNew) {
            value.arguments().forEach(this::collect);
        }
    }

    /** What is computed in every step, lane by lane. */
    public List<Value> perLane() {
        return perLane;
    }

    /** What is computed once, before the first step. */
    public Collection<Value> invariants() {
        return invariants.values();
    }

    /** What is computed in every step, once for all lanes. */
    public Collection<Value> times() {
        return times.values();
    }
}
