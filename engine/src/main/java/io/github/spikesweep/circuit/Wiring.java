package io.github.spikesweep.circuit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which cells a synapse connects, as the file says it.
 *
 * @param form how it says it
 * @param from the cells and groups, or {@link #ALL}, before the synapse; in {@link Form#BETWEEN} and {@link Form#RING} those that it connects
 * @param to those behind it; empty in the other forms
 */
public record Wiring(Form form, List<String> from, List<String> to) implements Serializable {
    /** Every cell. */
    public static final String ALL = "all";

    /** How a file says which cells are connected. */
    public enum Form {
        /** {@code from} each of some cells {@code to} each of others. */
        FROM_TO,
        /** {@code between} every two of some cells, both ways. */
        BETWEEN,
        /** From each of some cells to the next, and from the last to the first. */
        RING
    }

    public Wiring {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /**
     * Every direction of every pair, once; none from a cell to itself.
     *
     * @param cells the cells that a name stands for
     */
    public List<Connection> connections(Function<String, List<String>> cells) {
        List<String> first = expanded(from, cells);
        Set<Connection> connections = new LinkedHashSet<>();
        switch (form) {
            case FROM_TO -> {
                List<String> second = expanded(to, cells);
                first.forEach(pre -> second.forEach(post -> connections.add(new Connection(pre, post))));
            }
            case BETWEEN -> {
                for (int i = 0; i < first.size(); i++) {
                    for (int j = i + 1; j < first.size(); j++) {
                        connections.add(new Connection(first.get(i), first.get(j)));
                        connections.add(new Connection(first.get(j), first.get(i)));
                    }
                }
            }
            case RING -> {
                for (int i = 0; i < first.size(); i++) {
                    connections.add(new Connection(first.get(i), first.get((i + 1) % first.size())));
                }
            }
        }
        connections.removeIf(connection -> connection.pre().equals(connection.post()));
        return List.copyOf(connections);
    }

    private static List<String> expanded(List<String> names, Function<String, List<String>> cells) {
        Set<String> expanded = new LinkedHashSet<>();
        names.forEach(name -> expanded.addAll(cells.apply(name)));
        return new ArrayList<>(expanded);
    }
}
