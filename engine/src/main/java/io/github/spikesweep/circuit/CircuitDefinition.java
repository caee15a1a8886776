package io.github.spikesweep.circuit;

import io.github.spikesweep.model.Model;
import java.io.Serializable;
import java.util.List;

/**
 * Neurons and the synapses between them, as a file says it. Immutable plain data.
 *
 * @param name its name
 * @param title what it is, in one line
 * @param source where it was published, or empty
 */
public record CircuitDefinition(
        String name, String title, String source, List<CellGroup> groups, List<SynapseGroup> synapses)
        implements Serializable {
    /** A circuit has at most so many cells. */
    public static final int MOST_CELLS = 64;

    public CircuitDefinition {
        groups = List.copyOf(groups);
        synapses = List.copyOf(synapses);
    }

    /** The names of all cells, in their order. */
    public List<String> cells() {
        return groups.stream().flatMap(group -> group.cells().stream()).toList();
    }

    /** The cells that a name stands for: one, those of a group, or all; none if there is no such name. */
    public List<String> cells(String name) {
        if (name.equals(Wiring.ALL)) {
            return cells();
        }
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .map(CellGroup::cells)
                .orElseGet(() -> cells().contains(name) ? List.of(name) : List.of());
    }

    /** The group of a cell. */
    public CellGroup group(String cell) {
        return groups.stream()
                .filter(group -> group.cells().contains(cell))
                .findFirst()
                .orElseThrow();
    }

    /** The connections that a synapse makes. */
    public List<Connection> connections(SynapseGroup synapse) {
        return synapse.wiring().connections(this::cells);
    }

    /** The circuit as one system of equations. */
    public Model model() {
        return new CircuitEquations(this).model();
    }
}
