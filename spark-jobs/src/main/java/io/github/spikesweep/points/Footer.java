package io.github.spikesweep.points;

import static io.github.spikesweep.points.ParquetFault.require;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.parquet.Decompression;
import io.github.spikesweep.parquet.Structures;
import io.github.spikesweep.table.Shown;
import io.github.spikesweep.table.TableBounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import shaded.parquet.org.apache.thrift.TException;

/**
 * The footer of a Parquet file, which says what columns it has and where their values are.
 *
 * @param end where the footer starts, and pages end
 */
record Footer(String source, FileMetaData metadata, int end) {
    /** Bytes. In memory it takes up to 25 times as many. */
    private static final int LARGEST = 4 << 20;
    /** Bytes of the wanted columns, uncompressed. */
    private static final int LARGEST_TABLE = 256 << 20;

    private static final String MAGIC = "PAR1";
    private static final String MAGIC_OF_ENCRYPTED = "PARE";

    /**
     * Reads the footer.
     *
     * @throws InputException if there is none, or it is larger than accepted
     */
    static Footer read(String source, byte[] content) throws IOException, TException {
        int to = content.length - MAGIC.length() - Integer.BYTES;
        require(to >= MAGIC.length() && magic(content, 0).equals(MAGIC), "it does not start with PAR1");
        String last = magic(content, to + Integer.BYTES);
        if (last.equals(MAGIC_OF_ENCRYPTED)) {
            throw encrypted(source);
        }
        require(last.equals(MAGIC), "it does not end with PAR1");
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long length = Integer.toUnsignedLong(bytes.getInt(to));
        require(length > 0 && length <= to - MAGIC.length(), "its footer is cut off");
        if (length > LARGEST) {
            throw new InputException(source + ": its footer of " + length + " bytes is larger than accepted (" + LARGEST
                    + "); write fewer row groups");
        }
        bytes.limit(to).position(to - (int) length);
        return new Footer(
                source, Structures.read(new FileMetaData(), ByteBufferInputStream.wrap(bytes)), bytes.position());
    }

    /** How many rows there are; if they are more than a table may have, then at least one more. */
    long rows() {
        long rows = 0;
        for (RowGroup group : metadata.getRow_groups()) {
            require(group.getNum_rows() >= 0, "a row group has " + group.getNum_rows() + " rows");
            rows += Math.min(group.getNum_rows(), TableBounds.MOST_ROWS + 1L);
        }
        return rows;
    }

    /** The columns of the table; those in groups and lists are not told. */
    List<SchemaElement> columns() {
        List<SchemaElement> columns = new ArrayList<>();
        long open = 0;
        for (SchemaElement element : metadata.getSchema().stream().skip(1).toList()) {
            if (open == 0) {
                columns.add(element);
                open = 1;
            }
            open += Math.max(0, element.getNum_children()) - 1;
        }
        require(
                open == 0
                        && !metadata.getSchema().isEmpty()
                        && columns.size() == metadata.getSchema().get(0).getNum_children(),
                "its schema is incomplete");
        return columns;
    }

    /**
     * Where the values of the columns are, in all row groups that have rows. They fit into memory, and no two share bytes of the
     * file: columns with shared pages could make a small file endless.
     *
     * @throws InputException if the footer is inconsistent, or the values take more memory than accepted
     */
    List<List<ColumnMetaData>> chunks(List<String> columns) {
        List<List<ColumnMetaData>> chunks = Stream.generate(
                        () -> (List<ColumnMetaData>) new ArrayList<ColumnMetaData>())
                .limit(columns.size())
                .toList();
        long stored = 0;
        long uncompressed = 0;
        for (RowGroup group : metadata.getRow_groups()) {
            Map<List<String>, ColumnMetaData> found = chunks(group);
            for (int i = 0; i < columns.size() && group.getNum_rows() > 0; i++) {
                ColumnMetaData chunk = found.get(List.of(columns.get(i)));
                require(chunk != null, "a row group lacks " + Shown.quoted(columns.get(i)));
                check(chunk, group.getNum_rows());
                stored += chunk.getTotal_compressed_size();
                require(stored <= end, "columns share pages");
                uncompressed += Math.min(chunk.getTotal_uncompressed_size(), LARGEST_TABLE + 1L);
                if (uncompressed > LARGEST_TABLE) {
                    throw new InputException(
                            source + ": the wanted columns take more bytes than accepted, uncompressed ("
                                    + LARGEST_TABLE + ")");
                }
                chunks.get(i).add(chunk);
            }
        }
        return chunks;
    }

    private Map<List<String>, ColumnMetaData> chunks(RowGroup group) {
        Map<List<String>, ColumnMetaData> chunks = new HashMap<>();
        for (ColumnChunk chunk : group.getColumns()) {
            if (chunk.isSetCrypto_metadata()) {
                throw encrypted(source);
            }
            if (chunk.isSetFile_path()) {
                throw new InputException(source + ": its values are in another file; expected a file of its own");
            }
            if (chunk.isSetMeta_data()) {
                chunks.put(chunk.getMeta_data().getPath_in_schema(), chunk.getMeta_data());
            }
        }
        return chunks;
    }

    private void check(ColumnMetaData chunk, long rows) {
        Decompression.checkAccepted(source, chunk.getCodec());
        require(chunk.getNum_values() == rows, "a column has not one value for each row");
        long start = start(chunk);
        long size = chunk.getTotal_compressed_size();
        require(
                start >= MAGIC.length() && start < end && size >= 0 && size <= end - start,
                "a column lies outside of the file");
        require(chunk.getTotal_uncompressed_size() >= 0, "a size is negative");
    }

    /** Where the first page of a chunk is. */
    static long start(ColumnMetaData chunk) {
        long dictionary = chunk.getDictionary_page_offset();
        return dictionary > 0 ? Math.min(dictionary, chunk.getData_page_offset()) : chunk.getData_page_offset();
    }

    private static InputException encrypted(String source) {
        return new InputException(source + ": is encrypted; expected a Parquet file that is not");
    }

    private static String magic(byte[] content, int at) {
        return new String(content, at, MAGIC.length(), StandardCharsets.ISO_8859_1);
    }
}
