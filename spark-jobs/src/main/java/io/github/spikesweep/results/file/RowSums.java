package io.github.spikesweep.results.file;

import io.github.spikesweep.sweep.output.RowStatus;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
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
    /** The program that wrote a file only matters for encodings that we do not use. */
    private static final ParsedVersion ANY_WRITER = new ParsedVersion("unknown", "", "");

    private static final Binary DIVERGED = binary(RowStatus.DIVERGED);
    private static final Binary FILLED = binary(RowStatus.FILLED);

    private final MessageType schema;
    private long spikes;
    private long divergedRows;
    private long filledRows;

    RowSums(MessageType schema) {
        this.schema = schema;
    }

    private static Binary binary(RowStatus status) {
        return Binary.fromConstantByteArray(status.label().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a row group and passes its ids to {@code order}. The pages of a column can only be read once. */
    void add(PageReadStore pages, RowOrder order) {
        long rows = pages.getRowCount();
        BitSet filled = new BitSet();
        for (ColumnDescriptor column : schema.getColumns()) {
            if (column.getPath()[0].equals(RowStatus.COLUMN)) {
                read(pages, column, rows, (row, states) -> add(states.getBinary(), row, filled));
            }
        }
        filledRows += filled.cardinality();
        for (ColumnDescriptor column : schema.getColumns()) {
            switch (column.getPath()[0]) {
                case "id" -> read(pages, column, rows, (row, ids) -> order.add(ids.getLong()));
                case "spike_count" ->
                    read(pages, column, rows, (row, counts) -> spikes += filled.get(row) ? 0 : counts.getInteger());
                case RowStatus.COLUMN -> {}
                default -> decode(pages, column);
            }
        }
    }

    private void add(Binary status, int row, BitSet filled) {
        divergedRows += status.equals(DIVERGED) ? 1 : 0;
        filled.set(row, status.equals(FILLED));
    }

    /** A page that cannot be decoded is damaged even if its checksum is right: page headers have no checksum. */
    private static void decode(PageReadStore pages, ColumnDescriptor column) {
        long count = pages.getPageReader(column).getTotalValueCount();
        read(pages, column, count, (row, values) -> values.writeCurrentValueToConverter());
    }

    /** Takes a value, and the number of its row in the group. */
    private interface Values {
        void take(int row, ColumnReader value);
    }

    /** Reads {@code count} values, not counting nulls. */
    private static void read(PageReadStore pages, ColumnDescriptor column, long count, Values each) {
        ColumnReader values = new ColumnReaderImpl(column, pages.getPageReader(column), new Ignoring(), ANY_WRITER);
        for (long value = 0; value < count; value++) {
            if (values.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
                each.take((int) value, values);
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

    long filledRows() {
        return filledRows;
    }

    /** Accepts values of every type. */
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
