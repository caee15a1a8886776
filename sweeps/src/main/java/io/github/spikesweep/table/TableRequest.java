package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a table.
 *
 * @param columns the wanted columns, in the order wanted, each once; all of them, in the order of the file, if empty. Cells of
 *     other columns are not looked at.
 * @param texts names of columns that hold texts; all others hold finite numbers
 */
public record TableRequest(Optional<List<String>> columns, Set<String> texts) {
    public TableRequest {
        columns = columns.map(List::copyOf);
        texts = Set.copyOf(texts);
        columns.ifPresent(wanted -> {
            if (wanted.isEmpty() || new HashSet<>(wanted).size() < wanted.size()) {
                throw new IllegalArgumentException("wanted are one column or more, each once: " + wanted);
            }
        });
    }

    /**
     * The wanted columns of a table.
     *
     * @throws InputException at the header's place if one is not there
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
