package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cells that act on each other, directly or through others, with their synapses. What happens in other cells does not concern them.
 *
 * @param cells their indices
 * @param variables the indices of the variables of cells and synapses
 * @param fires whether the spikes of some cell change variables
 */
public record Coupling(List<Integer> cells, List<Integer> variables, boolean fires) {
    public Coupling {
        cells = List.copyOf(cells);
        variables = List.copyOf(variables);
    }

    /** All cells of a model: a neuron is one coupling. */
    public static List<Coupling> of(Model model) {
        int[] group = IntStream.range(0, model.variables().size()).toArray();
        model.parts().forEach(part -> part.forEach(variable -> join(group, part.get(0), variable)));
        Names names = new Names(model);
        for (int v = 0; v < group.length; v++) {
            join(group, v, names.variables(model.equations().get(v).expression()));
        }
        for (SpikeEvent event : model.events()) {
            int spikes = model.indexOf(model.cells().get(event.cell()).spike().variable());
            for (Definition assignment : event.assignments()) {
                join(group, spikes, model.indexOf(assignment.name()));
                join(group, spikes, names.variables(assignment.expression()));
            }
        }
        for (Cell cell : model.cells()) {
            int spikes = model.indexOf(cell.spike().variable());
            cell.reset().forEach(assignment -> join(group, spikes, names.variables(assignment.expression())));
        }
        Map<Integer, List<Integer>> variables = new LinkedHashMap<>();
        for (int v = 0; v < group.length; v++) {
            variables.computeIfAbsent(group[v], first -> new ArrayList<>()).add(v);
        }
        return variables.values().stream().map(of -> of(model, of)).toList();
    }

    private static Coupling of(Model model, List<Integer> variables) {
        List<Integer> cells = IntStream.range(0, model.cells().size())
                .filter(cell -> variables.contains(
                        model.indexOf(model.cells().get(cell).spike().variable())))
                .boxed()
                .toList();
        return new Coupling(cells, variables, cells.stream().anyMatch(model::fires));
    }

    private static void join(int[] group, int variable, Set<Integer> others) {
        others.forEach(other -> join(group, variable, other));
    }

    private static void join(int[] group, int a, int b) {
        int from = Math.max(group[a], group[b]);
        int to = Math.min(group[a], group[b]);
        for (int v = 0; v < group.length && from != to; v++) {
            group[v] = group[v] == from ? to : group[v];
        }
    }

    /** The variables that expressions use, also through auxiliary quantities. */
    private static final class Names {
        private final Map<String, Integer> variables = new HashMap<>();
        private final Map<String, Set<Integer>> let = new HashMap<>();

        Names(Model model) {
            for (int v = 0; v < model.variables().size(); v++) {
                variables.put(model.variables().get(v).name(), v);
            }
            model.let().forEach(definition -> let.put(definition.name(), variables(definition.expression())));
        }

        Set<Integer> variables(Expression expression) {
            Set<Integer> used = new LinkedHashSet<>();
            for (String name : expression.names()) {
                if (variables.containsKey(name)) {
                    used.add(variables.get(name));
                }
                used.addAll(let.getOrDefault(name, Set.of()));
            }
            return used;
        }
    }
}
