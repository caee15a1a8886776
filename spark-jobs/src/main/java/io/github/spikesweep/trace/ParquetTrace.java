package io.github.spikesweep.trace;

import io.github.spikesweep.columnar.RowFileBuilder;
import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes a trace as a Parquet file, compressed like those of results. */
final class ParquetTrace {
    /** The key under which Arrow keeps its own description of the columns. */
    private static final String ARROW_COLUMNS = "ARROW:schema";

    private final RowTrace trace;
    private final List<TraceColumn> columns;
    private final Map<String, String> metadata;

    ParquetTrace(RowTrace trace, Map<String, String> origin) throws IOException {
        this.trace = trace;
        this.columns = TraceColumn.of(trace);
        this.metadata = new HashMap<>(origin);
        metadata.put(SparkColumns.KEY, sparkColumns());
        metadata.put(ARROW_COLUMNS, arrowColumns());
    }

    /** The columns for readers that use Arrow, such as pyarrow: they find the units in the metadata of its fields. */
    private String arrowColumns() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (WriteChannel out = new WriteChannel(Channels.newChannel(message))) {
            MessageSerializer.serialize(out, ArrowTrace.schema(columns, Map.of()));
        }
        return Base64.getEncoder().encodeToString(message.toByteArray());
    }

    void write(Path file) throws IOException {
        double[] row = new double[columns.size()];
        // Hardly any number occurs twice.
        try (ParquetWriter<double[]> writer = new RowFileBuilder<>(new LocalOutputFile(file), new Rows())
                .withDictionaryEncoding(false)
                .build()) {
            for (int sample = 0; sample < trace.size(); sample++) {
                row[0] = trace.time(sample);
                for (int variable = 1; variable < row.length; variable++) {
                    row[variable] = trace.value(variable - 1, sample);
                }
                writer.write(row);
            }
        }
    }

    private String sparkColumns() {
        return SparkColumns.text(columns.stream()
                .map(column -> new SparkColumns.Field(column.name(), Column.Type.DOUBLE, false, column.metadata()))
                .toList());
    }

    private MessageType schema() {
        Type[] fields = columns.stream()
                .map(column -> Types.required(PrimitiveTypeName.DOUBLE).named(column.name()))
                .toArray(Type[]::new);
        return new MessageType("trace", fields);
    }

    /** Writes rows: a value for each column, in their order. */
    private final class Rows extends WriteSupport<double[]> {
        private RecordConsumer out;

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(), metadata);
        }

        @Override
        @SuppressWarnings("deprecation") // but abstract
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(), metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(double[] row) {
            out.startMessage();
            for (int column = 0; column < row.length; column++) {
                String name = columns.get(column).name();
                out.startField(name, column);
                out.addDouble(row[column]);
                out.endField(name, column);
            }
            out.endMessage();
        }
    }
}
