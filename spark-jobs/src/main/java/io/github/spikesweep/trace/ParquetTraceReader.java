package io.github.spikesweep.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.columnar.TableReader;
import io.github.spikesweep.folder.LocalFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Reads traces from Parquet files, with the units that {@link ParquetTrace} leaves in their metadata. */
final class ParquetTraceReader {
    private ParquetTraceReader() {}

    static void read(String name, Path file, TraceSink sink) throws IOException {
        try (TableReader reader = TableReader.open(new LocalFile(file))) {
            read(name, reader, sink);
        }
    }

    private static void read(String name, TableReader reader, TraceSink sink) throws IOException {
        List<Type> fields = reader.schema().getFields();
        Map<String, Map<String, String>> facts = facts(reader.texts());
        List<TraceColumn> columns = fields.stream()
                .map(field -> new TraceColumn(field.getName(), facts.getOrDefault(field.getName(), Map.of())))
                .toList();
        TraceRows rows = new TraceRows(name, columns, sink);
        for (Type field : fields) {
            if (!field.isPrimitive()
                    || field.isRepetition(Type.Repetition.REPEATED)
                    || field.asPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.DOUBLE) {
                throw rows.notATrace("its column '" + field.getName() + "' does not have numbers of type double");
            }
        }
        double[] row = new double[fields.size()];
        AtomicLong at = new AtomicLong();
        reader.each(found -> {
            for (int i = 0; i < row.length; i++) {
                row[i] = found.getFieldRepetitionCount(i) == 0 ? Double.NaN : found.getDouble(i, 0);
            }
            rows.add("row " + at.incrementAndGet(), row);
        });
    }

    /** The metadata of the columns; none if another tool has written the file. */
    private static Map<String, Map<String, String>> facts(Map<String, String> texts) throws JsonProcessingException {
        String text = texts.getOrDefault(SparkColumns.KEY, "{}");
        Map<String, Map<String, String>> facts = new HashMap<>();
        for (JsonNode field : new ObjectMapper().readTree(text).path("fields")) {
            Map<String, String> known = new HashMap<>();
            field.path("metadata")
                    .properties()
                    .forEach(fact -> known.put(fact.getKey(), fact.getValue().asText()));
            facts.put(field.path("name").asText(), known);
        }
        return facts;
    }
}
