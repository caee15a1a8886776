package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loops over lanes that compute a step: which values each computes, in order. Small loops, because C2 vectorises no large
 * bodies (see the benchmark notes); cut where the fewest values have to be kept in arrays between one loop and the next.
 */
final class LoopSchedule {
    /** Longer chains of operations wait for each other. */
    static final int MOST_OPERATIONS = 22;
    /**
     * C2 unrolls no loop with more nodes than 60 (LoopUnrollLimit), and does not vectorise what it does not unroll. Each operation is a
     * node, each load and store is two, and the loop itself has ten.
     */
    private static final int MOST_NODES = 48;
    /** More than any other way to cut costs: a loop without vector instructions is ten times slower. */
    private static final long MISTAKE_COST = 40;

    /** What starting a loop costs, in loads. */
    private static final int LOOP_COST = 3;

    private static final int STORE_COST = 2;

    private final List<Value> values;
    private final Map<Value, Integer> lastUse = new HashMap<>();
    private final Set<Value> results;

    private LoopSchedule(List<Value> values, List<Value> results) {
        this.values = values;
        this.results = new HashSet<>(results);
        for (int i = 0; i < values.size(); i++) {
            for (Value argument : values.get(i).arguments()) {
                lastUse.put(argument, i);
            }
        }
    }

    /** The loops, in the order in which they run; every loop holds at least one value. */
    static List<List<Value>> of(StepGraph step) {
        return StepSchedule.of(step).loops();
    }

    /**
     * The loops, in the order in which they run; every loop holds at least one value.
     *
     * @param order values in the order in which they are best computed; what the results do not need is left out
     * @param results what must be there after the last loop
     */
    static List<List<Value>> of(List<Value> order, List<Value> results) {
        return ofAll(new ComputedValues(order, results).perLane(), results);
    }

    /** The same of values all of which are needed, arguments first. */
    static List<List<Value>> ofAll(List<Value> values, List<Value> results) {
        return new LoopSchedule(values, results).cut();
    }

    /** The cheapest cuts, by dynamic programming over the position of the last cut. */
    private List<List<Value>> cut() {
        int n = values.size();
        long[] cost = new long[n + 1];
        int[] from = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            cost[end] = Long.MAX_VALUE;
            Set<Value> loaded = new HashSet<>();
            long stores = 0;
            // The loop over the values from start to before end, longer by one value each time.
            for (int start = end - 1; start >= 0 && end - start <= MOST_OPERATIONS; start--) {
                Value value = values.get(start);
                if (!areVectorisedAlike(value, values.get(end - 1))) {
                    break;
                }
                loaded.remove(value);
                for (Value argument : value.arguments()) {
                    if (argument.varies() && !argument.isConstant()) {
                        loaded.add(argument);
                    }
                }
                if (results.contains(value) || lastUse.getOrDefault(value, -1) >= end) {
                    stores++;
                }
                long total = cost[start] + LOOP_COST + loaded.size() + STORE_COST * stores;
                boolean fits = end - start == 1 || end - start + 2 * (loaded.size() + stores) <= MOST_NODES;
                if (fits && total < cost[end]) {
                    total += MISTAKE_COST * new LanePairing(values.subList(start, end)).mistakes();
                }
                if (fits && total < cost[end]) {
                    cost[end] = total;
                    from[end] = start;
                }
            }
        }
        List<List<Value>> loops = new ArrayList<>();
        for (int end = n; end > 0; end = from[end]) {
            loops.add(0, values.subList(from[end], end));
        }
        return loops;
    }

    /** Calls and conversions keep a loop from being vectorised, and two precisions do too: they get loops of their own. */
    private static boolean areVectorisedAlike(Value a, Value b) {
        boolean isScalar = a.operation().isScalar();
        return isScalar == b.operation().isScalar() && (isScalar || a.inDouble() == b.inDouble());
    }
}
