package io.github.spikesweep.results;

import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.Serializable;
import java.util.List;
import org.apache.parquet.schema.MessageType;

/**
 * The rows that a directory may contain.
 *
 * @param columns their names and Parquet's types, in order
 * @param rows the rows
 */
record ExpectedRows(List<String> columns, RowSet rows) implements Serializable {
    private static final String GROUP = "group";

    ExpectedRows {
        columns = List.copyOf(columns);
    }

    static ExpectedRows of(SweepDefinition definition, RowSet rows) {
        List<String> columns = definition.columns().stream()
                .map(column -> column.name() + " " + type(column))
                .toList();
        return new ExpectedRows(columns, rows);
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

    RowOrder order() {
        return new RowOrder(rows);
    }
}
