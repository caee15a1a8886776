package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requested part of a table.
 *
 * @param columns the wanted columns, in this order, each once; if empty, all columns in the order of the file. Cells of other
 *     columns are not checked.
 * @param texts names of columns with texts; all others have finite numbers
 */
public record TableRequest(Optional<List<String>> columns, Set<String> texts) {
    public TableRequest {
        columns = columns.map(List::copyOf);
        texts = Set.copyOf(texts);
        columns.ifPresent(wanted -> {
            if (wanted.isEmpty() || new HashSet<>(wanted).size() < wanted.size()) {
                throw new IllegalArgumentException("one or more columns, each once: " + wanted);
            }
        });
    }

    /**
     * The wanted columns of a table.
     *
     * @throws InputException at the header's position if one does not exist
     */
    public List<String> wanted(Header header) {
        KnownNames known = new KnownNames(header.names());
        List<String> wanted = columns.orElse(header.names());
        for (String column : wanted) {
            if (!known.contains(column)) {
                throw new InputException(header.start(), "unknown column " + Shown.quoted(column) + known.hint(column));
            }
        }
        return wanted;
    }
}
