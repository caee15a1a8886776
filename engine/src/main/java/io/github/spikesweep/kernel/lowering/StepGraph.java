package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Exprel;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.FusedProducts;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One whole step, all stages unrolled, as a graph.
 *
 * @param next the value of every state at the end of the step, after a reset
 * @param observed the spike variable at the end of the step, before a reset; not below the threshold if there is one. The negative
 *     variable where spikes point down
 * @param slope the slope of the same at the start of the step; 0 in a map
 * @param order values in the order in which they are best computed: each is followed by what uses it up
 */
public record StepGraph(List<Value> next, Value observed, Value slope, List<Value> order) {
    public StepGraph {
        next = List.copyOf(next);
        order = List.copyOf(order);
    }

    /** A step of one length for all lanes. */
    public static StepGraph of(KernelSpec spec) {
        ValueGraph graph = new ValueGraph();
        Symbols symbols = new Symbols(graph, spec);
        EquationLowering lowering = new EquationLowering(graph, spec);
        List<Value> equations =
                SharedDivision.apply(graph, Rounding.of(spec.precision()), lowering.equations(), symbols::bounds);
        if (spec.model().isMap()) {
            Stages none = new Stages(List.of(), List.of(), equations, List.of(), equations);
            return finished(graph, symbols, spec, lowering, graph.constant(0), none);
        }
        Stages stages = Stages.of(graph, symbols, spec, lowering.held(symbols, equations));
        Value slope = lowering.upward(stages.slopes().get(0).get(spec.spikeVariable()));
        return finished(graph, symbols, spec, lowering, slope, stages);
    }

    /** Adds what follows the last stage: the reset, the next value of the noise. */
    private static StepGraph finished(
            ValueGraph graph, Symbols symbols, KernelSpec spec, EquationLowering lowering, Value slope, Stages stages) {
        Value observed = lowering.upward(stages.end().get(spec.spikeVariable()));
        List<Value> next = new ArrayList<>(stages.end());
        boolean resets = !spec.model().reset().isEmpty();
        Value fired = resets ? lowering.fired(symbols, stages) : graph.constant(0);
        if (resets) {
            next = new ArrayList<>(lowering.reset(symbols, stages.end(), fired));
            observed = lowering.peak(stages.end().get(spec.spikeVariable()), fired);
        }
        if (spec.noise() != Noise.NONE) {
            next.add(nextNoise(graph, symbols, spec.noise().quantities()));
        }
        if (spec.model().holds()) {
            next.add(lowering.stillHeld(symbols, fired, observed, slope));
        }
        next.addAll(stages.lost());
        List<Value> order = new ArrayList<>(stages.order());
        order.addAll(next);
        order.add(observed);
        order.add(slope);
        StepGraph step = new StepGraph(next, observed, slope, order);
        if (spec.precision() == Precision.FLOAT) {
            step = inSinglePrecision(step, graph, symbols, spec, lowering, fired, stages);
        }
        return step.mapped(FusedProducts.of(graph, step.results()));
    }

    private static StepGraph inSinglePrecision(
            StepGraph step,
            ValueGraph graph,
            Symbols symbols,
            KernelSpec spec,
            EquationLowering lowering,
            Value fired,
            Stages stages) {
        DoubleTime time = new DoubleTime(graph, symbols, spec);
        StepGraph exact = step.mapped(time::of);
        return Symbols.compensates(spec)
                ? exact.after(lowering.withLost(symbols, exact.next, stages.end(), fired, time))
                : exact;
    }

    private StepGraph mapped(UnaryOperator<Value> of) {
        return new StepGraph(
                next.stream().map(of).toList(),
                of.apply(observed),
                of.apply(slope),
                order.stream().map(of).toList());
    }

    private StepGraph after(List<Value> states) {
        List<Value> longer = new ArrayList<>(order);
        longer.addAll(states);
        return new StepGraph(states, observed, slope, longer);
    }

    /**
     * The exact step of an Ornstein–Uhlenbeck process of length h (Gillespie 1996, Phys. Rev. E 54:2084–2091): the deviation from the mean decays by
     * e^(−h/τ), and a normal deviate of variance σ²(1 − e^(−2h/τ)) is added.
     */
    private static Value nextNoise(ValueGraph graph, Symbols symbols, List<String> quantities) {
        Value mean = symbols.quantity(quantities.get(0));
        Value sigma = symbols.quantity(quantities.get(1));
        Value passed = graph.divide(symbols.step(), symbols.quantity(quantities.get(2)));
        Value decay = graph.call(new Exp(), List.of(graph.negate(passed)));
        Value twice = graph.multiply(graph.constant(2), passed);
        // 1 − e^(−u) = u exprel(−u), without the loss of digits where u is small.
        Value variance = graph.multiply(twice, graph.call(new Exprel(), List.of(graph.negate(twice))));
        Value kick = graph.multiply(sigma, graph.apply(Operation.SQRT, List.of(variance)));
        Value deviation = graph.subtract(symbols.state(Symbols.NOISE), mean);
        Value decayed = graph.add(mean, graph.multiply(decay, deviation));
        return graph.add(decayed, graph.multiply(kick, symbols.normal()));
    }

    /** What must be kept until the end of the step. */
    public List<Value> results() {
        List<Value> results = new ArrayList<>(next);
        results.add(observed);
        results.add(slope);
        return results;
    }
}
