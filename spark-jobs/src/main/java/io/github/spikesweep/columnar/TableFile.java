package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
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
public final class TableFile implements AutoCloseable {
    /** The unit that readers distribute among their threads. */
    static final int ROWS_OF_GROUP = 1 << 20;

    private static final String ID = "id";
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    private final HeldFile file;
    private final ParquetWriter<Integer> writer;
    private final Rows rows;

    /**
     * @param columns its columns
     * @param sparkVersion the version of Spark that reads it as its own
     */
    public TableFile(OutputFile file, List<Column> columns, String sparkVersion) throws IOException {
        this.rows = new Rows(columns, sparkVersion);
        this.file = new HeldFile(file);
        this.writer = builder(this.file, rows).build();
    }

    /** Adds rows; their ids are greater than those before. */
    public void write(RowVectors batch) throws IOException {
        rows.batch = batch.vectors();
        for (int row = 0; row < batch.rows(); row++) {
            writer.write(row);
        }
    }

    /** Writes what is left. */
    public void complete() throws IOException {
        writer.close();
    }

    /** Closes the file as it is. */
    @Override
    public void close() {
        file.close();
    }

    /** Writes the rows of a batch, by their index. */
    private static final class Rows extends WriteSupport<Integer> {
        private final List<Column> columns;
        private final Map<String, String> metadata;
        private RecordConsumer out;
        private List<FieldVector> batch = List.of();

        Rows(List<Column> columns, String sparkVersion) {
            this.columns = columns;
            this.metadata =
                    Map.of("org.apache.spark.version", sparkVersion, SparkColumns.KEY, SparkColumns.of(columns));
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
        public void write(Integer row) {
            out.startMessage();
            for (int column = 0; column < batch.size(); column++) {
                FieldVector vector = batch.get(column);
                if (!vector.isNull(row)) {
                    out.startField(vector.getName(), column);
                    writeValue(vector, row);
                    out.endField(vector.getName(), column);
                }
            }
            out.endMessage();
        }

        private void writeValue(FieldVector vector, int row) {
            if (vector instanceof Float8Vector numbers) {
                out.addDouble(numbers.get(row));
            } else if (vector instanceof IntVector numbers) {
                out.addInteger(numbers.get(row));
            } else if (vector instanceof BigIntVector numbers) {
                out.addLong(numbers.get(row));
            } else if (vector instanceof VarCharVector texts) {
                out.addBinary(Binary.fromConstantByteArray(texts.get(row)));
            } else {
                writeList((ListVector) vector, row);
            }
        }

        private void writeList(ListVector lists, int row) {
            Float8Vector numbers = (Float8Vector) lists.getDataVector();
            int from = lists.getElementStartIndex(row);
            int to = lists.getElementEndIndex(row);
            out.startGroup();
            if (from < to) {
                out.startField(LIST, 0);
                for (int i = from; i < to; i++) {
                    out.startGroup();
                    out.startField(ELEMENT, 0);
                    out.addDouble(numbers.get(i));
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
