package io.github.spikesweep.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Reads traces from Parquet files, with the units that {@link ParquetTrace} leaves in their metadata. */
final class ParquetTraceReader {
    private ParquetTraceReader() {}

    static void read(String name, Path file, TraceSink sink) throws IOException {
        InputFile input = new LocalInputFile(file);
        FileMetaData metadata;
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            metadata = reader.getFileMetaData();
        }
        List<Type> fields = metadata.getSchema().getFields();
        Map<String, Map<String, String>> facts = facts(metadata);
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
        long at = 0;
        try (ParquetReader<Group> reader = new Builder(input).build()) {
            for (Group found = reader.read(); found != null; found = reader.read()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getFieldRepetitionCount(i) == 0 ? Double.NaN : found.getDouble(i, 0);
                }
                at++;
                rows.add("row " + at, row);
            }
        }
    }

    /** The metadata of the columns; none if another tool has written the file. */
    private static Map<String, Map<String, String>> facts(FileMetaData metadata) throws JsonProcessingException {
        String text = metadata.getKeyValueMetaData().getOrDefault(ParquetTrace.SPARK_COLUMNS, "{}");
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

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected GroupReadSupport getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
