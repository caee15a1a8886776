package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.CellDifferences;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The slopes of all variables and their derivatives, as values over the symbols of state and time.
 *
 * @param slopes of each variable
 * @param derivatives of each slope those by the variables, and then the one by the time; empty where it is 0 everywhere. Where a slope depends on the difference of
 *     variables of two cells, that stays as it is
 * @param flows these differences
 */
record LinearizedSlopes(List<Value> slopes, List<List<Optional<Value>>> derivatives, List<Flow> flows) {

    /**
     * The difference of variables of two cells, on which slopes depend.
     *
     * @param variable the index of the one
     * @param subtracted that of the other
     * @param derivatives of each slope, null for 0
     */
    record Flow(int variable, int subtracted, List<Value> derivatives) {
        /** The same with the values that a function makes of the derivatives. */
        Flow mapped(UnaryOperator<Value> of) {
            return new Flow(
                    variable,
                    subtracted,
                    derivatives.stream()
                            .map(value -> value == null ? null : of.apply(value))
                            .collect(Collectors.toList()));
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
        List<Flow> flows = new ArrayList<>();
        List<String> differences = Linearization.differences(lowering.model());
        for (int k = 0; k < differences.size(); k++) {
            int direction = count + 1 + k;
            List<String> variables = CellDifferences.variables(differences.get(k));
            flows.add(new Flow(
                    spec.model().indexOf(variables.get(0)),
                    spec.model().indexOf(variables.get(1)),
                    derivatives.stream()
                            .map(row -> row.get(direction).orElse(null))
                            .collect(Collectors.toList()))); // some are null
        }
        return new LinearizedSlopes(spikes.held(shared.subList(0, count)), derivatives, flows);
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
