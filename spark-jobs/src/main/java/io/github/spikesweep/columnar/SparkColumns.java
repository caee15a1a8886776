package io.github.spikesweep.columnar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The columns of a file as Spark keeps them there, with units and labels. Spark's own classes take half a second to load. */
public final class SparkColumns {
    /** The key of the text in a file's footer. */
    public static final String KEY = "org.apache.spark.sql.parquet.row.metadata";

    /** The order of what is told of a column: that of Spark's hashed maps, which differs with their size. */
    private static final List<String> OF_FEW = List.of("unit", "description", "comment", "label");

    private static final List<String> OF_MANY =
            List.of("description", "every", "label", "time_unit", "comment", "unit", "start");
    private static final int FEW = 4;

    private SparkColumns() {}

    /**
     * A column.
     *
     * @param facts its metadata: texts and numbers
     */
    public record Field(String name, Column.Type type, boolean nullable, Map<String, ?> facts) {}

    /** Those of a sweep's table. */
    public static String of(List<Column> columns) {
        return text(columns.stream()
                .map(column -> new Field(column.name(), column.type(), column.nullable(), ColumnFacts.of(column)))
                .toList());
    }

    /** Any columns: the text of Spark's {@code StructType.json()}. */
    public static String text(List<Field> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "struct");
            json.writeArrayFieldStart("fields");
            for (Field field : fields) {
                write(field, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Field field, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", field.name());
        writeType(field.type(), json);
        json.writeBooleanField("nullable", field.nullable());
        json.writeObjectFieldStart("metadata");
        for (Map.Entry<String, ?> fact : ordered(field.facts())) {
            if (fact.getValue() instanceof Double number) {
                json.writeNumberField(fact.getKey(), number);
            } else {
                json.writeStringField(fact.getKey(), (String) fact.getValue());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<Map.Entry<String, ?>> ordered(Map<String, ?> facts) {
        List<String> order = facts.size() > FEW ? OF_MANY : OF_FEW;
        List<Map.Entry<String, ?>> ordered = new ArrayList<>(facts.entrySet());
        ordered.sort(Comparator.comparingInt(fact -> order.indexOf(fact.getKey())));
        return ordered;
    }

    private static void writeType(Column.Type type, JsonGenerator json) throws IOException {
        switch (type) {
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
