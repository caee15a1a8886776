package io.github.spikesweep.results;

import io.github.spikesweep.results.FileFinding.Damaged;
import io.github.spikesweep.results.FileFinding.Foreign;
import io.github.spikesweep.results.FileFinding.Sound;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Reads Parquet files of results from end to end to verify the checksums of all pages and to find out which rows they contain.
 */
record FileScan(ExpectedRows expected, Configuration hadoop) {
    private static final int MOST_CAUSES = 100;

    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    FileFinding scan(Path file) throws IOException {
        String name = file.getName();
        InputFile input = HadoopInputFile.fromPath(file, hadoop);
        try {
            return read(name, input);
        } catch (RowOrder.Violation e) {
            return new Foreign(name, e.getMessage());
        } catch (IOException | RuntimeException e) {
            if (isOfTheWay(e)) {
                throw e; // Another attempt may succeed.
            }
            // On damaged bytes the library may throw any exception.
            return new Damaged(name, reason(e));
        }
    }

    /** Whether the file could not be reached, which says nothing about its content. */
    private static boolean isOfTheWay(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof InterruptedIOException
                        || cause instanceof UnknownHostException
                        || cause instanceof AccessControlException
                        || cause instanceof AccessDeniedException
                        || cause instanceof FileNotFoundException);
    }

    private FileFinding read(String name, InputFile input) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                input,
                HadoopReadOptions.builder(hadoop)
                        .usePageChecksumVerification(true)
                        .build())) {
            MessageType schema = reader.getFileMetaData().getSchema();
            if (!expected.have(schema)) {
                return new Foreign(name, "its columns are not those of the sweep");
            }
            checkSparkNames(reader.getFileMetaData());
            RowOrder order = expected.order();
            RowSums sums = new RowSums(schema);
            for (BlockMetaData group : reader.getRowGroups()) {
                checkPlaces(group, input.getLength());
            }
            for (int group = 0; group < reader.getRowGroups().size(); group++) {
                try (PageReadStore pages = reader.readRowGroup(group)) {
                    sums.add(pages, order);
                }
            }
            return new Sound(name, order.rows(), order.covered(), sums.spikes(), sums.divergedRows());
        }
    }

    /** Spark also reads the names from its own schema text, which has no checksum. */
    private static void checkSparkNames(FileMetaData footer) throws IOException {
        String json = footer.getKeyValueMetaData().get(SPARK_SCHEMA);
        List<String> names =
                footer.getSchema().getFields().stream().map(Type::getName).toList();
        if (json != null
                && !(DataType.fromJson(json) instanceof StructType table
                        && List.of(table.fieldNames()).equals(names))) {
            throw new IOException("its schema for Spark is invalid");
        }
    }

    /** Checked before the library allocates as much memory as the footer says. */
    private static void checkPlaces(BlockMetaData group, long length) throws IOException {
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            long size = chunk.getTotalSize();
            if (size < 0 || chunk.getStartingPos() < 0 || chunk.getStartingPos() > length - size) {
                throw new IOException("a column lies outside of the file");
            }
        }
    }

    private static String reason(Exception e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage();
        return message == null
                ? first.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
