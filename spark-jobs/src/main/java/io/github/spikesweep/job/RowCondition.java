package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The condition of {@code --where}: a boolean expression of Spark SQL over {@code id} and the axes. */
final class RowCondition {
    private static final String OPTION = "--where";

    private final String text;
    private final SweepDefinition definition;

    RowCondition(String text, SweepDefinition definition) {
        this.text = text;
        this.definition = definition;
    }

    /**
     * The rows of the sweep's table that satisfy the condition.
     *
     * @throws InputException if it cannot be understood or depends on results: it decides what is simulated
     */
    Dataset<Row> filter(Dataset<Row> table) {
        // Over a table of its own: Spark would find columns that a selection has dropped.
        StructType parameters = parameters(table).schema();
        try {
            table.sparkSession().createDataFrame(List.of(), parameters).where(text);
            return table.where(text);
        } catch (Exception e) {
            if (e instanceof AnalysisException fault) { // checked, but Scala does not declare it
                throw new InputException(OPTION + ": " + reason(fault));
            }
            throw e;
        }
    }

    /** How many rows satisfy the condition; none is simulated to find out. */
    long count(Dataset<Row> filtered) {
        long count = parameters(filtered).count();
        if (count == 0) {
            throw new InputException("%s: none of %s rows satisfies '%s'"
                    .formatted(OPTION, Figures.count(definition.space().size()), text));
        }
        return count;
    }

    private Dataset<Row> parameters(Dataset<Row> table) {
        return table.select(names().stream().map(functions::col).toArray(Column[]::new));
    }

    private String reason(AnalysisException e) {
        String condition = e.getCondition() == null ? "" : e.getCondition();
        if (condition.startsWith("UNRESOLVED_COLUMN")) {
            String name =
                    e.getMessageParameters().getOrDefault("objectName", "").replace("`", "");
            boolean result = definition.columns().stream()
                    .anyMatch(column -> column.name().equals(name));
            return result
                    ? "'" + name + "' is a result; what is simulated can depend on " + String.join(", ", names())
                            + " only"
                    : "unknown column '" + name + "'" + new KnownNames(names()).hint(name);
        }
        String message = e.getMessage()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return message.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst(" SQLSTATE: .*", "") + " Found: " + text;
    }

    private List<String> names() {
        return definition.columns().stream()
                .filter(column -> !column.needsSimulation())
                .map(io.github.spikesweep.sweep.Column::name)
                .toList();
    }
}
