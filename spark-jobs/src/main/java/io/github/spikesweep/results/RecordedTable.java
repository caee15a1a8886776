package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table that a record describes.
 *
 * @param description of the sweep, or empty
 */
public record RecordedTable(String name, String description, List<Column> columns) {
    public RecordedTable {
        columns = List.copyOf(columns);
    }

    /** The column of that name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The columns of that role. */
    public List<Column> columns(Column.Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The columns of what was found or measured that have a number in every row; what was found comes first. */
    public List<Column> figures() {
        return Stream.of(Column.Role.FOUND, Column.Role.FEATURE)
                .flatMap(role -> columns(role).stream())
                .filter(column -> column.type() == Column.Type.DOUBLE || column.type() == Column.Type.INT)
                .toList();
    }

    /** Describes columns, one object for each. */
    public static void write(List<Column> columns, ArrayNode to) {
        for (Column column : columns) {
            ObjectNode entry = to.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name().toLowerCase(Locale.ROOT))
                    .put("role", column.role().name().toLowerCase(Locale.ROOT))
                    .put("label", column.label())
                    .put("unit", column.unit())
                    .put("description", column.description());
            if (column.sampling().isPresent()) {
                entry.put("start", column.sampling().start())
                        .put("every", column.sampling().every())
                        .put("time_unit", column.sampling().unit());
            }
        }
    }

    static RecordedTable read(JsonNode record) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : record.path("columns")) {
            try {
                columns.add(new Column(
                        column.path("name").asText(),
                        Column.Type.valueOf(column.path("type").asText().toUpperCase(Locale.ROOT)),
                        Column.Role.valueOf(column.path("role").asText().toUpperCase(Locale.ROOT)),
                        column.path("label").asText(),
                        column.path("unit").asText(),
                        column.path("description").asText(),
                        sampling(column)));
            } catch (IllegalArgumentException e) {
                throw new IOException("it has a column with an unknown type or role", e);
            }
        }
        return new RecordedTable(
                record.path("name").asText(), record.path("description").asText(), columns);
    }

    private static Column.Sampling sampling(JsonNode column) {
        return column.has("every")
                ? new Column.Sampling(
                        column.path("start").asDouble(),
                        column.path("every").asDouble(),
                        column.path("time_unit").asText())
                : Column.Sampling.NONE;
    }
}
