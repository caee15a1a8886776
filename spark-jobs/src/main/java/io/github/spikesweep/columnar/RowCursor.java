package io.github.spikesweep.columnar;

import java.io.IOException;
import java.util.Iterator;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;

/**
 * Goes through the rows of a file, group by group.
 *
 * @param <T> what a row is
 */
final class RowCursor<T> {
    private final TableReader file;
    private final MessageColumnIO assembly;
    private final RecordMaterializer<T> target;
    private final Iterator<BlockMetaData> groups;
    private RecordReader<T> current;
    private long left;

    RowCursor(TableReader file, MessageColumnIO assembly, RecordMaterializer<T> target) {
        this.file = file;
        this.assembly = assembly;
        this.target = target;
        this.groups = file.groups().iterator();
    }

    /** Whether there is another row. */
    boolean hasNext() {
        while (left == 0 && groups.hasNext()) {
            BlockMetaData group = groups.next();
            left = group.getRowCount();
            if (left > 0) {
                current = assembly.getRecordReader(file.pages(group), target);
            }
        }
        return left > 0;
    }

    /** The reader of whose rows the next one is that of this file. It has to be read before the next call. */
    RecordReader<T> next() throws IOException {
        if (!hasNext()) {
            throw new IOException("it has no more rows");
        }
        left--;
        return current;
    }
}
