package io.github.spikesweep.columnar;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Writes the rows of several files of results to one. */
public final class TableMerge {
    /** Row groups of this many rows are large enough to stay as they are. */
    private static final int LARGE_GROUP = TableFile.ROWS_OF_GROUP / 16;

    private final List<InputFile> files;
    private final BooleanSupplier stopped;

    private TableMerge(List<InputFile> files, BooleanSupplier stopped) {
        this.files = files;
        this.stopped = stopped;
    }

    /**
     * Copies rows, file by file: as bytes where the row groups are large on average, one by one into larger groups where they are small.
     *
     * @param files with the same columns
     * @param stopped whether to give up
     * @throws CancellationException if it gave up
     */
    public static void merge(List<InputFile> files, OutputFile target, BooleanSupplier stopped) throws IOException {
        TableMerge merge = new TableMerge(files, stopped);
        try (TableReader first = TableReader.open(files.get(0))) {
            if (merge.canCopyGroups(first.schema())) {
                merge.copyGroups(target, first);
            } else {
                merge.copyRows(target, first);
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
