package io.github.spikesweep.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requested part of a table.
 *
 * @param columns the wanted columns, in this order, each once; if empty, all columns in the order of the file. Cells of other
 *     columns are not checked.
 * @param texts names of columns with texts; all others have finite numbers
 * @param carried names of columns that are only carried along; these have numbers or texts, and cells may be missing
 */
public record TableRequest(Optional<List<String>> columns, Set<String> texts, Set<String> carried) {
    /** Without columns that are only carried along. */
    public TableRequest(Optional<List<String>> columns, Set<String> texts) {
        this(columns, texts, Set.of());
    }

    public TableRequest {
        carried = Set.copyOf(carried);
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
     * @throws io.github.spikesweep.document.InputException if one does not exist or occurs twice, or all are wanted and one has no name
     */
    public List<String> wanted(Header header) {
        if (columns.isEmpty()) {
            return header.all();
        }
        columns.get().forEach(header::check);
        return columns.get();
    }

    /**
     * The kind of a column.
     *
     * @param isText whether the cells of a column that is carried along are texts
     */
    public CellKind kind(String column, Predicate<String> isText) {
        if (carried.contains(column)) {
            return isText.test(column) ? CellKind.CARRIED_TEXT : CellKind.CARRIED_NUMBER;
        }
        return texts.contains(column) ? CellKind.NAME : CellKind.NUMBER;
    }

    /** What to add to a message about a column that has no numbers. */
    public String hint() {
        return columns.isEmpty() ? Header.CHOOSE : "";
    }
}
