package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every value that outlives its loop a row of the arena, reusing rows whose value is used up: the fewer rows, the more of
 * them stay in the first-level cache.
 */
final class Rows {
    private final int lanes;
    private final boolean inDouble;
    private final Map<Value, Integer> rows = new HashMap<>();
    private int next;

    private Rows(int lanes, boolean inDouble) {
        this.lanes = lanes;
        this.inDouble = inDouble;
    }

    /** Of the arena in the kernel's precision. */
    static Rows ofKernel(int lanes) {
        return new Rows(lanes, false);
    }

    /** Of the arena for what is computed in double precision whatever the kernel's. */
    static Rows inDouble(int lanes) {
        return new Rows(lanes, true);
    }

    int lanes() {
        return lanes;
    }

    /** A new row: the index of its first element. */
    int newRow() {
        return newRows(1);
    }

    /** As many new rows, one after the other: the first of them. */
    int newRows(int count) {
        int row = next;
        next = Math.addExact(next, Math.multiplyExact(count, lanes));
        return row;
    }

    List<Integer> newRowOfEach(int count) {
        List<Integer> list = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            list.add(newRow());
        }
        return list;
    }

    /** The elements so far. */
    int elements() {
        return next;
    }

    void put(Value value, int row) {
        rows.put(value, row);
    }

    /** The row of {@code value}; null if it has none. */
    Integer row(Value value) {
        return rows.get(value);
    }

    /**
     * Gives rows to what the loops compute and pass on.
     *
     * @param results what must be there after the last loop
     * @param homes rows that hold states before the first loop, by the state's symbol; what is in {@code next} under the same
     *     symbol moves in as soon as nobody needs the old value
     * @param next the new value of each state
     */
    void assign(List<List<Value>> loops, Collection<Value> results, Map<Value, Integer> homes, Map<Value, Value> next) {
        Map<Value, Integer> lastUse = lastUses(loops);
        results.forEach(value -> lastUse.put(value, loops.size()));
        rows.putAll(homes);
        Map<Value, Value> stateOf = new LinkedHashMap<>();
        next.forEach((state, value) -> stateOf.putIfAbsent(value, state));
        Deque<Integer> free = new ArrayDeque<>();
        Map<Integer, List<Integer>> freedAfter = new HashMap<>();
        for (int loop = 0; loop < loops.size(); loop++) {
            // A row read for the last time by this loop may be written by it: within a lane, loads come first.
            free.addAll(freedAfter.getOrDefault(loop, List.of()));
            for (Value value : loops.get(loop)) {
                int last = lastUse.getOrDefault(value, -1);
                if (last <= loop || value.inDouble() != inDouble) {
                    continue; // never leaves its loop, or is none of this arena
                }
                Value state = stateOf.get(value);
                if (state != null && lastUse.getOrDefault(state, -1) <= loop) {
                    rows.put(value, homes.get(state));
                } else {
                    int row = free.isEmpty() ? newRow() : free.removeLast();
                    rows.put(value, row);
                    freedAfter.computeIfAbsent(last, k -> new ArrayList<>()).add(row);
                }
            }
        }
    }

    private static Map<Value, Integer> lastUses(List<List<Value>> loops) {
        Map<Value, Integer> lastUse = new HashMap<>();
        for (int loop = 0; loop < loops.size(); loop++) {
            for (Value value : loops.get(loop)) {
                for (Value argument : value.arguments()) {
                    lastUse.put(argument, loop);
                }
            }
        }
        return lastUse;
    }
}
