package io.github.spikesweep.columnar;

import io.github.spikesweep.parquet.Structures;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import shaded.parquet.org.apache.thrift.TException;

/**
 * Reads a Parquet file. The library's own reader of files needs Hadoop, so only its parts are used: they parse the footer and decode
 * pages. The checksum of each page is compared.
 */
public final class TableReader implements AutoCloseable {
    private static final String MAGIC = "PAR1";
    private static final int TAIL = Integer.BYTES + MAGIC.length();

    private final SeekableInputStream file;
    private final ParquetMetadata footer;

    private TableReader(SeekableInputStream file, ParquetMetadata footer) {
        this.file = file;
        this.footer = footer;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read, or is not a Parquet file
     */
    public static TableReader open(InputFile input) throws IOException {
        SeekableInputStream file = input.newStream();
        try {
            return new TableReader(file, footer(file, input.getLength()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ParquetMetadata footer(SeekableInputStream file, long length) throws IOException {
        if (length < MAGIC.length() + TAIL) {
            throw new IOException("it is not a Parquet file: it is too short");
        }
        ByteBuffer tail = bytes(file, length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(tail.getInt());
        String magic = StandardCharsets.ISO_8859_1.decode(tail).toString();
        if (!magic.equals(MAGIC)) {
            throw new IOException("it is not a Parquet file: it does not end with " + MAGIC);
        }
        if (size > length - MAGIC.length() - TAIL) {
            throw new IOException("its footer is cut off");
        }
        ByteBuffer footer = bytes(file, length - TAIL - size, (int) size);
        try {
            return new ParquetMetadataConverter()
                    .fromParquetMetadata(Structures.read(
                            new org.apache.parquet.format.FileMetaData(), ByteBufferInputStream.wrap(footer)));
        } catch (TException e) {
            throw new IOException("its footer is damaged", e);
        }
    }

    private static ByteBuffer bytes(SeekableInputStream file, long from, int count) throws IOException {
        file.seek(from);
        byte[] bytes = file.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("it is cut off");
        }
        return ByteBuffer.wrap(bytes);
    }

    private FileMetaData metadata() {
        return footer.getFileMetaData();
    }

    /** Texts in its footer, by their keys. */
    public Map<String, String> texts() {
        return metadata().getKeyValueMetaData();
    }

    /** Its columns. */
    public MessageType schema() {
        return metadata().getSchema();
    }

    /** Its row groups. */
    public List<BlockMetaData> groups() {
        return footer.getBlocks();
    }

    /** How many rows it has, according to the footer. */
    public long rows() {
        return groups().stream().mapToLong(BlockMetaData::getRowCount).sum();
    }

    /** The pages of a row group. Those of a column are read when they are asked for. */
    public PageReadStore pages(BlockMetaData group) {
        return new PageReadStore() {
            @Override
            public PageReader getPageReader(ColumnDescriptor column) {
                return chunk(group, column);
            }

            @Override
            public long getRowCount() {
                return group.getRowCount();
            }
        };
    }

    private PageReader chunk(BlockMetaData group, ColumnDescriptor column) {
        ColumnPath path = ColumnPath.get(column.getPath());
        ColumnChunkMetaData chunk = group.getColumns().stream()
                .filter(found -> found.getPath().equals(path))
                .findFirst()
                .orElseThrow(() -> PageFault.of("a row group lacks " + path.toDotString()));
        try {
            int size = Math.toIntExact(chunk.getTotalSize());
            return new ChunkPages(chunk, ByteBufferInputStream.wrap(bytes(file, chunk.getStartingPos(), size)));
        } catch (IOException e) {
            throw new PageFault(e);
        }
    }

    /** Copies a row group to the end of another file, as bytes. */
    void copy(BlockMetaData group, ParquetFileWriter target) throws IOException {
        target.appendRowGroup(file, group, false);
    }

    /**
     * Takes a row.
     *
     * @param <T> what a row is
     */
    @FunctionalInterface
    public interface RowSink<T> {
        void take(T row) throws IOException;
    }

    /** Reads all rows, one after the other. */
    public void each(RowSink<Group> rows) throws IOException {
        each(schema(), rows);
    }

    /**
     * Reads all rows.
     *
     * @param columns the names of the wanted ones
     */
    public void each(Collection<String> columns, RowSink<Group> rows) throws IOException {
        each(
                new MessageType(
                        schema().getName(),
                        columns.stream().distinct().map(schema()::getType).toList()),
                rows);
    }

    private void each(MessageType columns, RowSink<Group> rows) throws IOException {
        each(columns, new GroupRecordConverter(columns), reader -> rows.take(reader.read()));
    }

    /**
     * Lets someone read all rows.
     *
     * @param target where what is read goes
     * @param readers takes, for each row, a reader of whose rows this is the next
     */
    <T> void each(RecordMaterializer<T> target, RowSink<RecordReader<T>> readers) throws IOException {
        each(schema(), target, readers);
    }

    private <T> void each(MessageType columns, RecordMaterializer<T> target, RowSink<RecordReader<T>> readers)
            throws IOException {
        RowCursor<T> rows = rows(columns, target);
        while (rows.hasNext()) {
            readers.take(rows.next());
        }
    }

    /**
     * Its rows, one after the other.
     *
     * @param target where what is read goes
     */
    <T> RowCursor<T> rows(RecordMaterializer<T> target) {
        return rows(schema(), target);
    }

    private <T> RowCursor<T> rows(MessageType columns, RecordMaterializer<T> target) {
        MessageColumnIO assembly = new ColumnIOFactory(metadata().getCreatedBy()).getColumnIO(columns, schema(), true);
        return new RowCursor<>(this, assembly, target);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
