package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Plans the memory of a kernel whose lanes take the same steps. */
final class ArenaPlan {
    private final Rows rows;
    private final DoubleArena doubles;
    private final KernelLayout layout;
    private final List<Integer> scratch = new ArrayList<>();
    private final int saved;
    private final int spare;
    private final int exchange;
    /** By cell. */
    private final Map<Integer, Integer> normals = new LinkedHashMap<>();

    private final Map<Value, Integer> copies = new LinkedHashMap<>();

    /**
     * @param loops the schedule
     * @param step what the loops compute
     * @param source writes the loops
     */
    ArenaPlan(KernelSpec spec, int lanes, List<List<Value>> loops, StepGraph step, LoopSource source) {
        this.rows = Rows.ofKernel(lanes);
        List<Value> invariants = source.storedInvariants();
        Symbols symbols = new Symbols(new ValueGraph(), spec);
        int count = symbols.states().size();
        List<Integer> variables = rows.newRowOfEach(count);
        invariants.stream()
                .filter(value -> !Symbols.isQuantity(value) && !value.inDouble())
                .forEach(value -> rows.put(value, rows.newRow()));
        QuantityRows quantities = new QuantityRows(spec, rows);
        int cells = spec.model().cells().size();
        for (int cell = 0; cell < cells; cell++) {
            if (spec.isNoisy(cell)) {
                normals.put(cell, rows.newRow());
            }
        }
        Map<Value, Integer> homes = new LinkedHashMap<>();
        Map<Value, Value> next = new LinkedHashMap<>();
        symbolsOf(loops, step).forEach(symbol -> {
            if (Symbols.isState(symbol)) {
                homes.put(symbol, variables.get(symbols.variable(symbol)));
                next.put(symbol, step.next().get(symbols.variable(symbol)));
            } else if (Symbols.isQuantity(symbol) && symbol.varies() && !symbol.inDouble()) {
                rows.put(symbol, quantities.row(symbols.quantity(symbol)));
            } else if (Symbols.isNormal(symbol)) {
                rows.put(symbol, normals.get(symbols.normalCell(symbol)));
            }
        });
        List<Value> kept = new ArrayList<>(step.results());
        if (step.margin().isPresent()) {
            // A step that is cut is taken again from there.
            kept.addAll(homes.keySet());
        }
        rows.assign(loops, kept, homes, next);
        List<Integer> lowest = new ArrayList<>();
        List<Integer> highest = new ArrayList<>();
        for (int variable = 0; variable < count; variable++) {
            boolean recorded = spec.isRecorded(variable);
            lowest.add(recorded ? rows.newRow() : -1);
            highest.add(recorded ? rows.newRow() : -1);
        }
        List<KernelLayout.CellRows> ofCells = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            ofCells.add(cellRows(spec, symbols, variables, step, cell));
        }
        this.saved = rows.newRows(count);
        this.spare = rows.newRows(count);
        this.exchange = rows.newRows(count);
        int shared = rows.elements();
        this.layout = new KernelLayout(
                lanes,
                variables,
                quantities.places(shared),
                lowest,
                highest,
                step.margin().isPresent() ? spare : -1,
                ofCells,
                variables.subList(spec.ownVariables(), spec.model().variables().size()),
                IntStream.range(spec.model().variables().size(), count)
                        .filter(symbols::isOfTangent)
                        .mapToObj(variables::get)
                        .toList(),
                shared + spec.quantityCount());
        this.doubles = new DoubleArena(
                source,
                loops,
                step.results(),
                lanes,
                value -> layout.quantities().get(symbols.quantity(value)));
    }

    private KernelLayout.CellRows cellRows(
            KernelSpec spec, Symbols symbols, List<Integer> variables, StepGraph step, int cell) {
        boolean isMap = spec.model().isMap();
        int most = LaneKernel.MOST_STEPS;
        scratch.add(rows.newRow());
        return new KernelLayout.CellRows(
                rows.newRow(),
                rows.newRow(),
                rows.newRows(most + 1),
                isMap ? -1 : rows.newRows(most),
                rowOf(step.last().get(cell)),
                rowOf(step.differences().get(cell)),
                rows.newRows(2),
                spec.isNoisy(cell) ? variables.get(symbols.variable(symbols.noise(cell))) : -1,
                spec.isNoisy(cell) ? rows.newRows(most) : -1,
                spec.model().cells().get(cell).holds() ? variables.get(symbols.variable(symbols.held(cell))) : -1);
    }

    /** The row in which a result is after a step; -1 if it is always 0. */
    private int rowOf(Value result) {
        if (result.isConstant(0)) {
            return -1;
        }
        boolean stays = rows.row(result) != null && !Symbols.isState(result);
        return stays ? rows.row(result) : copies.computeIfAbsent(result, copied -> rows.newRow());
    }

    /** The results that have to be copied before the states change, and where to: those that are states, or the same in all lanes. */
    Map<Value, Integer> copies() {
        return copies;
    }

    /** Where the values of a quantity are, in the arena of its precision. */
    KernelLayout.Place place(Symbols symbols, Value quantity) {
        return quantity.inDouble()
                ? doubles.place(quantity)
                : layout.quantities().get(symbols.quantity(quantity));
    }

    /** What is kept in double precision in a kernel that has another. */
    DoubleArena doubles() {
        return doubles;
    }

    /** Every symbol that the step reads. */
    private static Iterable<Value> symbolsOf(List<List<Value>> loops, StepGraph step) {
        Map<Integer, Value> symbols = new HashMap<>();
        loops.forEach(loop -> loop.forEach(value -> value.arguments().forEach(x -> putSymbol(symbols, x))));
        step.results().forEach(value -> putSymbol(symbols, value));
        return symbols.values().stream()
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .toList();
    }

    private static void putSymbol(Map<Integer, Value> symbols, Value value) {
        if (value.operation() == Operation.SYMBOL) {
            symbols.put(value.id(), value);
        }
    }

    /** The row of {@code value}: the index of its first element; null if it has none. */
    Integer row(Value value) {
        return value.inDouble() ? doubles.row(value) : rows.row(value);
    }

    KernelLayout layout() {
        return layout;
    }

    /** A row for what is looked for in the histories of a cell. */
    int scratch(int cell) {
        return scratch.get(cell);
    }

    /** Rows, one per state, that keep the state before the last advance. */
    int saved() {
        return saved;
    }

    /** Rows, one per state, that keep the state aside for a while. */
    int spare() {
        return spare;
    }

    /** Rows, one per state, through which states change places. */
    int exchange() {
        return exchange;
    }

    /** The row of the normal deviates that a step uses, by noisy cell. */
    Map<Integer, Integer> normals() {
        return normals;
    }
}
