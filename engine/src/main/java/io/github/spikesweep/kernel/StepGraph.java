package io.github.spikesweep.kernel;

import io.github.spikesweep.integrator.Tableau;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One whole step of an integrator, all stages unrolled, as a graph.
 *
 * @param next the value of every variable at the end of the step
 * @param order values in the order in which they are best computed: each is followed by what uses it up
 */
record StepGraph(List<Value> next, List<Value> order) {
    StepGraph {
        next = List.copyOf(next);
        order = List.copyOf(order);
    }

    static StepGraph of(KernelSpec spec) {
        ValueGraph graph = new ValueGraph();
        Symbols symbols = new Symbols(graph, spec);
        Model model = spec.model();
        List<Value> slopes = SharedDivision.apply(
                graph, Rounding.of(spec.precision()), new EquationLowering(graph, spec).slopes(), symbol -> {
                    return Symbols.isState(symbol)
                            ? model.variables().get(symbols.variable(symbol)).range()
                            : Range.UNBOUNDED;
                });
        return unroll(graph, symbols, slopes, spec.integrator().tableau(), model.variableNames());
    }

    private static StepGraph unroll(
            ValueGraph graph, Symbols symbols, List<Value> slopes, Tableau tableau, List<String> variables) {
        int n = variables.size();
        List<Value> start = variables.stream().map(symbols::state).toList();
        List<List<Value>> k = new ArrayList<>();
        List<Value> increment = new ArrayList<>(Collections.nCopies(n, graph.constant(0)));
        List<Value> order = new ArrayList<>();
        List<Value> state = start;
        for (int stage = 0; stage < tableau.stages(); stage++) {
            List<Value> stageSlopes =
                    atStage(graph, symbols, slopes, start, state, tableau.c().get(stage));
            k.add(stageSlopes);
            boolean last = stage + 1 == tableau.stages();
            List<Value> nextState = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double weight = tableau.b().get(stage);
                if (weight != 0) {
                    increment.set(i, graph.add(increment.get(i), scaled(graph, symbols, weight, stageSlopes.get(i))));
                }
                Value moved = last
                        ? increment.get(i)
                        : move(graph, symbols, tableau.a().get(stage + 1), k, i);
                nextState.add(graph.add(start.get(i), moved));
                order.add(stageSlopes.get(i));
                order.add(increment.get(i));
                order.add(nextState.get(i));
            }
            state = nextState;
        }
        return new StepGraph(state, order);
    }

    /** h Σ_j a_j k_j of one variable. */
    private static Value move(ValueGraph graph, Symbols symbols, List<Double> row, List<List<Value>> k, int variable) {
        Value sum = graph.constant(0);
        for (int j = 0; j < row.size(); j++) {
            if (row.get(j) != 0) {
                sum = graph.add(sum, scaled(graph, symbols, row.get(j), k.get(j).get(variable)));
            }
        }
        return sum;
    }

    private static Value scaled(ValueGraph graph, Symbols symbols, double weight, Value slope) {
        return graph.multiply(graph.multiply(graph.constant(weight), symbols.step()), slope);
    }

    private static List<Value> atStage(
            ValueGraph graph, Symbols symbols, List<Value> slopes, List<Value> start, List<Value> state, double node) {
        Value time = graph.add(symbols.time(), graph.multiply(graph.constant(node), symbols.step()));
        return slopes.stream()
                .map(graph.rewriter(value -> {
                    if (Symbols.isState(value)) {
                        return state.get(start.indexOf(value));
                    }
                    return Symbols.isTime(value) ? time : value.isInvariant() ? value : null;
                }))
                .toList();
    }
}
