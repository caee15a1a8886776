package io.github.spikesweep.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every value that outlives its loop a row of the arena, reusing rows whose value is used up: the fewer rows, the more of
 * them stay in the first-level cache.
 */
final class ArenaPlan {
    private final int lanes;
    private final Map<Value, Integer> rows = new HashMap<>();
    private final Map<Integer, Integer> copies = new LinkedHashMap<>();
    private final KernelLayout layout;
    private int nextRow;

    /**
     * @param loops the schedule
     * @param next the value of every variable at the end of a step
     * @param invariants the values that are computed once, differ between lanes, and are used by the loops
     */
    ArenaPlan(KernelSpec spec, int lanes, List<List<Value>> loops, List<Value> next, List<Value> invariants) {
        this.lanes = lanes;
        Symbols symbols = new Symbols(new ValueGraph(), spec);
        int count = spec.model().variables().size();
        List<Integer> variables = newRows(count);
        invariants.stream().filter(value -> !Symbols.isQuantity(value)).forEach(value -> rows.put(value, newRow()));
        List<String> names = spec.quantities();
        Map<String, Integer> varying = new HashMap<>();
        names.stream().filter(spec.varying()::contains).forEach(name -> varying.put(name, newRow()));
        assign(symbols, loops, next, variables);
        invariants.stream()
                .filter(Symbols::isQuantity)
                .forEach(value -> rows.put(value, varying.get(names.get(symbols.quantity(value)))));
        List<Integer> lowest = new ArrayList<>();
        List<Integer> highest = new ArrayList<>();
        for (int variable = 0; variable < count; variable++) {
            boolean recorded = isRecorded(spec, variable);
            lowest.add(recorded ? newRow() : -1);
            highest.add(recorded ? newRow() : -1);
        }
        newRows(2); // chunkLowest() and chunkHighest(), just before the history
        int history = newRow();
        int shared = history + (LaneKernel.MOST_STEPS + 1) * lanes;
        List<KernelLayout.Place> quantities = new ArrayList<>();
        for (String name : names) {
            Integer row = varying.get(name);
            quantities.add(
                    row != null
                            ? new KernelLayout.Place(row, true)
                            : new KernelLayout.Place(shared + quantities.size(), false));
        }
        int elements = shared + names.size();
        this.layout = new KernelLayout(lanes, variables, quantities, lowest, highest, history, elements);
    }

    /** A variable is recorded if that is asked for, if it spikes, and if its equations hold in a bounded range only. */
    private static boolean isRecorded(KernelSpec spec, int variable) {
        return spec.recorded().contains(variable)
                || variable == spec.spikeVariable()
                || spec.model().variables().get(variable).range().isBounded();
    }

    private void assign(Symbols symbols, List<List<Value>> loops, List<Value> next, List<Integer> variables) {
        Map<Value, Integer> lastUse = new HashMap<>();
        for (int loop = 0; loop < loops.size(); loop++) {
            for (Value value : loops.get(loop)) {
                for (Value argument : value.arguments()) {
                    lastUse.put(argument, loop);
                }
            }
        }
        next.forEach(value -> lastUse.put(value, loops.size()));
        Map<Integer, Integer> lastUseOfState = new HashMap<>();
        lastUse.forEach((value, loop) -> {
            if (Symbols.isState(value)) {
                rows.put(value, variables.get(symbols.variable(value)));
                lastUseOfState.put(symbols.variable(value), loop);
            }
        });
        Deque<Integer> free = new ArrayDeque<>();
        Map<Integer, List<Integer>> freedAfter = new HashMap<>();
        for (int loop = 0; loop < loops.size(); loop++) {
            // A row read for the last time by this loop may be written by it: within a lane, loads come first.
            free.addAll(freedAfter.getOrDefault(loop, List.of()));
            for (Value value : loops.get(loop)) {
                int last = lastUse.getOrDefault(value, -1);
                if (last <= loop) {
                    continue; // never leaves its loop
                }
                int variable = next.indexOf(value);
                boolean home = variable >= 0 && lastUseOfState.getOrDefault(variable, -1) <= loop;
                int row = home ? variables.get(variable) : free.isEmpty() ? newRow() : free.pop();
                rows.put(value, row);
                if (!home) {
                    freedAfter.computeIfAbsent(last, k -> new ArrayList<>()).add(row);
                }
            }
        }
        for (int variable = 0; variable < next.size(); variable++) {
            Integer row = rows.get(next.get(variable));
            if (row != null && !row.equals(variables.get(variable))) {
                copies.put(row, variables.get(variable));
            }
        }
    }

    /** The row of {@code value}: the index of its first element; null if it has none. */
    Integer row(Value value) {
        return rows.get(value);
    }

    /** Rows to be copied at the end of a step, from where to where. */
    Map<Integer, Integer> copies() {
        return copies;
    }

    KernelLayout layout() {
        return layout;
    }

    /** The row of the spike variable's least value within the current advance. */
    int chunkLowest() {
        return layout.history() - 2 * lanes;
    }

    /** The row of the spike variable's largest value within the current advance. */
    int chunkHighest() {
        return layout.history() - lanes;
    }

    private List<Integer> newRows(int count) {
        List<Integer> list = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            list.add(newRow());
        }
        return list;
    }

    private int newRow() {
        int row = nextRow;
        nextRow += lanes;
        return row;
    }
}
