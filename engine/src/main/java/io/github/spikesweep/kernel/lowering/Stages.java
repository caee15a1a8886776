package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.integrator.Tableau;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The stages of an explicit Runge–Kutta step.
 *
 * @param slopes of each stage the slope of every variable
 * @param end the value of every variable at the end of the step
 * @param lost of every variable what its sum has lost to rounding; empty without compensation
 * @param order values in the order in which they are best computed
 */
record Stages(List<List<Value>> slopes, List<Value> end, List<Value> lost, List<Value> order) {

    /** @param equations the slope of every variable, over the symbols of state and time */
    static Stages of(ValueGraph graph, Symbols symbols, KernelSpec spec, List<Value> equations) {
        List<Value> start =
                spec.model().variableNames().stream().map(symbols::state).toList();
        Tableau tableau = spec.integrator().tableau();
        List<List<Value>> k = new ArrayList<>();
        List<Value> increment = new ArrayList<>(Collections.nCopies(start.size(), graph.constant(0)));
        List<Value> order = new ArrayList<>();
        List<Value> state = start;
        List<Value> lost = new ArrayList<>();
        for (int stage = 0; stage < tableau.stages(); stage++) {
            UnaryOperator<Value> here = at(graph, symbols, state, time(graph, symbols, tableau, stage));
            List<Value> slopes = equations.stream().map(here).toList();
            k.add(slopes);
            boolean last = stage + 1 == tableau.stages();
            List<Value> nextState = new ArrayList<>();
            for (int i = 0; i < start.size(); i++) {
                double weight = tableau.b().get(stage);
                if (weight != 0) {
                    increment.set(i, graph.add(increment.get(i), scaled(graph, symbols, weight, slopes.get(i))));
                }
                Value moved = last
                        ? increment.get(i)
                        : combined(graph, symbols, tableau.a().get(stage + 1), k, i);
                if (last && spec.compensates()) {
                    moved = graph.subtract(
                            moved, symbols.lost(spec.model().variableNames().get(i)));
                    Value really = graph.subtract(graph.add(start.get(i), moved), start.get(i));
                    lost.add(graph.subtract(really, moved));
                }
                nextState.add(graph.add(start.get(i), moved));
                order.add(slopes.get(i));
                order.add(increment.get(i));
                order.add(nextState.get(i));
            }
            state = nextState;
        }
        order.addAll(lost);
        return new Stages(k, state, lost, order);
    }

    /** Rewrites the same to values in the first stage. */
    static UnaryOperator<Value> atStart(ValueGraph graph, Symbols symbols, KernelSpec spec) {
        List<Value> start =
                spec.model().variableNames().stream().map(symbols::state).toList();
        return at(graph, symbols, start, time(graph, symbols, spec.integrator().tableau(), 0));
    }

    private static Value time(ValueGraph graph, Symbols symbols, Tableau tableau, int stage) {
        return graph.add(
                symbols.time(), graph.multiply(graph.constant(tableau.c().get(stage)), symbols.step()));
    }

    /** Rewrites values over the symbols of state and time to values at another state and time. */
    static UnaryOperator<Value> at(ValueGraph graph, Symbols symbols, List<Value> state, Value time) {
        return graph.rewriter(value -> {
            if (Symbols.isState(value)) {
                int variable = symbols.variable(value);
                return variable < state.size() ? state.get(variable) : value; // the noise is held during a step
            }
            return Symbols.isTime(value) || Symbols.isMiddle(value) ? time : value.isInvariant() ? value : null;
        });
    }

    /** h Σ_j w_j k_j of one variable. */
    static Value combined(ValueGraph graph, Symbols symbols, List<Double> weights, List<List<Value>> k, int variable) {
        Value sum = graph.constant(0);
        for (int j = 0; j < weights.size(); j++) {
            if (weights.get(j) != 0) {
                sum = graph.add(
                        sum, scaled(graph, symbols, weights.get(j), k.get(j).get(variable)));
            }
        }
        return sum;
    }

    private static Value scaled(ValueGraph graph, Symbols symbols, double weight, Value slope) {
        return graph.multiply(graph.multiply(graph.constant(weight), symbols.step()), slope);
    }
}
