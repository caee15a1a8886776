package io.github.spikesweep.columnar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of columns beside their values: label, unit, description, comment, and the times of a trace. */
public final class ColumnFacts {
    private ColumnFacts() {}

    /** The facts about a column, by name: texts and numbers. */
    public static Map<String, Object> of(Column column) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "label", column.label());
        put(facts, "unit", column.unit());
        put(facts, "description", column.description());
        if (column.sampling().isPresent()) {
            facts.put("start", column.sampling().start());
            facts.put("every", column.sampling().every());
            facts.put("time_unit", column.sampling().unit());
        }
        put(facts, "comment", comment(column));
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    /** What the column is, with its unit in parentheses: {@code maximum sodium conductance (mS)}. */
    public static String comment(Column column) {
        String unit = column.unit().isEmpty() ? "" : "(" + column.unit() + ")";
        return (column.description() + " " + unit).strip();
    }

    /** The columns as Spark keeps them in a file: the text of its {@code StructType.json()}. */
    public static String forSpark(List<Column> columns) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "struct");
            json.writeArrayFieldStart("fields");
            for (Column column : columns) {
                json.writeStartObject();
                json.writeStringField("name", column.name());
                writeType(column, json);
                json.writeBooleanField("nullable", column.nullable());
                json.writeObjectFieldStart("metadata");
                for (Map.Entry<String, Object> fact : of(column).entrySet()) {
                    if (fact.getValue() instanceof Double number) {
                        json.writeNumberField(fact.getKey(), number);
                    } else {
                        json.writeStringField(fact.getKey(), (String) fact.getValue());
                    }
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeType(Column column, JsonGenerator json) throws IOException {
        switch (column.type()) {
            case LONG -> json.writeStringField("type", "long");
            case INT -> json.writeStringField("type", "integer");
            case DOUBLE -> json.writeStringField("type", "double");
            case STRING -> json.writeStringField("type", "string");
            case DOUBLE_ARRAY -> {
                json.writeObjectFieldStart("type");
                json.writeStringField("type", "array");
                json.writeStringField("elementType", "double");
                json.writeBooleanField("containsNull", false);
                json.writeEndObject();
            }
        }
    }
}
