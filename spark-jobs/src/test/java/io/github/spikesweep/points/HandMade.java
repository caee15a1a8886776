package io.github.spikesweep.points;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** A Parquet file of one column, made by hand so that any part of it can be wrong. */
final class HandMade {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> parts = new ArrayList<>();
    private final SchemaElement column;
    private CompressionCodec codec = CompressionCodec.UNCOMPRESSED;
    private int rows;
    private long uncompressed;

    private HandMade(SchemaElement column) {
        this.column = column;
        parts.add(MAGIC);
    }

    /** With a column {@code a} of doubles. */
    static HandMade numbers(FieldRepetitionType repetition) {
        SchemaElement column = new SchemaElement("a");
        column.setType(Type.DOUBLE);
        column.setRepetition_type(repetition);
        return new HandMade(column);
    }

    /** With a column {@code n} of whole numbers. */
    static HandMade whole() {
        SchemaElement column = new SchemaElement("n");
        column.setType(Type.INT64);
        column.setRepetition_type(FieldRepetitionType.REQUIRED);
        return new HandMade(column);
    }

    /** With a column {@code model} of texts. */
    static HandMade texts() {
        SchemaElement column = new SchemaElement("model");
        column.setType(Type.BYTE_ARRAY);
        column.setRepetition_type(FieldRepetitionType.REQUIRED);
        column.setLogicalType(LogicalType.STRING(new StringType()));
        return new HandMade(column);
    }

    HandMade compressedBy(CompressionCodec name) {
        codec = name;
        return this;
    }

    /** Adds a page of values as they are compressed, if they are. */
    HandMade page(int values, Encoding encoding, int uncompressed, byte[] body) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, uncompressed, body.length);
        header.setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
        rows += values;
        return page(header, body);
    }

    HandMade dictionary(int values, byte[] body) {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, body.length, body.length);
        header.setDictionary_page_header(new DictionaryPageHeader(values, Encoding.PLAIN));
        return page(header, body);
    }

    HandMade page(PageHeader header, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Util.writePageHeader(header, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        uncompressed += (long) bytes.size() + header.getUncompressed_page_size();
        return bytes(bytes.toByteArray()).bytes(body);
    }

    HandMade bytes(byte[] bytes) {
        parts.add(bytes);
        return this;
    }

    /** As many rows as the pages have, or others. */
    HandMade rows(int count) {
        rows = count;
        return this;
    }

    private ColumnMetaData chunk() {
        return new ColumnMetaData(
                column.getType(),
                List.of(Encoding.PLAIN),
                List.of(column.getName()),
                codec,
                rows,
                uncompressed,
                size() - MAGIC.length,
                MAGIC.length);
    }

    FileMetaData footer(int rowGroups) {
        SchemaElement top = new SchemaElement("table");
        top.setNum_children(1);
        List<RowGroup> groups = new ArrayList<>();
        for (int i = 0; i < rowGroups; i++) {
            ColumnChunk chunk = new ColumnChunk(0);
            chunk.setMeta_data(chunk());
            groups.add(new RowGroup(List.of(chunk), size(), rows));
        }
        return new FileMetaData(1, new ArrayList<>(List.of(top, column)), rows, groups);
    }

    byte[] file() {
        return file(footer(1));
    }

    byte[] file(FileMetaData footer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Util.writeFileMetaData(footer, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(bytes.toByteArray());
    }

    byte[] file(byte[] footer) {
        ByteBuffer file = ByteBuffer.allocate(size() + footer.length + Integer.BYTES + MAGIC.length);
        parts.forEach(file::put);
        return file.put(footer).put(little(footer.length)).put(MAGIC).array();
    }

    private int size() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    static byte[] little(double number) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(number)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
