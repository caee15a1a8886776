package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Exprel;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.FusedProducts;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One whole step, all stages unrolled, as a graph.
 *
 * @param next the value of every state at the end of the step, after a reset
 * @param observed the spike variable of each cell at the end of the step, before a reset; not below the threshold if there is one. The negative
 *     variable where spikes point down
 * @param slopes the slope of the same at the start of the step; 0 in a map
 * @param order values in the order in which they are best computed: each is followed by what uses it up
 */
public record StepGraph(List<Value> next, List<Value> observed, List<Value> slopes, List<Value> order) {
    public StepGraph {
        observed = List.copyOf(observed);
        slopes = List.copyOf(slopes);
        next = List.copyOf(next);
        order = List.copyOf(order);
    }

    /** A step of one length for all lanes. */
    public static StepGraph of(KernelSpec spec) {
        ValueGraph graph = new ValueGraph();
        Symbols symbols = new Symbols(graph, spec);
        EquationLowering lowering = new EquationLowering(graph, spec);
        if (spec.integrator() == Integrator.EXPONENTIAL_EULER) {
            List<Value> slopes = lowering.equations();
            SpikeLowering spikes = new SpikeLowering(graph, spec, lowering);
            return finished(
                    graph, symbols, spec, spikes, ExponentialEuler.stages(graph, symbols, spec, spikes, slopes));
        }
        List<Value> equations = SharedDivision.apply(
                graph,
                Rounding.of(spec.precision()),
                lowering.equations(),
                spec.model().parts(),
                symbols::bounds);
        SpikeLowering spikes = new SpikeLowering(graph, spec, lowering);
        if (spec.model().isMap()) {
            Stages none = new Stages(List.of(), List.of(), equations, List.of(), equations);
            return finished(graph, symbols, spec, spikes, none);
        }
        return finished(graph, symbols, spec, spikes, Stages.of(graph, symbols, spec, spikes.held(symbols, equations)));
    }

    /** Adds what follows the last stage: what spikes change, the next values of the noise. */
    private static StepGraph finished(
            ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, Stages stages) {
        List<Cell> cells = spec.model().cells();
        List<Value> fired = new ArrayList<>();
        List<Value> observed = new ArrayList<>();
        List<Value> slopes = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            Value end = stages.end().get(spec.spikeVariable(cell));
            fired.add(spec.model().fires(cell) ? spikes.fired(symbols, stages, cell) : graph.constant(0));
            observed.add(cells.get(cell).resets() ? spikes.peak(cell, end, fired.get(cell)) : spikes.upward(cell, end));
            slopes.add(
                    spec.model().isMap()
                            ? graph.constant(0)
                            : spikes.upward(cell, stages.slopes().get(0).get(spec.spikeVariable(cell))));
        }
        List<Value> next = new ArrayList<>(spikes.after(symbols, stages.end(), fired));
        for (int cell = 0; cell < cells.size(); cell++) {
            if (spec.isNoisy(cell)) {
                next.add(nextNoise(graph, symbols, spec.noise().quantities(), cell));
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).holds()) {
                next.add(spikes.stillHeld(symbols, cell, fired.get(cell), observed.get(cell), slopes.get(cell)));
            }
        }
        next.addAll(stages.lost());
        List<Value> order = new ArrayList<>(stages.order());
        order.addAll(next);
        order.addAll(observed);
        order.addAll(slopes);
        StepGraph step = new StepGraph(next, observed, slopes, order);
        if (spec.precision() == Precision.FLOAT) {
            step = inSinglePrecision(step, graph, symbols, spec, spikes, fired, stages);
        }
        return step.mapped(FusedProducts.of(graph, step.own(symbols), step.results()));
    }

    private static StepGraph inSinglePrecision(
            StepGraph step,
            ValueGraph graph,
            Symbols symbols,
            KernelSpec spec,
            SpikeLowering spikes,
            List<Value> fired,
            Stages stages) {
        DoubleTime time = new DoubleTime(graph, symbols, spec);
        StepGraph exact = step.mapped(time::of);
        return Symbols.compensates(spec)
                ? exact.after(spikes.withLost(symbols, exact.next, stages.end(), fired, time))
                : exact;
    }

    private StepGraph mapped(UnaryOperator<Value> of) {
        return new StepGraph(
                next.stream().map(of).toList(),
                observed.stream().map(of).toList(),
                slopes.stream().map(of).toList(),
                order.stream().map(of).toList());
    }

    private StepGraph after(List<Value> states) {
        List<Value> longer = new ArrayList<>(order);
        longer.addAll(states);
        return new StepGraph(states, observed, slopes, longer);
    }

    /**
     * The exact step of an Ornstein–Uhlenbeck process of length h (Gillespie 1996, Phys. Rev. E 54:2084–2091): the deviation from the mean decays by
     * e^(−h/τ), and a normal deviate of variance σ²(1 − e^(−2h/τ)) is added.
     */
    private static Value nextNoise(ValueGraph graph, Symbols symbols, List<String> quantities, int cell) {
        Value mean = symbols.quantity(quantities.get(0));
        Value sigma = symbols.quantity(quantities.get(1));
        Value passed = graph.divide(symbols.step(), symbols.quantity(quantities.get(2)));
        Value decay = graph.call(new Exp(), List.of(graph.negate(passed)));
        Value twice = graph.multiply(graph.constant(2), passed);
        // 1 − e^(−u) = u exprel(−u), without the loss of digits where u is small.
        Value variance = graph.multiply(twice, graph.call(new Exprel(), List.of(graph.negate(twice))));
        Value kick = graph.multiply(sigma, graph.apply(Operation.SQRT, List.of(variance)));
        Value deviation = graph.subtract(symbols.noise(cell), mean);
        Value decayed = graph.add(mean, graph.multiply(decay, deviation));
        return graph.add(decayed, graph.multiply(kick, symbols.normal(cell)));
    }

    /** What the model needs by itself: it is computed as it would be alone. */
    private List<Value> own(Symbols symbols) {
        List<Value> own = new ArrayList<>();
        for (int state = 0; state < next.size(); state++) {
            if (!symbols.isOfTangent(state)) {
                own.add(next.get(state));
            }
        }
        own.addAll(observed);
        own.addAll(slopes);
        return own;
    }

    /** What must be kept until the end of the step. */
    public List<Value> results() {
        List<Value> results = new ArrayList<>(next);
        results.addAll(observed);
        results.addAll(slopes);
        return results;
    }
}
