package io.github.spikesweep.results;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Sums up the rows of a file. */
final class RowSums {
    /** What wrote a file matters for encodings only that we do not write. */
    private static final ParsedVersion ANY_WRITER = new ParsedVersion("unknown", "", "");

    private static final Binary DIVERGED = Binary.fromConstantByteArray("diverged".getBytes(StandardCharsets.UTF_8));

    private static final Set<String> SUMMED = Set.of("id", "spike_count", "status");

    private final MessageType schema;
    private long spikes;
    private long divergedRows;

    RowSums(MessageType schema) {
        this.schema = schema;
    }

    /** Adds a row group, whose ids {@code order} is told. Each column's pages can be read once. */
    void add(PageReadStore pages, RowOrder order) {
        long rows = pages.getRowCount();
        ColumnReader ids = reader(pages, "id");
        for (long row = 0; row < rows; row++) {
            order.add(ids.getLong());
            ids.consume();
        }
        if (schema.containsField("spike_count")) {
            ColumnReader counts = reader(pages, "spike_count");
            int defined = counts.getDescriptor().getMaxDefinitionLevel();
            for (long row = 0; row < rows; row++) {
                spikes += counts.getCurrentDefinitionLevel() == defined ? counts.getInteger() : 0;
                counts.consume();
            }
        }
        schema.getColumns().stream()
                .filter(column -> !SUMMED.contains(column.getPath()[0]))
                .forEach(column -> decode(pages, column));
        if (schema.containsField("status")) {
            ColumnReader states = reader(pages, "status");
            for (long row = 0; row < rows; row++) {
                divergedRows += states.getBinary().equals(DIVERGED) ? 1 : 0;
                states.consume();
            }
        }
    }

    /** What cannot be decoded is damaged, though its bytes are those that were written: the headers of pages have no checksum. */
    private static void decode(PageReadStore pages, ColumnDescriptor column) {
        ColumnReader values = reader(pages, column);
        long count = pages.getPageReader(column).getTotalValueCount();
        for (long value = 0; value < count; value++) {
            if (values.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
                values.writeCurrentValueToConverter();
            }
            values.consume();
        }
    }

    long spikes() {
        return spikes;
    }

    long divergedRows() {
        return divergedRows;
    }

    private ColumnReader reader(PageReadStore pages, String name) {
        return reader(pages, schema.getColumnDescription(new String[] {name}));
    }

    private static ColumnReader reader(PageReadStore pages, ColumnDescriptor column) {
        return new ColumnReaderImpl(column, pages.getPageReader(column), new Ignoring(), ANY_WRITER);
    }

    /** Takes values of every type. */
    private static final class Ignoring extends PrimitiveConverter {
        @Override
        public void addBinary(Binary value) {}

        @Override
        public void addInt(int value) {}

        @Override
        public void addLong(long value) {}

        @Override
        public void addDouble(double value) {}
    }
}
