package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of a table's columns, in the order of the file, and their positions. */
public final class Header {
    private final Position start;
    private final Map<String, Position> columns = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** @param start where the names start, or would start if there were any */
    public Header(Position start) {
        this.start = start;
    }

    /**
     * Adds the name of the next column.
     *
     * @throws InputException if it is not a name, exists already, or is one too many
     */
    public void add(String name, Position position) {
        if (names.size() == TableBounds.MOST_COLUMNS) {
            throw new InputException(position, "more columns than a table may have (" + TableBounds.MOST_COLUMNS + ")");
        }
        if (name.isBlank()) {
            throw new InputException(position, "column " + (names.size() + 1) + " has no name");
        }
        if (name.length() > TableBounds.LONGEST_CELL) {
            throw new InputException(
                    position,
                    "the name " + Shown.quoted(name) + " has more characters than accepted (" + TableBounds.LONGEST_CELL
                            + ")");
        }
        if (!Shown.isPrintable(name)) {
            throw new InputException(
                    position,
                    "the name of column " + (names.size() + 1) + " has a tab, line break or similar character");
        }
        if (columns.putIfAbsent(name, position) != null) {
            throw new InputException(
                    position,
                    "duplicate column " + Shown.quoted(name) + ", which is already column "
                            + (names.indexOf(name) + 1));
        }
        names.add(name);
    }

    /** Where the names start. */
    public Position start() {
        return start;
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    /** The position of a column's name. */
    public Position position(String name) {
        return columns.get(name);
    }
}
