package io.github.spikesweep.circuit;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of columns for the quantities of a circuit, which have {@code _} for the dot. */
public final class ColumnNames {
    private final CircuitDefinition circuit;

    ColumnNames(CircuitDefinition circuit) {
        this.circuit = circuit;
    }

    /** The name of the column for a quantity: {@code a_gna} for {@code a.gna}. */
    public static String of(String quantity) {
        return quantity.replace('.', '_');
    }

    /** Refuses a circuit of which two quantities would have columns of one name. */
    void check(Entry.Section cells, Entry.Section synapses) {
        Model model = circuit.model();
        List<String> names = new ArrayList<>(model.variableNames());
        names.addAll(model.parameterNames());
        model.cells().forEach(cell -> names.add(cell.inputKey()));
        Map<String, String> columns = new HashMap<>();
        for (String name : names) {
            String other = columns.putIfAbsent(of(name), name);
            if (other != null) {
                String part = name.substring(0, name.indexOf('.'));
                Position position =
                        synapses.keys().getOrDefault(part, cells.keys().getOrDefault(part, cells.position()));
                throw new InputException(
                        position,
                        "'%s' and '%s' would both have the column '%s'; choose another name for '%s'"
                                .formatted(other, name, of(name), part));
            }
        }
    }
}
