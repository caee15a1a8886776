package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The condition of {@code --where}: a boolean expression of Spark SQL over {@code id} and the axes. */
record RowCondition(String text, SweepDefinition definition) {
    private static final String OPTION = "--where";

    /**
     * The rows of the sweep's table that satisfy the condition.
     *
     * @throws InputException if it cannot be parsed, or depends on results although it decides what to simulate
     */
    Dataset<Row> filter(Dataset<Row> table) {
        // On a separate table: after a selection, Spark would still find the columns that were dropped.
        StructType parameters = parameters(table).schema();
        try {
            Dataset<Row> none = table.sparkSession().createDataFrame(List.of(), parameters);
            none.where(text);
            // Spark only counts deterministic expressions.
            none.agg(functions.count(functions.expr(text)));
            return table.where(text);
        } catch (Exception e) {
            if (e instanceof AnalysisException fault) { // a checked exception that Scala does not declare
                throw new InputException(OPTION + ": " + reason(fault));
            }
            throw e;
        }
    }

    /**
     * The rows that satisfy a condition.
     *
     * @param count how many there are
     * @param first the id of the first
     * @param last the id of the last
     */
    record Chosen(long count, long first, long last) {}

    /** Which rows satisfy the condition; finding out simulates none. */
    Chosen chosen(Dataset<Row> filtered) {
        Row found = parameters(filtered)
                .agg(functions.count("id"), functions.min("id"), functions.max("id"))
                .head();
        if (found.getLong(0) == 0) {
            throw new InputException("%s: none of %s rows satisfies '%s'%s"
                    .formatted(OPTION, Figures.count(definition.space().size()), text, misses()));
        }
        return new Chosen(found.getLong(0), found.getLong(1), found.getLong(2));
    }

    /** Where the condition wants an axis to equal a number that is none of its values: what the nearest ones are. */
    private String misses() {
        return definition.space().axes().stream()
                .flatMap(axis -> equality(axis.name())
                        .matcher(text)
                        .results()
                        .flatMap(found -> axis.miss(Double.parseDouble(found.group(1))).stream()))
                .map(miss -> ": " + miss)
                .collect(Collectors.joining());
    }

    /** {@code name = 0.3}, in Spark's SQL, where the number is not part of a longer expression. */
    private static Pattern equality(String name) {
        return Pattern.compile(
                "(?<![\\w.])`?%s`?\\s*(?:<=>|==?)\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?)(?=\\s*(?:$|\\)|and\\b|or\\b))"
                        .formatted(Pattern.quote(name)),
                Pattern.CASE_INSENSITIVE);
    }

    /** Counts {@code rows}, a subset of the filtered rows, without simulating any. */
    long count(Dataset<Row> rows) {
        return parameters(rows).count();
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
                    ? "'" + name + "' is a result; the rows to simulate can only depend on "
                            + String.join(", ", names())
                    : "unknown column '" + name + "'" + new KnownNames(names()).hint(name);
        }
        if (condition.contains("NONDETERMINISTIC")) {
            return "'" + text + "' is not deterministic; the rows to simulate can only depend on "
                    + String.join(", ", names());
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
