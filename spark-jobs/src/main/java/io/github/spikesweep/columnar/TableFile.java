package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** A new Parquet file with rows of a sweep's table, as Spark would write it. It is one only after {@link #complete}. */
public final class TableFile implements RowSink {
    /** The unit that readers distribute among their threads. */
    static final int ROWS_OF_GROUP = 1 << 20;

    private static final String ID = "id";
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    private final HeldFile file;
    private final ParquetWriter<RowValues> writer;

    /**
     * @param columns its columns
     * @param sparkVersion the version of Spark that reads it as its own
     */
    public TableFile(OutputFile file, List<Column> columns, String sparkVersion) throws IOException {
        this.file = new HeldFile(file);
        this.writer = builder(this.file, new Rows(columns, sparkVersion)).build();
    }

    @Override
    public void write(RowVectors batch) throws IOException {
        VectorRow row = new VectorRow(batch.vectors(), batch.rows());
        for (int i = 0; i < batch.rows(); i++) {
            write(row.at(i));
        }
    }

    /** Adds a row; its id is greater than those before. */
    public void write(RowValues row) throws IOException {
        writer.write(row);
    }

    @Override
    public void complete() throws IOException {
        writer.close();
    }

    @Override
    public void close() {
        file.close();
    }

    /** Writes rows, value by value. */
    private static final class Rows extends WriteSupport<RowValues> {
        private final List<Column> columns;
        private final Map<String, String> metadata;
        /** Of each column the text before. */
        private final Binary[] texts;

        private RecordConsumer out;

        Rows(List<Column> columns, String sparkVersion) {
            this.columns = columns;
            this.metadata = texts(columns, sparkVersion);
            this.texts = new Binary[columns.size()];
            Arrays.fill(texts, Binary.EMPTY);
        }

        private static Map<String, String> texts(List<Column> columns, String sparkVersion) {
            Map<String, String> texts = new HashMap<>();
            texts.put("org.apache.spark.version", sparkVersion);
            texts.put(SparkColumns.KEY, SparkColumns.of(columns));
            texts.put(ArrowColumns.KEY, ArrowColumns.of(columns, Map.copyOf(texts)));
            return texts;
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(columns), metadata);
        }

        @Override
        @SuppressWarnings("deprecation") // but abstract
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(columns), metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(RowValues row) {
            out.startMessage();
            for (int column = 0; column < columns.size(); column++) {
                if (!row.isNull(column)) {
                    String name = columns.get(column).name();
                    out.startField(name, column);
                    writeValue(row, column);
                    out.endField(name, column);
                }
            }
            out.endMessage();
        }

        private void writeValue(RowValues row, int column) {
            switch (columns.get(column).type()) {
                case LONG -> out.addLong(row.getLong(column));
                case INT -> out.addInteger(row.getInt(column));
                case DOUBLE -> out.addDouble(row.getDouble(column));
                case STRING -> out.addBinary(text(row.getText(column), column));
                case DOUBLE_ARRAY -> writeList(row.getDoubles(column));
            }
        }

        private Binary text(byte[] text, int column) {
            if (texts[column].getBytesUnsafe() != text) {
                texts[column] = Binary.fromConstantByteArray(text);
            }
            return texts[column];
        }

        private void writeList(double[] values) {
            out.startGroup();
            if (values.length > 0) {
                out.startField(LIST, 0);
                for (double value : values) {
                    out.startGroup();
                    out.startField(ELEMENT, 0);
                    out.addDouble(value);
                    out.endField(ELEMENT, 0);
                    out.endGroup();
                }
                out.endField(LIST, 0);
            }
            out.endGroup();
        }
    }

    private static MessageType schema(List<Column> columns) {
        return new MessageType(
                "spark_schema", columns.stream().map(TableFile::type).toArray(Type[]::new));
    }

    private static Type type(Column column) {
        Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.type()) {
            case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case STRING ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case DOUBLE_ARRAY ->
                Types.list(repetition).requiredElement(PrimitiveTypeName.DOUBLE).named(column.name());
        };
    }

    /** How all files of results are written. */
    static <T> RowFileBuilder<T> builder(OutputFile file, WriteSupport<T> rows) {
        return new RowFileBuilder<>(file, rows)
                .withRowGroupRowCountLimit(ROWS_OF_GROUP)
                // No two ids are equal.
                .withDictionaryEncoding(ID, false);
    }
}
