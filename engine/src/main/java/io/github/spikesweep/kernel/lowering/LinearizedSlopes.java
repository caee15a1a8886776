package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.Linearization;
import io.github.spikesweep.model.CellDifferences;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slopes of all variables and their derivatives, as values over the symbols of state and time.
 *
 * @param slopes of each variable
 * @param derivatives of each slope those by the variables, then the one by the time, and then those by the differences; empty where it is 0 everywhere
 * @param differences those of variables of two cells on which slopes depend: where a slope is differentiated by a variable, they stay as they are
 */
record LinearizedSlopes(
        List<Value> slopes, List<List<Optional<Value>>> derivatives, List<LinearizedSlopes.Difference> differences) {

    /** The difference of two variables, by their indices. */
    record Difference(int variable, int subtracted) {
        static Difference of(Model model, String name) {
            List<String> variables = CellDifferences.variables(name);
            return new Difference(model.indexOf(variables.get(0)), model.indexOf(variables.get(1)));
        }
    }

    /** @param spec of a method that needs the derivatives */
    static LinearizedSlopes of(ValueGraph graph, Symbols symbols, KernelSpec spec) {
        EquationLowering lowering = new EquationLowering(graph, spec);
        List<Value> equations = lowering.equations();
        int count = spec.model().variables().size();
        List<Value> shared = SharedDivision.apply(
                graph, Rounding.of(spec.precision()), equations, parts(lowering.model(), count), symbols::bounds);
        SpikeLowering spikes = new SpikeLowering(graph, symbols, spec);
        Map<String, Value> named = new HashMap<>();
        for (int k = count; k < shared.size(); k++) {
            named.put(lowering.model().equations().get(k).name(), shared.get(k));
        }
        List<List<Optional<Value>>> derivatives = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<Optional<Value>> ofRow = new ArrayList<>();
            for (String by : Linearization.directions(lowering.model())) {
                Value value = named.get(
                        Linearization.name(spec.model().variableNames().get(row), by));
                List<Value> column = new ArrayList<>(Collections.nCopies(count, value));
                ofRow.add(
                        value == null
                                ? Optional.empty()
                                : Optional.of(spikes.held(column).get(row)));
            }
            derivatives.add(ofRow);
        }
        List<Difference> differences = CellDifferences.names(lowering.model()).stream()
                .map(name -> Difference.of(spec.model(), name))
                .toList();
        return new LinearizedSlopes(spikes.held(shared.subList(0, count)), derivatives, differences);
    }

    /** The indices of equations that belong together: those of a cell or synapse, and their derivatives. */
    private static List<List<Integer>> parts(Model model, int count) {
        List<List<Integer>> parts = new ArrayList<>();
        for (List<Integer> part : model.parts()) {
            List<Integer> all = new ArrayList<>(part);
            for (int k = count; k < model.equations().size(); k++) {
                String of =
                        Linearization.differentiated(model.equations().get(k).name());
                if (part.contains(model.indexOf(of))) {
                    all.add(k);
                }
            }
            parts.add(all);
        }
        return parts;
    }
}
