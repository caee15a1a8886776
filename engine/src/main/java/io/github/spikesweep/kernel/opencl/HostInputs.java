package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.Symbols;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Computes what is the same in all steps or in all lanes, and lays it out as the device reads it. */
final class HostInputs {
    /** How many tables there are for each precision, and which of them depends on the time. */
    static final int TABLES = 3;

    static final int TIMED = 2;

    private final DeviceSource source;
    private final Symbols symbols;
    private final HostArithmetic arithmetic;
    private final KernelLayout layout;
    private final double[] known;
    private double step;
    /** Of the kernel's precision, then of double precision in a kernel of another. */
    private final List<Tables> byPrecision;

    /** The rows of some {@link Inputs}. */
    private record Tables(Inputs inputs, Elements perLane, Elements common, Elements timed) {
        static Tables of(Inputs inputs, Precision precision, int lanes, int mostAdvances) {
            return new Tables(
                    inputs,
                    new Elements(precision, inputs.perLane().size() * lanes),
                    new Elements(precision, inputs.common().size()),
                    new Elements(precision, inputs.timed().size() * mostAdvances * LaneKernel.MOST_STEPS));
        }
    }

    HostInputs(DeviceProgram program, KernelLayout layout, int mostAdvances) {
        Precision precision = program.spec().precision();
        this.source = program.source();
        this.symbols = source.symbols();
        this.arithmetic = new HostArithmetic(precision);
        this.layout = layout;
        this.known = new double[source.numbers()];
        this.byPrecision = List.of(
                Tables.of(source.single(), precision, layout.lanes(), mostAdvances),
                Tables.of(source.inDouble(), Precision.DOUBLE, layout.lanes(), mostAdvances));
    }

    /** @param quantities the value at an element of the arena, as it was given */
    void prepare(double length, ToDoubleFunction<Integer> quantities) {
        step = length;
        compute(source.computed().invariants(), false, 0, quantities);
        for (Tables of : byPrecision) {
            store(of.inputs.common(), of.common, 0, 1);
        }
        for (int lane = 0; lane < layout.lanes(); lane++) {
            compute(source.computed().invariants(), true, lane, quantities);
            for (Tables of : byPrecision) {
                store(of.inputs.perLane(), of.perLane, lane, layout.lanes());
            }
        }
    }

    private void compute(
            Collection<Value> invariants, boolean varying, int lane, ToDoubleFunction<Integer> quantities) {
        for (Value value : invariants) {
            if (value.varies() == varying) {
                known[value.id()] = Symbols.isStep(value)
                        ? arithmetic.rounded(value, step)
                        : Symbols.isQuantity(value)
                                ? arithmetic.rounded(
                                        value,
                                        quantities.applyAsDouble(layout.quantities()
                                                .get(symbols.quantity(value))
                                                .at(lane)))
                                : arithmetic.of(value, known);
            }
        }
    }

    private void store(List<Value> values, Elements into, int first, int stride) {
        for (int row = 0; row < values.size(); row++) {
            into.put(first + row * stride, known[values.get(row).id()]);
        }
    }

    /** Whether anything depends on the time. */
    boolean isTimed() {
        return !source.computed().times().isEmpty();
    }

    /** Computes what depends on the time in {@code steps} steps after {@code first}, the n-th row of which is that of the n-th step. */
    void times(long first, int steps) {
        for (int k = 0; k < steps; k++) {
            double time = (first + k) * step;
            for (Value value : source.computed().times()) {
                known[value.id()] =
                        Symbols.isTime(value) || Symbols.isStart(value) ? time : arithmetic.of(value, known);
            }
            for (Tables of : byPrecision) {
                store(of.inputs.timed(), of.timed, k * of.inputs.timed().size(), 1);
            }
        }
    }

    /** What the kernel reads, in the order of its parameters. */
    List<Elements> tables() {
        return byPrecision.stream()
                .limit(source.inDouble().isEmpty() ? 1 : 2)
                .flatMap(of -> Stream.of(of.perLane, of.common, of.timed))
                .toList();
    }
}
