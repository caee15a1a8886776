package io.github.spikesweep.trace;

import io.github.spikesweep.columnar.ArrowColumns;
import io.github.spikesweep.columnar.RowFileBuilder;
import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final RowTrace trace;
    private final List<TraceColumn> columns;
    private final Map<String, String> metadata;

    ParquetTrace(RowTrace trace, Map<String, String> origin) {
        this.trace = trace;
        this.columns = TraceColumn.of(trace);
        this.metadata = new HashMap<>(origin);
        metadata.put(SparkColumns.KEY, sparkColumns());
        metadata.put(ArrowColumns.KEY, ArrowColumns.text(ArrowTrace.schema(columns, Map.copyOf(metadata))));
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
