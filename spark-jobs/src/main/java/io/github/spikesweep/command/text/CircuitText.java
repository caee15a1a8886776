package io.github.spikesweep.command.text;

import io.github.spikesweep.circuit.CellGroup;
import io.github.spikesweep.circuit.CircuitDefinition;
import io.github.spikesweep.circuit.SynapseGroup;
import io.github.spikesweep.circuit.Wiring;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.progress.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A circuit as text. */
public final class CircuitText {
    private CircuitText() {}

    public static List<String> lines(CircuitDefinition circuit) {
        Model model = circuit.model();
        List<String> lines = new ArrayList<>();
        lines.add(circuit.name() + (circuit.title().equals(circuit.name()) ? "" : ": " + circuit.title()));
        if (!circuit.source().isBlank()) {
            lines.add(circuit.source());
        }
        QuantityTables.section(lines, "Cells", cells(circuit));
        if (!circuit.synapses().isEmpty()) {
            QuantityTables.section(lines, "Synapses", synapses(circuit));
        }
        QuantityTables.section(lines, "Variables", QuantityTables.variables(model.variables()));
        QuantityTables.section(lines, "Parameters", QuantityTables.parameters(model.parameters()));
        if (model.hasInput()) {
            QuantityTables.section(lines, "Inputs", inputs(model));
        }
        return lines;
    }

    private static TextTable cells(CircuitDefinition circuit) {
        TextTable table = new TextTable("name", "model", "other than the model's own");
        for (CellGroup group : circuit.groups()) {
            List<String> cells = group.cells();
            String name = cells.size() == 1 ? cells.get(0) : cells.get(0) + " to " + cells.get(cells.size() - 1);
            table.row(name, group.modelText(), settings(List.of(group.parameters(), group.initial(), group.spike())));
        }
        return table;
    }

    private static TextTable synapses(CircuitDefinition circuit) {
        TextTable table = new TextTable("name", "kind", "connects", "other than its own defaults");
        for (SynapseGroup group : circuit.synapses()) {
            table.row(
                    group.name(),
                    group.typeText(),
                    wiring(group.wiring(), circuit.connections(group).size()),
                    settings(List.of(group.parameters(), group.initial())));
        }
        return table;
    }

    private static String wiring(Wiring wiring, int count) {
        String from = String.join(", ", wiring.from());
        String connects = switch (wiring.form()) {
            case FROM_TO -> from + " to " + String.join(", ", wiring.to());
            case BETWEEN ->
                wiring.from().size() == 2
                        ? wiring.from().get(0) + " and " + wiring.from().get(1)
                        : from;
            case RING -> from + " in a ring";
        };
        return count > 2 ? connects + " (" + Figures.count(count) + " connections)" : connects;
    }

    private static String settings(List<Map<String, Double>> settings) {
        return settings.stream()
                .flatMap(each -> each.entrySet().stream())
                .map(setting -> setting.getKey() + " " + Figures.number(setting.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static TextTable inputs(Model model) {
        TextTable table = new TextTable("name", "unit", "description");
        for (Cell cell : model.cells()) {
            if (cell.hasInput()) {
                table.row(
                        cell.inputKey(),
                        QuantityTables.unit(cell.input().unit()),
                        cell.input().description());
            }
        }
        return table;
    }
}
