package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The condition of {@code --where}: a boolean expression of Spark SQL over {@code id} and the axes. */
final class RowCondition {
    private static final String OPTION = "--where";

    private final String text;
    private final SweepDefinition definition;

    RowCondition(String text, SweepDefinition definition) {
        this.text = text;
        this.definition = definition;
    }

    /** The rows of the sweep's table that satisfy the condition. */
    Dataset<Row> filter(Dataset<Row> table) {
        parameters(table); // the results are no part of the condition: it decides what is simulated
        return table.where(text);
    }

    /** How many rows satisfy the condition; none is simulated to find out. */
    long count(Dataset<Row> table) {
        long count = parameters(table).count();
        if (count == 0) {
            throw new InputException("%s: none of %s rows satisfies '%s'"
                    .formatted(OPTION, Figures.count(definition.space().size()), text));
        }
        return count;
    }

    private Dataset<Row> parameters(Dataset<Row> table) {
        try {
            return table.select(names().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
                    .where(text);
        } catch (AnalysisException e) {
            throw new InputException(OPTION + ": " + reason(e));
        }
    }

    private String reason(AnalysisException e) {
        String condition = e.getCondition() == null ? "" : e.getCondition();
        if (condition.startsWith("UNRESOLVED_COLUMN")) {
            String name = e.getMessageParameters().getOrDefault("objectName", "").replace("`", "");
            boolean result = definition.columns().stream().anyMatch(column -> column.name().equals(name));
            return result
                    ? "'" + name + "' is a result; what is simulated can depend on " + String.join(", ", names()) + " only"
                    : "unknown column '" + name + "'" + new KnownNames(names()).hint(name);
        }
        String message = e.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return message.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst(" SQLSTATE: .*", "") + " Found: " + text;
    }

    private List<String> names() {
        return definition.columns().stream()
                .filter(column -> !column.needsSimulation())
                .map(Column::name)
                .toList();
    }
}
