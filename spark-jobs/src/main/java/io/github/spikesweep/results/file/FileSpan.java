package io.github.spikesweep.results.file;

import io.github.spikesweep.columnar.TableReader;
import java.io.IOException;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Which rows a file of results contains, according to its footer.
 *
 * @param file the file
 * @param rows how many
 * @param firstId the lowest id; above the last one if there are no rows
 * @param lastId the highest id
 */
public record FileSpan(DataFile file, long rows, long firstId, long lastId) {
    private static final String ID = "id";

    /** Reads the footer of a file. */
    public static FileSpan of(DataFile file) throws IOException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long rows = 0;
        try (TableReader reader = TableReader.open(file.input())) {
            for (BlockMetaData group : reader.groups()) {
                LongStatistics ids = ids(group);
                first = Math.min(first, ids.genericGetMin());
                last = Math.max(last, ids.genericGetMax());
                rows += group.getRowCount();
            }
        }
        return new FileSpan(file, rows, first, last);
    }

    private static LongStatistics ids(BlockMetaData group) throws IOException {
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (chunk.getPath().toDotString().equals(ID)
                    && chunk.getStatistics() instanceof LongStatistics ids
                    && ids.hasNonNullValue()) {
                return ids;
            }
        }
        throw new IOException("its footer does not give its range of ids");
    }
}
