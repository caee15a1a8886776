package io.github.spikesweep.trace;

import io.github.spikesweep.circuit.ColumnNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a trace.
 *
 * @param metadata its unit and description, if it has them
 */
public record TraceColumn(String name, Map<String, String> metadata) {

    /** The time, then the variables. */
    static List<TraceColumn> of(RowTrace trace) {
        Model model = trace.model();
        List<TraceColumn> columns = new ArrayList<>();
        columns.add(new TraceColumn(Model.TIME, metadata(model.time(), "time")));
        for (Variable variable : model.variables()) {
            columns.add(new TraceColumn(
                    ColumnNames.of(variable.name()), metadata(variable.unit(), variable.description())));
        }
        return columns;
    }

    /** Its unit, or empty. */
    public String unit() {
        return metadata.getOrDefault("unit", "");
    }

    private static Map<String, String> metadata(String unit, String description) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("unit", unit);
        metadata.put("description", description);
        metadata.values().removeIf(String::isEmpty);
        return metadata;
    }
}
