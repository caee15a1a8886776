package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.List;

/**
 * A table format, recognised by the end of a file's name.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, so each has a public constructor without arguments. They
 * keep nothing of the files that they read.
 */
public interface TableFormat {
    /** The end of such files' names, in lower case: {@code .csv}. */
    List<String> suffixes();

    /**
     * Reads a table.
     *
     * @param source the file's name in messages
     * @param content the whole file, whose size the caller limits; it is neither kept nor changed
     * @param request which columns are wanted, and of which kind
     * @throws InputException if this is not such a table, or larger than {@link TableBounds} allow
     */
    PointTable read(String source, byte[] content, TableRequest request);
}
