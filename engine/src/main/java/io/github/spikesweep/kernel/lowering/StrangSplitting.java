package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.Relaxation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The step of Strang's splitting, in which every variable moves alone while the others rest. The outer variables, such as the voltage, take half a step one after the other,
 * the inner ones, such as gates, a whole one, and the outer ones half a step in reverse order. Where the slope of a variable is linear in itself its move is exact, as in
 * {@link ExponentialEuler}, else one by the midpoint rule. What flows between cells by the difference of their variables moves all of them together, at both ends of the step, by the
 * midpoint rule: it moves none where they are equal. The time is that in the middle of the step.
 *
 * <p>The inner variables are as many as do not depend on one another, those first that depend on few others. A tangent vector is outside of all that is the model's own, which moves as
 * it would alone.
 */
final class StrangSplitting {
    private final ValueGraph graph;
    private final Symbols symbols;
    private final KernelSpec spec;
    private final RelaxingSlopes equations;
    private final Relaxation relaxation;
    private final int count;
    private final Value middle;

    private final List<Value> start;
    private final List<Value> state;
    /** What the moves of each variable alone start from. */
    private List<Value> base;
    /** By how much each variable has moved alone. */
    private final List<Value> increments;
    /** By how much what flows between cells has moved each variable. */
    private final List<Value> flowed;

    private final List<Value> order = new ArrayList<>();

    private StrangSplitting(ValueGraph graph, Symbols symbols, KernelSpec spec, RelaxingSlopes equations) {
        this.graph = graph;
        this.symbols = symbols;
        this.spec = spec;
        this.equations = equations;
        this.relaxation = new Relaxation(graph);
        this.count = equations.slopes().size();
        this.middle = graph.add(symbols.time(), graph.multiply(graph.constant(0.5), symbols.step()));
        this.start = spec.model().variableNames().stream().map(symbols::state).toList();
        this.state = new ArrayList<>(start);
        this.base = start;
        this.increments = new ArrayList<>(Collections.nCopies(count, graph.constant(0)));
        this.flowed = new ArrayList<>(increments);
    }

    /** @param slopes of every variable, over the symbols of state and time */
    static Stages stages(ValueGraph graph, Symbols symbols, KernelSpec spec, SpikeLowering spikes, List<Value> slopes) {
        RelaxingSlopes equations = RelaxingSlopes.of(graph, symbols, spec, spikes, slopes);
        return new StrangSplitting(graph, symbols, spec, equations).stages();
    }

    private Stages stages() {
        List<Integer> inner = inner();
        List<Integer> outer = new ArrayList<>(
                IntStream.range(spec.ownVariables(), count).boxed().toList());
        IntStream.range(0, spec.ownVariables()).filter(v -> !inner.contains(v)).forEach(outer::add);
        flow(0.5);
        base = List.copyOf(state);
        outer.forEach(v -> move(List.of(v), 0.5));
        move(inner, 1);
        for (int k = outer.size() - 1; k >= 0; k--) {
            move(List.of(outer.get(k)), 0.5);
        }
        flow(0.5);
        List<Value> lost = new ArrayList<>();
        for (int v = 0; v < count && spec.compensates(); v++) {
            Value moved = graph.subtract(
                    graph.add(increments.get(v), flowed.get(v)),
                    symbols.lost(spec.model().variableNames().get(v)));
            state.set(v, graph.add(start.get(v), moved));
            lost.add(graph.subtract(graph.subtract(state.get(v), start.get(v)), moved));
        }
        order.addAll(state);
        order.addAll(lost);
        UnaryOperator<Value> atEnd = Stages.at(graph, symbols, state, graph.add(symbols.time(), symbols.step()));
        List<List<Value>> slopes = List.of(
                equations.slopes().stream()
                        .map(Stages.atStart(graph, symbols, spec))
                        .toList(),
                equations.slopes().stream().map(atEnd).toList());
        return new Stages(slopes, state, lost, order);
    }

    /** Variables of the model's own of which no one's slope depends on another. */
    private List<Integer> inner() {
        int own = spec.ownVariables();
        List<Set<Integer>> neighbours = new ArrayList<>();
        for (int v = 0; v < own; v++) {
            neighbours.add(new HashSet<>());
        }
        for (int v = 0; v < own; v++) {
            for (int other : read(v)) {
                if (other != v && other < own) {
                    neighbours.get(v).add(other);
                    neighbours.get(other).add(v);
                }
            }
        }
        List<Integer> inner = new ArrayList<>();
        IntStream.range(0, own)
                .boxed()
                .sorted(Comparator.comparingInt(v -> neighbours.get(v).size()))
                .filter(v -> Collections.disjoint(neighbours.get(v), inner))
                .forEach(inner::add);
        return inner;
    }

    /** The variables and other states of which a slope is made. */
    private Set<Integer> read(int variable) {
        Set<Integer> read = new HashSet<>();
        Set<Value> seen = new HashSet<>();
        List<Value> open = new ArrayList<>(List.of(equations.own().get(variable)));
        while (!open.isEmpty()) {
            Value value = open.remove(open.size() - 1);
            if (seen.add(value)) {
                open.addAll(value.arguments());
                if (Symbols.isState(value)) {
                    read.add(symbols.variable(value));
                }
            }
        }
        return read;
    }

    /**
     * Moves variables by what flows between cells.
     *
     * @param share of the step
     */
    private void flow(double share) {
        List<Value> flows = equations.flows();
        List<Integer> variables = IntStream.range(0, count)
                .filter(v -> !flows.get(v).isConstant(0))
                .boxed()
                .toList();
        Value length = graph.multiply(graph.constant(share), symbols.step());
        Value half = graph.multiply(graph.constant(0.5), length);
        UnaryOperator<Value> here = Stages.at(graph, symbols, state, middle);
        List<Value> between = new ArrayList<>(state);
        variables.forEach(v -> between.set(v, moved(v, half, here.apply(flows.get(v)))));
        UnaryOperator<Value> halfway = Stages.at(graph, symbols, between, middle);
        for (int v : variables) {
            Value flow = halfway.apply(flows.get(v));
            flowed.set(v, graph.add(flowed.get(v), graph.multiply(length, flow)));
            state.set(v, moved(v, length, flow));
            order.add(state.get(v));
        }
    }

    /**
     * Moves variables of which none depends on another.
     *
     * @param share of the step
     */
    private void move(List<Integer> variables, double share) {
        Value length = graph.multiply(graph.constant(share), symbols.step());
        UnaryOperator<Value> here = Stages.at(graph, symbols, state, middle);
        for (int v : variables) {
            Value slope = equations.own().get(v);
            if (!slope.isConstant(0)) {
                Value mean = equations.relaxes(v)
                        ? relaxed(here.apply(equations.rates().get(v)), here.apply(slope), length)
                        : halfway(v, here.apply(slope), length);
                increments.set(v, graph.add(increments.get(v), graph.multiply(length, mean)));
            }
        }
        for (int v : variables) {
            state.set(v, graph.add(base.get(v), increments.get(v)));
            order.add(increments.get(v));
            order.add(state.get(v));
        }
    }

    /** A variable after {@code length} with a slope. */
    private Value moved(int variable, Value length, Value slope) {
        return graph.add(state.get(variable), graph.multiply(length, slope));
    }

    /** The mean slope of a variable that relaxes with a rate, from its slope at first. */
    private Value relaxed(Value rate, Value first, Value length) {
        return graph.multiply(relaxation.of(graph.multiply(graph.negate(rate), length)), first);
    }

    /** The slope of a variable where half of the length has been gone with the slope {@code first}. */
    private Value halfway(int variable, Value first, Value length) {
        List<Value> half = new ArrayList<>(state);
        half.set(variable, moved(variable, graph.multiply(graph.constant(0.5), length), first));
        return Stages.at(graph, symbols, half, middle).apply(equations.own().get(variable));
    }
}
