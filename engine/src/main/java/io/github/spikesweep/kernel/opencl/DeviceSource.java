package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.kernel.lowering.Symbols;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.SpikeDirection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a kernel in OpenCL C: a work item takes one lane through some advances, its state in variables, and leaves after each what {@link LaneKernel}
 * promises. It stops before a step that has to be cut, which the host does, and goes on after it. The number of lanes is known when it runs, so that there
 * is one program for a spec.
 */
final class DeviceSource {
    /** The function that takes steps. */
    static final String ADVANCE = "advance";
    /** That which collects the histories of lanes that cross a threshold. */
    static final String COLLECT = "collect";
    /**
     * Stands at the end of each step, where no lane stops before others. Compilers for CPUs find instructions for several lanes where these wait for each
     * other there.
     */
    static final String SIDE_BY_SIDE = "SIDE_BY_SIDE";

    private final KernelSpec spec;
    private final Symbols symbols;
    private final StepGraph step;
    private final ComputedValues computed;
    private final Inputs single;
    private final Inputs inDouble;
    /** With one lane, elements are rows. */
    private final DevicePlan rows;

    private final KernelLayout layout;
    private final DeviceText text;

    private DeviceSource(KernelSpec spec) {
        this.spec = spec;
        this.symbols = new Symbols(new ValueGraph(), spec);
        this.step = StepGraph.of(spec);
        this.computed = new ComputedValues(step.order(), step.results());
        this.single = Inputs.of(computed, step.results(), false);
        this.inDouble = Inputs.of(computed, step.results(), true);
        this.rows = new DevicePlan(spec, symbols, step, 1);
        this.layout = rows.layout();
        this.text = new DeviceText(spec.precision());
    }

    /**
     * That of a spec that devices can compute with the bits of the CPU, so far as this does not depend on the device.
     *
     * @param name what the device is called
     * @throws InputException if none can
     */
    static DeviceSource of(KernelSpec spec, String name) {
        if (spec.integrator().isAdaptive()) {
            throw new InputException(
                    "device '%s' takes steps of one length for all neurons: %s is computed by the CPU alone"
                            .formatted(name, spec.integrator().label()));
        }
        DeviceSource source = new DeviceSource(spec);
        Set<String> calls = source.unknownCalls();
        if (!calls.isEmpty()) {
            throw new InputException(
                    "%s calls %s of its variables in every step, which only the CPU computes with the same bits"
                            .formatted(spec.model().name(), String.join(", ", calls)));
        }
        return source;
    }

    Symbols symbols() {
        return symbols;
    }

    StepGraph step() {
        return step;
    }

    ComputedValues computed() {
        return computed;
    }

    /** More than the number of any value that the host computes. */
    int numbers() {
        return Stream.concat(computed.invariants().stream(), computed.times().stream())
                        .mapToInt(Value::id)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** What the host computes in the kernel's precision. */
    Inputs single() {
        return single;
    }

    /** What it computes in double precision in a kernel of another. */
    Inputs inDouble() {
        return inDouble;
    }

    /** Whether the device computes in double precision. */
    boolean needsDouble() {
        return spec.precision() == Precision.DOUBLE
                || !inDouble.isEmpty()
                || computed.perLane().stream().anyMatch(value -> value.inDouble() || isCall(value));
    }

    /** The functions that the steps call and that devices do not have. */
    private Set<String> unknownCalls() {
        return computed.perLane().stream()
                .filter(value -> isCall(value) && !DeviceText.knows(value))
                .map(Value::function)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCall(Value value) {
        return value.operation() == Operation.CALL || value.operation() == Operation.PARTIAL_CALL;
    }

    /** The program. */
    String program() {
        text.line(resource("single.cl"));
        if (needsDouble()) {
            text.line(resource("double.cl"));
        }
        text.line(resource("collect.cl").replace("REAL", text.real()));
        text.open("__kernel void " + ADVANCE + "(" + parameters() + ")");
        text.line("const int i = get_global_id(0);");
        if (rows.cuts()) {
            text.line("const int from = at[i], mode = at[n + i];");
            text.line("if (mode == " + LaneProgress.STAYS + ") { return; }");
            text.line("int cut = resumed;");
        }
        carriedIn();
        inputs(single, "");
        inputs(inDouble, "_double");
        text.open("for (int c = " + (rows.cuts() ? "from / steps" : "0") + "; c < chunks; c++)");
        text.line("__global " + text.real() + " *w = left + (size_t) c * " + rows.left() + " * n + i;");
        unlessCut(() -> eachCell(this::begin));
        text.open("for (int k = " + (rows.cuts() ? "cut ? from % steps : 0" : "0") + "; k < steps; k++)");
        unlessCut(this::takeStep);
        watch();
        text.line(rows.cuts() ? "cut = 0;" : SIDE_BY_SIDE + ";");
        text.close();
        eachCell(this::end);
        carriedOut(DeviceSource::state);
        tellUnsound();
        text.close();
        if (rows.cuts()) {
            text.line("at[i] = chunks * steps;");
        }
        text.close();
        return text.toString();
    }

    /** What is done already where a lane goes on after a step that was cut. */
    private void unlessCut(Runnable part) {
        if (!rows.cuts()) {
            part.run();
            return;
        }
        text.open("if (!cut)");
        part.run();
        text.close();
    }

    private static String resource(String name) {
        try (InputStream in = DeviceSource.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String parameters() {
        String real = text.real();
        String precise = "__global const double *per_lane_double, __global const double *common_double,"
                + " __global const double *timed_double, ";
        return "__global const %1$s *carried, __global %1$s *left, __global const %1$s *normals, ".formatted(real)
                + "__global const %1$s *per_lane, __global const %1$s *common, __global const %1$s *timed, "
                        .formatted(real)
                + (inDouble.isEmpty() ? "" : precise)
                + "__global int *beyond, __global int *unsound, __global int *at,"
                + " const int n, const int chunks, const int steps, const int resumed";
    }

    private interface OfCell {
        void write(int cell, KernelLayout.CellRows rows);
    }

    private void eachCell(OfCell part) {
        for (int cell = 0; cell < layout.cells().size(); cell++) {
            part.write(cell, layout.cells().get(cell));
        }
    }

    private void carriedIn() {
        for (int state = 0; state < layout.variables().size(); state++) {
            declare(state(state), "carried", layout.variables().get(state));
            if (layout.isRecorded(state)) {
                declare(lowest(state), "carried", layout.lowest().get(state));
                declare(highest(state), "carried", layout.highest().get(state));
            }
        }
        eachCell((cell, of) -> {
            declare(low(cell), "carried", of.chunkLowest());
            declare(high(cell), "carried", of.chunkHighest());
        });
    }

    private void declare(String name, String from, int row) {
        text.line(text.real() + " " + name + " = " + from + "[" + row + " * n + i];");
    }

    private void inputs(Inputs of, String suffix) {
        each(of.perLane(), "per_lane" + suffix + "[%d * n + i]");
        each(of.common(), "common" + suffix + "[%d]");
    }

    private void each(List<Value> values, String from) {
        for (int row = 0; row < values.size(); row++) {
            Value value = values.get(row);
            text.line("const " + text.type(value) + " " + DeviceText.local(value) + " = " + from.formatted(row) + ";");
        }
    }

    /** The extremes of an advance start from the value before it, so that a crossing in its first step shows. */
    private void begin(int cell, KernelLayout.CellRows of) {
        text.line(low(cell) + " = " + upward(cell) + ";");
        text.line(high(cell) + " = " + low(cell) + ";");
        text.line("w[" + of.starts() + " * n] = " + low(cell) + ";");
    }

    private void takeStep() {
        each(single.timed(), "timed[(c * steps + k) * " + single.timed().size() + " + %d]");
        each(
                inDouble.timed(),
                "timed_double[(c * steps + k) * " + inDouble.timed().size() + " + %d]");
        eachCell(this::start);
        step.usual().forEach(this::compute);
        eachCell(this::observe);
        for (int state = 0; state < step.next().size(); state++) {
            text.line("const " + text.real() + " " + next(state) + " = "
                    + reference(step.next().get(state)) + ";");
        }
        step.margin().ifPresent(this::stop);
        for (int state = 0; state < step.next().size(); state++) {
            text.line(state(state) + " = " + next(state) + ";");
        }
    }

    private void compute(Value value) {
        text.line("const " + text.type(value) + " " + DeviceText.local(value) + " = "
                + text.expression(value, this::name) + ";");
    }

    /** Ends before a step that has to be cut, with all that is known of it. */
    private void stop(Value margin) {
        text.open("if (mode == " + LaneProgress.WATCHED + " && !("
                + reference(step.plain().orElse(margin)) + " > 0))");
        step.rare().forEach(this::compute);
        text.open("if (!(" + reference(margin) + " > 0))");
        carriedOut(DeviceSource::next);
        for (int state = 0; state < step.next().size(); state++) {
            leave(layout.before() + state, state(state));
        }
        eachCell((cell, of) -> {
            leave(of.last(), reference(step.last().get(cell)));
            leave(of.difference(), reference(step.differences().get(cell)));
        });
        text.line("at[i] = c * steps + k;");
        text.line("return;");
        text.close();
        text.close();
    }

    /** Writes a row, if it is one. */
    private void leave(int row, String value) {
        if (row >= 0) {
            text.line("w[" + row + " * n] = " + value + ";");
        }
    }

    /** Looks at the state after a step. */
    private void watch() {
        eachCell(this::watch);
        for (int state = 0; state < layout.variables().size(); state++) {
            if (layout.isRecorded(state) && !spec.isSpikeVariable(state)) {
                extend(lowest(state), state(state), highest(state), state(state));
            }
        }
    }

    private void start(int cell, KernelLayout.CellRows of) {
        if (of.noise() >= 0) {
            text.line("const %s normal%d = normals[(%d + k) * n + i];"
                    .formatted(text.real(), cell, cell * LaneKernel.MOST_STEPS));
        }
    }

    private static String state(int state) {
        return "s" + state;
    }

    /** The state after a step. */
    private static String next(int state) {
        return "next" + state;
    }

    private static String lowest(int state) {
        return "lowest" + state;
    }

    private static String highest(int state) {
        return "highest" + state;
    }

    /** The least value of a cell's spike variable in this advance. */
    private static String low(int cell) {
        return "low" + cell;
    }

    private static String high(int cell) {
        return "high" + cell;
    }

    private void history(int rows, String value) {
        text.line("w[(" + rows + " + k) * n] = " + value + ";");
    }

    private void observe(int cell, KernelLayout.CellRows of) {
        if (of.slopes() >= 0) {
            history(of.slopes(), reference(step.slopes().get(cell)));
        }
    }

    private void watch(int cell, KernelLayout.CellRows of) {
        text.line("w[(" + of.starts() + " + k + 1) * n] = " + upward(cell) + ";");
        extend(low(cell), upward(cell), high(cell), upward(cell));
    }

    private void end(int cell, KernelLayout.CellRows of) {
        int variable = spec.spikeVariable(cell);
        boolean down = isDown(cell);
        extend(
                lowest(variable),
                down ? "-" + high(cell) : low(cell),
                highest(variable),
                down ? "-" + low(cell) : high(cell));
    }

    private void carriedOut(IntFunction<String> states) {
        for (int state = 0; state < layout.variables().size(); state++) {
            leave(layout.variables().get(state), states.apply(state));
            if (layout.isRecorded(state)) {
                leave(layout.lowest().get(state), lowest(state));
                leave(layout.highest().get(state), highest(state));
            }
        }
        eachCell((cell, of) -> {
            leave(of.chunkLowest(), low(cell));
            leave(of.chunkHighest(), high(cell));
        });
    }

    /** Tells that a lane may have diverged in an advance: where every lane is asked anyway, nobody needs it. */
    private void tellUnsound() {
        for (int state = 0; !rows.cuts() && state < spec.ownVariables(); state++) {
            Range range = spec.model().variables().get(state).range();
            String sound = "isfinite(" + state(state) + ")";
            if (layout.isRecorded(state)) {
                double low = Elements.noLess(spec.precision(), range.low());
                double high = -Elements.noLess(spec.precision(), -range.high());
                sound += " && %s >= %s && %s <= %s"
                        .formatted(lowest(state), text.literal(low), highest(state), text.literal(high));
            }
            text.line("if (!(" + sound + ")) { unsound[c] = 1; }");
        }
    }

    private void extend(String lowest, String low, String highest, String high) {
        text.line(lowest + " = " + DeviceText.least(text.real(), lowest, low) + ";");
        text.line(highest + " = " + DeviceText.greatest(text.real(), highest, high) + ";");
    }

    private String reference(Value value) {
        return value.isConstant() ? text.literal(value.constant()) : name(value);
    }

    private String name(Value value) {
        if (Symbols.isState(value)) {
            return state(symbols.variable(value));
        }
        return Symbols.isNormal(value) ? "normal" + symbols.normalCell(value) : DeviceText.local(value);
    }

    private boolean isDown(int cell) {
        return spec.direction(cell) == SpikeDirection.DOWN;
    }

    /** The spike variable of a cell as it is now, pointing up. */
    private String upward(int cell) {
        return (isDown(cell) ? "-" : "") + state(spec.spikeVariable(cell));
    }
}
