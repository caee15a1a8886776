package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.integrator.Tableau;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Resolution;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step tells of the spikes of cells. It makes none of their changes: where a cell spikes or a hold ends, the step has to be cut.
 */
final class SpikeLowering {
    /** A positive number that no count of steps is below, unless it is 0. */
    private static final double TINY = 1e-30;

    private final ValueGraph graph;
    private final Symbols symbols;
    private final KernelSpec spec;
    private final Model model;

    SpikeLowering(ValueGraph graph, Symbols symbols, KernelSpec spec) {
        this.graph = graph;
        this.symbols = symbols;
        this.spec = spec;
        this.model = spec.model();
    }

    /** The slopes, those of the spike variables 0 where they are held. */
    List<Value> held(List<Value> slopes) {
        List<Value> held = new ArrayList<>(slopes);
        for (int cell = 0; cell < model.cells().size(); cell++) {
            if (model.cells().get(cell).holds()) {
                int spike = spec.spikeVariable(cell);
                Value one = graph.constant(1);
                Value free = graph.subtract(one, graph.apply(Operation.MIN, List.of(symbols.held(cell), one)));
                held.set(spike, graph.multiply(free, slopes.get(spike)));
            }
        }
        return held;
    }

    /** For how many steps the spike variable of a cell is held from the end of the step on. Steps are counted down by 1, which is exact. */
    Value stillHeld(int cell) {
        Value rest = graph.subtract(symbols.held(cell), graph.constant(1));
        return graph.apply(Operation.MAX, List.of(rest, graph.constant(0)));
    }

    /** How coarsely a step follows the spike variable of a cell, see {@link Resolution}; 0 with a method of one stage, which does not tell. */
    Value difference(Stages stages, int cell) {
        if (stages.slopes().size() == 1) {
            return graph.constant(0);
        }
        int spike = spec.spikeVariable(cell);
        Value moved = graph.subtract(stages.end().get(spike), symbols.state(spikeVariable(cell)));
        Value difference = spec.integrator().isExponential()
                ? graph.subtract(Stages.combined(graph, symbols, List.of(0.5, 0.5), stages.slopes(), spike), moved)
                : Stages.combined(
                        graph, symbols, trapezoidalExcess(spec.integrator().tableau()), stages.slopes(), spike);
        Value expected = graph.multiply(
                graph.multiply(graph.constant(Resolution.STEEPENING), symbols.step()),
                absolute(stages.slopes().get(0).get(spike)));
        Value steepened = graph.multiply(graph.constant(0.5), graph.subtract(absolute(moved), expected));
        return graph.apply(Operation.MAX, List.of(absolute(difference), steepened));
    }

    /** The weights of the trapezoidal rule minus those of the method. */
    private static List<Double> trapezoidalExcess(Tableau tableau) {
        List<Double> weights = new ArrayList<>();
        tableau.b().forEach(weight -> weights.add(-weight));
        int last = weights.size() - 1;
        weights.set(0, weights.get(0) + 0.5);
        weights.set(last, weights.get(last) + 0.5);
        return weights;
    }

    private Value absolute(Value value) {
        return graph.apply(Operation.ABS, List.of(value));
    }

    /**
     * Whether a step can stay as it is. It cannot where a cell whose spikes change something spikes, where the movement towards a reset is
     * too coarse, see {@link Resolution}, or where a hold ends.
     *
     * @param exact positive where it can, neither positive nor 0, or NaN, where not; empty if nothing cuts a step
     * @param plain positive only where {@code exact} is, and nearly everywhere there; it takes fewer operations. Empty if there is no such thing
     */
    record Margin(Optional<Value> exact, Optional<Value> plain) {}

    Margin margin(Stages stages, List<Value> differences) {
        List<Value> margins = new ArrayList<>();
        List<Value> plain = new ArrayList<>();
        for (int cell = 0; cell < model.cells().size(); cell++) {
            Cell of = model.cells().get(cell);
            if (model.fires(cell)) {
                Value end = upward(cell, stages.end().get(spec.spikeVariable(cell)));
                Value left = graph.subtract(threshold(cell), end);
                if (!of.resets()) {
                    margins.add(notCrossing(cell, left));
                    plain.add(notCrossing(cell, left));
                } else if (differences.get(cell).isConstant(0)) {
                    margins.add(left);
                    plain.add(left);
                } else {
                    Value far = far(stages, cell);
                    margins.add(resolved(stages, cell, left, far, differences.get(cell)));
                    plain.add(smaller(left, far));
                }
            }
            if (of.holds()) {
                Value held = symbols.held(cell);
                Value still =
                        larger(graph.subtract(held, graph.constant(1)), graph.subtract(graph.constant(TINY), held));
                margins.add(still);
                plain.add(still);
            }
        }
        Optional<Value> exact = margins.stream().reduce(this::smaller);
        return new Margin(
                exact, plain.equals(margins) ? Optional.empty() : plain.stream().reduce(this::smaller));
    }

    /** A cell that starts at its threshold or beyond it does not cross it. */
    private Value notCrossing(int cell, Value left) {
        Value start = upward(cell, symbols.state(spikeVariable(cell)));
        return graph.apply(Operation.MAX, List.of(graph.subtract(start, threshold(cell)), left));
    }

    /** Positive where the threshold is far: then a step can be as coarse as it likes. */
    private Value far(Stages stages, int cell) {
        int spike = spec.spikeVariable(cell);
        Value start = upward(cell, symbols.state(spikeVariable(cell)));
        Value first = upward(cell, stages.slopes().get(0).get(spike));
        Value last =
                upward(cell, stages.slopes().get(stages.slopes().size() - 1).get(spike));
        Value steepest = graph.multiply(symbols.step(), larger(first, last));
        return graph.subtract(
                graph.subtract(threshold(cell), start), graph.multiply(graph.constant(Resolution.FAR), steepest));
    }

    private Value resolved(Stages stages, int cell, Value left, Value far, Value difference) {
        int spike = spec.spikeVariable(cell);
        Value start = upward(cell, symbols.state(spikeVariable(cell)));
        Value moved = absolute(graph.subtract(upward(cell, stages.end().get(spike)), start));
        Value first = upward(cell, stages.slopes().get(0).get(spike));
        Value last =
                upward(cell, stages.slopes().get(stages.slopes().size() - 1).get(spike));
        Value allowed = graph.multiply(allowed(), graph.add(absolute(first), absolute(last)));
        Value fine = graph.subtract(allowed, difference);
        Value calm = graph.subtract(
                graph.multiply(symbols.step(), absolute(first)), larger(moved, graph.multiply(symbols.step(), last)));
        return smaller(left, larger(fine, larger(far, calm)));
    }

    private Value smaller(Value a, Value b) {
        return graph.apply(Operation.MIN, List.of(a, b));
    }

    private Value larger(Value a, Value b) {
        return graph.apply(Operation.MAX, List.of(a, b));
    }

    /** The difference that a step of this length may have, by the sum of the slopes at its ends. */
    private Value allowed() {
        Value wanted = graph.multiply(graph.constant(Resolution.PER_TIME), symbols.step());
        Value least = graph.apply(Operation.MAX, List.of(wanted, graph.constant(Resolution.FINEST)));
        Value part = graph.apply(Operation.MIN, List.of(least, graph.constant(Resolution.COARSEST)));
        return graph.multiply(graph.multiply(graph.constant(0.5), symbols.step()), part);
    }

    /** The threshold of a cell; its negative, where spikes point down. */
    private Value threshold(int cell) {
        return spec.threshold(cell)
                .map(quantity -> upward(cell, symbols.quantity(quantity)))
                .orElseGet(() ->
                        graph.constant(model.cells().get(cell).spike().upward().threshold()));
    }

    private String spikeVariable(int cell) {
        return model.variables().get(spec.spikeVariable(cell)).name();
    }

    /** A value of the spike variable of a cell or of its slope, negative where spikes point down. */
    Value upward(int cell, Value value) {
        return switch (model.cells().get(cell).spike().direction()) {
            case UP -> value;
            case DOWN -> graph.negate(value);
        };
    }
}
