package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.AdaptiveStep;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes a kernel with adaptive steps for each lane as a Java class. */
final class AdaptiveSource {
    private final KernelSpec spec;
    private final int lanes;
    private final LoopSource loops;
    private final Rows rows;
    private final AdaptiveLayout layout;
    private final List<Value> uniform = new ArrayList<>();

    /** @param order that of Taylor's method */
    AdaptiveSource(KernelSpec spec, int lanes, int order) {
        this.spec = spec;
        this.lanes = lanes;
        AdaptiveStep step = AdaptiveStep.of(spec, order);
        List<Value> results = step.results();
        List<List<Value>> schedule = LoopSchedule.of(step.order(), results);
        this.loops = new LoopSource(schedule, results);
        this.rows = Rows.ofKernel(lanes);
        Symbols symbols = new Symbols(new ValueGraph(), spec);
        List<Integer> variables = rows.newRowOfEach(symbols.states().size());
        int time = rows.newRow();
        int length = rows.newRow();
        ControlRows controls = new ControlRows(spec, symbols, rows);
        List<Value> stored = loops.storedInvariants();
        QuantityRows quantities = new QuantityRows(spec, rows);
        for (Value value : stored) {
            rows.put(value, Symbols.isQuantity(value) ? quantities.row(symbols.quantity(value)) : rows.newRow());
        }
        List<Value> read = new ArrayList<>(results);
        schedule.forEach(loop -> loop.forEach(value -> read.addAll(value.arguments())));
        for (Value value : read) {
            if (Symbols.isState(value)) {
                rows.put(value, variables.get(symbols.variable(value)));
            } else if (Symbols.isTime(value) || Symbols.isStart(value)) {
                rows.put(value, time);
            } else if (Symbols.isStep(value)) {
                rows.put(value, length);
            } else if (Symbols.isControl(value)) {
                rows.put(value, controls.row(value));
            }
        }
        rows.assign(schedule, results, Map.of(), Map.of());
        for (Value result : results) {
            if (rows.row(result) == null) {
                rows.put(result, rows.newRow());
                uniform.add(result);
            }
        }
        List<Integer> lowest = extremes();
        List<Integer> highest = extremes();
        int shared = rows.elements();
        this.layout = new AdaptiveLayout(
                lanes,
                variables,
                quantities.places(shared),
                time,
                length,
                step.ends().stream().map(rows::row).toList(),
                rows.row(step.error()),
                IntStream.range(0, spec.model().cells().size())
                        .mapToObj(cell -> spec.model().cells().get(cell).holds()
                                ? variables.get(symbols.variable(symbols.held(cell)))
                                : Integer.valueOf(-1))
                        .toList(),
                step.curves().stream()
                        .map(curve -> curve.stream().map(rows::row).toList())
                        .toList(),
                step.length()
                        .map(chosen -> new AdaptiveLayout.ChosenLength(
                                rows.row(chosen),
                                step.endSlopes().stream().map(rows::row).toList())),
                controls.layout(step.control()),
                lowest,
                highest,
                shared + spec.quantityCount());
    }

    private List<Integer> extremes() {
        return IntStream.range(0, spec.ownVariables())
                .mapToObj(v -> spec.isMeasured(v) ? rows.newRow() : Integer.valueOf(-1))
                .toList();
    }

    AdaptiveLayout layout() {
        return layout;
    }

    String text() {
        Symbols symbols = new Symbols(new ValueGraph(), spec);
        JavaText java = new JavaText(spec.precision());
        java.openClass(AdaptiveKernel.class, layout.elements());
        java.line("private double step;");
        loops.fields(java);
        loops.prepare(java, lanes, rows::row, value -> layout.quantities().get(symbols.quantity(value)));
        java.line("public double[] memory() { return s; }");
        java.open("public void prepare()");
        java.line("prepare(0.0);");
        // A result that all lanes share, such as the slope of a variable that only grows, never changes.
        for (Value value : uniform) {
            java.writeRow(value, null, Integer.toString(rows.row(value)), lanes);
        }
        java.close();
        java.line("public void prepare(int lane) { prepare(lane, lane + 1); }");
        java.open("public void attempt()");
        loops.calls(java);
        java.close();
        loops.methods(java, lanes, rows::row);
        advance(java);
        java.close();
        return java.toString();
    }

    private void advance(JavaText java) {
        java.open("public void advance()");
        AdaptiveLayout.Control control = layout.control();
        for (int v = 0; v < layout.ends().size(); v++) {
            copy(java, layout.ends().get(v), layout.variables().get(v));
        }
        copy(java, control.reached(), layout.time());
        copy(java, control.next(), layout.step());
        copy(java, control.proposed().next(), control.proposed().now());
        control.cells().forEach(cell -> copy(java, cell.nextIntegral(), cell.integral()));
        List<Integer> recorded = IntStream.range(0, layout.lowest().size())
                .filter(spec::isMeasured)
                .boxed()
                .toList();
        recorded.forEach(v -> java.line("extremes" + v + "();"));
        java.close();
        java.extremes(recorded, layout.variables(), layout.lowest(), layout.highest(), lanes);
    }

    private void copy(JavaText java, int from, int to) {
        if (from != to) {
            java.copyRow(Integer.toString(from), Integer.toString(to), lanes);
        }
    }
}
