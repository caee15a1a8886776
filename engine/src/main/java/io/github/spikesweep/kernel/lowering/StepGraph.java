package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Exprel;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.FusedProducts;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Coupling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One whole step, all stages unrolled, as a graph. What spikes change is not in it: it tells where the step has to be cut for that.
 *
 * @param next the value of every state at the end of the step
 * @param slopes the slope of the spike variable of each cell at the start of the step, of its negative where spikes point down; 0 in a map
 * @param last the same at the last stage, which is at the end unless there is one stage alone; 0 in a cell that no spike concerns
 * @param differences by how much the trapezoidal rule with these two slopes moves the spike variable more than the step does; 0 in a cell without a
 *     reset
 * @param margin positive where the step can stay as it is; empty if all steps can
 * @param plain positive only where {@code margin} is, and nearly everywhere there: the margin and the differences are only needed where it is not.
 *     Empty if they are always
 * @param order values in the order in which they are best computed: each is followed by what uses it up
 */
public record StepGraph(
        List<Value> next,
        List<Value> slopes,
        List<Value> last,
        List<Value> differences,
        Optional<Value> margin,
        Optional<Value> plain,
        List<Value> order) {
    public StepGraph {
        next = List.copyOf(next);
        slopes = List.copyOf(slopes);
        last = List.copyOf(last);
        differences = List.copyOf(differences);
        order = List.copyOf(order);
    }

    /** A step of one length for all lanes. */
    public static StepGraph of(KernelSpec spec) {
        ValueGraph graph = new ValueGraph();
        Symbols symbols = new Symbols(graph, spec);
        List<Value> slopes = new EquationLowering(graph, spec).equations();
        if (spec.integrator().isExponential()) {
            SpikeLowering spikes = new SpikeLowering(graph, symbols, spec);
            Stages stages = spec.integrator() == Integrator.STRANG
                    ? StrangSplitting.stages(graph, symbols, spec, spikes, slopes)
                    : ExponentialEuler.stages(graph, symbols, spec, spikes, slopes);
            return finished(graph, symbols, spec, spikes, stages);
        }
        List<Value> equations = SharedDivision.apply(
                graph, Rounding.of(spec.precision()), slopes, spec.model().parts(), symbols::bounds);
        if (spec.model().isMap()) {
            return ofMap(graph, symbols, spec, equations);
        }
        SpikeLowering spikes = new SpikeLowering(graph, symbols, spec);
        return finished(graph, symbols, spec, spikes, Stages.of(graph, symbols, spec, spikes.held(equations)));
    }

    private static StepGraph ofMap(ValueGraph graph, Symbols symbols, KernelSpec spec, List<Value> equations) {
        List<Value> none = Collections.nCopies(spec.model().cells().size(), graph.constant(0));
        List<Value> next = new ArrayList<>(equations);
        next.addAll(nextNoise(graph, symbols, spec));
        return finished(
                graph, symbols, spec, new StepGraph(next, none, none, none, Optional.empty(), Optional.empty(), next));
    }

    /** Adds what follows the last stage: the next values of the noise and the counts of holds, what cuts the step. */
    private static StepGraph finished(
            ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, Stages stages) {
        List<Cell> cells = spec.model().cells();
        List<Value> next = new ArrayList<>(stages.end());
        next.addAll(nextNoise(graph, symbols, spec));
        List<Value> slopes = new ArrayList<>();
        List<Value> last = new ArrayList<>(Collections.nCopies(cells.size(), graph.constant(0)));
        List<Value> differences = new ArrayList<>(last);
        for (int cell = 0; cell < cells.size(); cell++) {
            slopes.add(spikes.upward(cell, stages.slopes().get(0).get(spec.spikeVariable(cell))));
            if (cells.get(cell).holds()) {
                next.add(spikes.stillHeld(cell));
            }
            if (cells.get(cell).resets()) {
                differences.set(cell, spikes.difference(stages, cell));
            }
        }
        for (Coupling coupling : Coupling.of(spec.model())) {
            for (int cell : coupling.fires() ? coupling.cells() : List.<Integer>of()) {
                List<Value> ofStage = stages.slopes().get(stages.slopes().size() - 1);
                last.set(cell, spikes.upward(cell, ofStage.get(spec.spikeVariable(cell))));
            }
        }
        next.addAll(stages.lost());
        List<Value> order = new ArrayList<>(stages.order());
        order.addAll(next);
        order.addAll(slopes);
        SpikeLowering.Margin margin = spikes.margin(stages, differences);
        return finished(
                graph,
                symbols,
                spec,
                new StepGraph(next, slopes, last, differences, margin.exact(), margin.plain(), order));
    }

    private static StepGraph finished(ValueGraph graph, Symbols symbols, KernelSpec spec, StepGraph step) {
        StepGraph exact =
                spec.precision() == Precision.FLOAT ? step.mapped(new DoubleTime(graph, symbols, spec)::of) : step;
        return exact.mapped(FusedProducts.of(graph, exact.own(symbols), exact.results()));
    }

    private StepGraph mapped(UnaryOperator<Value> of) {
        return new StepGraph(
                next.stream().map(of).toList(),
                slopes.stream().map(of).toList(),
                last.stream().map(of).toList(),
                differences.stream().map(of).toList(),
                margin.map(of),
                plain.map(of),
                order.stream().map(of).toList());
    }

    /** The next value of the noise of each cell that has some. */
    private static List<Value> nextNoise(ValueGraph graph, Symbols symbols, KernelSpec spec) {
        return IntStream.range(0, spec.model().cells().size())
                .filter(spec::isNoisy)
                .mapToObj(cell -> nextNoise(graph, symbols, spec.noise().quantities(), cell))
                .toList();
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
        own.addAll(results().subList(next.size(), results().size()));
        return own;
    }

    /** What must be kept until the end of the step. */
    public List<Value> results() {
        List<Value> results = new ArrayList<>(next);
        results.addAll(slopes);
        results.addAll(last);
        results.addAll(differences);
        margin.ifPresent(results::add);
        plain.ifPresent(results::add);
        return results;
    }

    /** What is computed in every step, lane by lane, in order. */
    public List<Value> usual() {
        return new ComputedValues(order, usualResults()).perLane();
    }

    /** What is computed after that only in the steps and lanes in which {@code plain} is not positive. */
    public List<Value> rare() {
        Set<Value> usual = new HashSet<>(usual());
        return new ComputedValues(order, results())
                .perLane().stream().filter(value -> !usual.contains(value)).toList();
    }

    /** The results that are needed in every step and lane. */
    private List<Value> usualResults() {
        if (plain.isEmpty()) {
            return results();
        }
        List<Value> results = new ArrayList<>(next);
        results.addAll(slopes);
        results.addAll(last);
        results.add(plain.get());
        return results;
    }
}
