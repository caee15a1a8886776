package io.github.spikesweep.columnar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Writes the rows of several files of results to one. */
public final class TableMerge {
    private static final String ID = "id";
    /** Row groups of this many rows are large enough to stay as they are. */
    private static final int LARGE_GROUP = TableFile.ROWS_OF_GROUP / 16;

    private final List<InputFile> files;
    private final BooleanSupplier stopped;

    private TableMerge(List<InputFile> files, BooleanSupplier stopped) {
        this.files = files;
        this.stopped = stopped;
    }

    /**
     * Copies rows, sorted by id. Where each file begins after the end of the one before: as bytes if the row groups are large on average, one
     * by one into larger groups if they are small. Others, each of which is sorted, are interleaved.
     *
     * @param files with the same columns
     * @param stopped whether to give up
     * @throws CancellationException if it gave up
     */
    public static void merge(List<InputFile> files, OutputFile target, BooleanSupplier stopped) throws IOException {
        TableMerge merge = new TableMerge(files, stopped);
        try (TableReader first = TableReader.open(files.get(0))) {
            if (!merge.followEachOther()) {
                merge.interleave(target, first);
            } else if (merge.canCopyGroups(first.schema())) {
                merge.copyGroups(target, first);
            } else {
                merge.copyRows(target, first);
            }
        }
    }

    /** Whether each file begins after the end of the one before, as far as their footers tell. */
    private boolean followEachOther() throws IOException {
        long last = Long.MIN_VALUE;
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                for (BlockMetaData group : reader.groups()) {
                    for (ColumnChunkMetaData chunk : group.getColumns()) {
                        if (chunk.getPath().toDotString().equals(ID)
                                && chunk.getStatistics() instanceof LongStatistics ids
                                && ids.hasNonNullValue()) {
                            if (ids.genericGetMin() <= last) {
                                return false;
                            }
                            last = ids.genericGetMax();
                        }
                    }
                }
            }
        }
        return true;
    }

    private static long[] ids(TableReader reader) throws IOException {
        long[] ids = new long[Math.toIntExact(reader.rows())];
        int[] count = {0};
        reader.each(List.of(ID), row -> ids[count[0]++] = row.getLong(ID, 0));
        return ids;
    }

    /** A file whose next row has the lowest id. */
    private static final class Source {
        private final long[] ids;
        private final RowCursor<Boolean> rows;
        private int next;

        Source(long[] ids, RowCursor<Boolean> rows) {
            this.ids = ids;
            this.rows = rows;
        }

        long id() {
            return ids[next];
        }
    }

    private void interleave(OutputFile target, TableReader like) throws IOException {
        RowCopy copy = new RowCopy(like.schema(), like.texts());
        List<TableReader> readers = new ArrayList<>();
        try (ParquetWriter<RecordReader<Boolean>> writer =
                TableFile.builder(target, copy).build()) {
            PriorityQueue<Source> sources = new PriorityQueue<>(Comparator.comparingLong(Source::id));
            for (InputFile file : files) {
                TableReader reader = TableReader.open(file);
                readers.add(reader);
                long[] ids = ids(reader);
                if (ids.length > 0) {
                    sources.add(new Source(ids, reader.rows(copy.target(reader.schema()))));
                }
            }
            while (!sources.isEmpty()) {
                checkStopped();
                Source source = sources.remove();
                writer.write(source.rows.next());
                source.next++;
                if (source.next < source.ids.length) {
                    sources.add(source);
                }
            }
        } finally {
            for (TableReader reader : readers) {
                reader.close();
            }
        }
    }

    /** Whether the groups are large, and all fit a file of this schema as they are. */
    private boolean canCopyGroups(MessageType schema) throws IOException {
        long rows = 0;
        long groups = 0;
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                if (!reader.schema().equals(schema)) {
                    return false;
                }
                rows += reader.rows();
                groups += reader.groups().size();
            }
        }
        return rows >= groups * LARGE_GROUP;
    }

    private void copyGroups(OutputFile target, TableReader like) throws IOException {
        try (ParquetFileWriter writer = new ParquetFileWriter(
                target,
                like.schema(),
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                true)) {
            writer.start();
            for (InputFile file : files) {
                try (TableReader reader = TableReader.open(file)) {
                    for (BlockMetaData group : reader.groups()) {
                        checkStopped();
                        reader.copy(group, writer);
                    }
                }
            }
            writer.end(like.texts());
        }
    }

    private void copyRows(OutputFile target, TableReader like) throws IOException {
        RowCopy copy = new RowCopy(like.schema(), like.texts());
        try (ParquetWriter<RecordReader<Boolean>> writer =
                TableFile.builder(target, copy).build()) {
            for (InputFile file : files) {
                try (TableReader reader = TableReader.open(file)) {
                    reader.each(copy.target(reader.schema()), rows -> {
                        checkStopped();
                        writer.write(rows);
                    });
                }
            }
        }
    }

    private void checkStopped() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped while merging files");
        }
    }
}
