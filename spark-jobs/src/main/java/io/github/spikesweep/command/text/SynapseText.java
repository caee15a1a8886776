package io.github.spikesweep.command.text;

import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Dynamics;
import io.github.spikesweep.model.Synapse;
import java.util.ArrayList;
import java.util.List;

/** A kind of synapse as text. */
public final class SynapseText {
    private SynapseText() {}

    public static List<String> lines(Synapse synapse) {
        List<String> lines = new ArrayList<>();
        lines.add(synapse.name() + ": " + synapse.title());
        if (!synapse.source().isBlank()) {
            lines.add(synapse.source());
        }
        if (!synapse.variables().isEmpty()) {
            QuantityTables.section(lines, "Variables", QuantityTables.variables(synapse.variables()));
        }
        QuantityTables.section(lines, "Parameters", QuantityTables.parameters(synapse.parameters()));
        String title = synapse.dynamics() == Dynamics.MAP
                ? "Map"
                : "Equations (time: " + (synapse.time().isEmpty() ? "that of the cells" : synapse.time()) + ")";
        QuantityTables.section(lines, title, equations(synapse));
        if (!synapse.onPre().isEmpty()) {
            QuantityTables.section(
                    lines, "When the presynaptic cell spikes (all at once)", assignments(synapse.onPre()));
        }
        if (!synapse.onPost().isEmpty()) {
            QuantityTables.section(
                    lines, "When the postsynaptic cell spikes (all at once)", assignments(synapse.onPost()));
        }
        return lines;
    }

    private static TextTable equations(Synapse synapse) {
        TextTable table = new TextTable();
        for (Definition let : synapse.let()) {
            table.row(let.name(), "= " + let.text());
        }
        for (Definition equation : synapse.equations()) {
            boolean isMap = synapse.dynamics() == Dynamics.MAP;
            table.row(isMap ? "next " + equation.name() : equation.name() + "'", "= " + equation.text());
        }
        return table.row("current", "= " + synapse.current().text() + ", which leaves the postsynaptic cell");
    }

    private static TextTable assignments(List<Definition> assignments) {
        TextTable table = new TextTable();
        assignments.forEach(assignment -> table.row(assignment.name(), "becomes " + assignment.text()));
        return table;
    }
}
