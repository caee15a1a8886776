package io.github.spikesweep.results.file;

import io.github.spikesweep.columnar.ArrowColumns;
import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.columnar.TableReader;
import io.github.spikesweep.results.file.FileFinding.Damaged;
import io.github.spikesweep.results.file.FileFinding.Foreign;
import io.github.spikesweep.results.file.FileFinding.Sound;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Reads Parquet files of results from end to end to verify the checksums of all pages and to find out which rows they contain.
 */
public record FileScan(ExpectedRows expected) {
    private static final int MOST_CAUSES = 100;

    /**
     * Reads a file.
     *
     * @param name its name, for messages
     */
    public FileFinding scan(String name, InputFile input) throws IOException {
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
                        || cause instanceof AccessDeniedException
                        || cause instanceof FileNotFoundException);
    }

    private FileFinding read(String name, InputFile input) throws IOException {
        try (TableReader reader = TableReader.open(input)) {
            MessageType schema = reader.schema();
            if (!expected.have(schema)) {
                return new Foreign(name, "its columns are not those of the sweep");
            }
            checkTexts(reader.texts());
            RowOrder order = expected.order();
            RowSums sums = new RowSums(schema);
            for (BlockMetaData group : reader.groups()) {
                checkPlaces(group, input.getLength());
            }
            for (BlockMetaData group : reader.groups()) {
                sums.add(reader.pages(group), order);
            }
            return new Sound(
                    name, order.rows(), order.covered(), sums.spikes(), sums.divergedRows(), sums.filledRows());
        }
    }

    /** Readers also take the columns from schemas of their own, which have no checksum. */
    private void checkTexts(Map<String, String> texts) throws IOException {
        String spark = texts.get(SparkColumns.KEY);
        if (spark != null && !expected.areThoseOfSpark(spark)) {
            throw new IOException("its schema for Spark is invalid");
        }
        String arrow = texts.get(ArrowColumns.KEY);
        if (arrow != null && !expected.areThoseOfArrow(arrow)) {
            throw new IOException("its schema for Arrow is invalid");
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
