package io.github.spikesweep.results.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.columnar.ArrowColumns;
import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;

/**
 * The rows that a directory may contain.
 *
 * @param columns their names and Parquet's types, in order
 * @param sparkColumns the text by which Spark knows them
 * @param arrowColumns the text by which Arrow knows them
 * @param rows the rows
 */
public record ExpectedRows(List<String> columns, String sparkColumns, String arrowColumns, RowSet rows)
        implements Serializable {
    private static final String GROUP = "group";

    public ExpectedRows {
        columns = List.copyOf(columns);
    }

    /** The rows of a sweep that a run is about. */
    public static ExpectedRows of(SweepDefinition definition, RowSet rows) {
        List<String> columns = definition.columns().stream()
                .map(column -> column.name() + " " + type(column))
                .toList();
        return new ExpectedRows(
                columns, SparkColumns.of(definition.columns()), ArrowColumns.of(definition.columns(), Map.of()), rows);
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case LONG -> "INT64";
            case INT -> "INT32";
            case DOUBLE -> "DOUBLE";
            case STRING -> "BINARY";
            case DOUBLE_ARRAY -> GROUP;
        };
    }

    /** Whether these are the columns of a file. */
    boolean have(MessageType schema) {
        return columns.equals(schema.getFields().stream()
                .map(field -> field.getName() + " "
                        + (field.isPrimitive()
                                ? field.asPrimitiveType().getPrimitiveTypeName().name()
                                : GROUP))
                .toList());
    }

    /** Whether a text of Arrow's has these columns: their names, types and whether they may be null. */
    boolean areThoseOfArrow(String text) {
        return ArrowColumns.agree(arrowColumns, text);
    }

    /** Whether a text of Spark's has these columns: their names, types and whether they may be null. */
    boolean areThoseOfSpark(String sparkText) {
        try {
            return columns(sparkText).equals(columns(sparkColumns));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static List<JsonNode> columns(String sparkText) throws JsonProcessingException {
        JsonNode table = new ObjectMapper().readTree(sparkText);
        List<JsonNode> columns = new ArrayList<>(List.of(table.path("type")));
        table.path("fields").forEach(field -> {
            columns.add(field.path("name"));
            columns.add(field.path("type"));
            columns.add(field.path("nullable"));
        });
        return columns;
    }

    RowOrder order() {
        return new RowOrder(rows);
    }
}
