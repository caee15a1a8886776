package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;

/** The footer of a Parquet file, which tells its columns and where their values are. None of it is checked but its form. */
final class Footer {
    /** Bytes. In memory it takes up to 25 times as many. */
    private static final int LARGEST = 4 << 20;

    private static final String MAGIC = "PAR1";
    private static final String MAGIC_OF_ENCRYPTED = "PARE";

    private final String source;
    private final FileMetaData metadata;
    private final int start;

    private Footer(String source, FileMetaData metadata, int start) {
        this.source = source;
        this.metadata = metadata;
        this.start = start;
    }

    /**
     * Reads the footer.
     *
     * @throws InputException if there is none, or it is larger than accepted
     */
    static Footer read(String source, byte[] content) {
        int to = content.length - MAGIC.length() - Integer.BYTES;
        if (to < MAGIC.length() || !magic(content, 0).equals(MAGIC)) {
            throw ParquetFault.broken(source, "it does not start with PAR1");
        }
        String end = magic(content, to + Integer.BYTES);
        if (end.equals(MAGIC_OF_ENCRYPTED)) {
            throw ParquetFault.encrypted(source);
        }
        if (!end.equals(MAGIC)) {
            throw ParquetFault.broken(source, "it does not end with PAR1");
        }
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(to));
        if (length == 0 || length > to - MAGIC.length()) {
            throw ParquetFault.broken(source, "its footer is cut off");
        }
        if (length > LARGEST) {
            throw new InputException(source + ": its footer of " + length + " bytes is larger than accepted (" + LARGEST
                    + "); write fewer row groups");
        }
        int from = to - (int) length;
        FileMetaData metadata = new FileMetaData();
        ParquetFault.guard(source, () -> BoundedProtocol.read(metadata, content, from, to));
        return new Footer(source, metadata, from);
    }

    /** Where the footer starts, and pages end. */
    int start() {
        return start;
    }

    List<RowGroup> rowGroups() {
        return metadata.getRow_groups();
    }

    /** The columns of the table; those in groups and lists are not told. */
    List<SchemaElement> columns() {
        List<SchemaElement> schema = metadata.getSchema();
        List<SchemaElement> columns = new ArrayList<>();
        int at = 1;
        while (at < schema.size()) {
            columns.add(schema.get(at));
            at = after(schema, at);
        }
        if (schema.isEmpty() || columns.size() != schema.get(0).getNum_children()) {
            throw ParquetFault.broken(source, "its schema is incomplete");
        }
        return columns;
    }

    /** The place after an element of the schema and all that is in it. */
    private int after(List<SchemaElement> schema, int element) {
        int at = element;
        for (long open = 1; open > 0; open--) {
            if (at == schema.size()) {
                throw ParquetFault.broken(source, "its schema is incomplete");
            }
            open += Math.max(0, schema.get(at++).getNum_children());
        }
        return at;
    }

    private static String magic(byte[] content, int at) {
        return new String(Arrays.copyOfRange(content, at, at + MAGIC.length()), StandardCharsets.ISO_8859_1);
    }
}
