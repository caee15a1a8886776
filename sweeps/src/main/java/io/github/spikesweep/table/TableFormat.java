package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.List;

/**
 * A format of tables, known by how the names of its files end.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, so each has a public constructor without arguments. They
 * hold nothing of the files that they read.
 */
public interface TableFormat {
    /** How the names of such files end, in lower case: {@code .csv}. */
    List<String> suffixes();

    /**
     * Reads a table.
     *
     * @param source what the file is called in messages
     * @param content the whole file, which the caller bounds; it is neither kept nor changed
     * @param request which columns are wanted, and of which kind
     * @throws InputException if this is no such table, or it is larger than {@link TableBounds} allow
     */
    PointTable read(String source, byte[] content, TableRequest request);
}
