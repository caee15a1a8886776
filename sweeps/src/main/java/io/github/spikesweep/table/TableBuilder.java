package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the values of a table, row by row or column by column; each column gets its values from the first row on. Columns
 * are numbered from 0, in the order of the table.
 */
public final class TableBuilder {
    private final List<String> names;
    private final Places places;
    private final int mostRows;
    private final List<Column> columns = new ArrayList<>();
    /** One instance for all equal texts. */
    private final Map<String, String> different = new HashMap<>();

    /**
     * @param names the names of the columns
     * @param texts which of them contain texts; the others contain numbers
     * @param places the position of each value, set before the value is added
     */
    public TableBuilder(List<String> names, Set<String> texts, Places places) {
        this.names = List.copyOf(names);
        this.places = places;
        this.mostRows = TableBounds.mostRows(names.size());
        for (String name : names) {
            columns.add(texts.contains(name) ? new Column.Texts() : new Column.Numbers());
        }
    }

    public boolean holdsTexts(int column) {
        return columns.get(column) instanceof Column.Texts;
    }

    /**
     * Adds a value to a column of numbers.
     *
     * @throws InputException if it is not finite, or one too many
     */
    public void add(int column, double number) {
        checkRoom(column);
        if (!Double.isFinite(number)) {
            throw fault(column, "must be finite, found " + number);
        }
        ((Column.Numbers) columns.get(column)).add(number);
    }

    /**
     * Adds a value to a column of texts.
     *
     * @throws InputException if it is blank or too long, or one too many
     */
    public void add(int column, String text) {
        checkRoom(column);
        if (text.isBlank()) {
            throw fault(column, "is empty; expected a text");
        }
        if (text.length() > TableBounds.LONGEST_CELL) {
            throw fault(column, "has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        String first = different.putIfAbsent(text, text);
        if (different.size() > TableBounds.MOST_TEXTS) {
            throw fault(column, "makes more different texts than a table may have (" + TableBounds.MOST_TEXTS + ")");
        }
        ((Column.Texts) columns.get(column)).add(first == null ? text : first);
    }

    /**
     * The exception for the next value of a column; {@code problem} completes a sentence that starts with the column's name.
     */
    public InputException fault(int column, String problem) {
        return places.fault(column, columns.get(column).rows(), Shown.quoted(names.get(column)) + " " + problem);
    }

    /**
     * The table, once every column has all its values.
     *
     * @throws InputException if there are none
     */
    public PointTable build() {
        int rows = columns.get(0).rows();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalStateException("columns of " + rows + " and " + column.rows() + " values");
            }
            column.trim();
        }
        if (rows == 0) {
            throw new InputException(places.header(0), "the table has no rows");
        }
        return new PointTable(names, columns, places);
    }

    private void checkRoom(int column) {
        int rows = columns.get(column).rows();
        if (rows == mostRows) {
            TableBounds.checkRows(places.value(column, rows), rows + 1L, names.size());
        }
    }
}
