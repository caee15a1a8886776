package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Collects the values of a table, row by row or column by column; each column gets its values from the first row on. Columns
 * are numbered from 0, in the order of the table.
 */
public final class TableBuilder {
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final List<String> names;
    private final Places places;
    private final int mostRows;
    private final List<CellKind> kinds;
    private final List<Column> columns = new ArrayList<>();
    /** One instance for all equal texts. */
    private final Map<String, String> different = new HashMap<>();

    /**
     * @param names the names of the columns
     * @param kind what a column contains
     * @param places the position of each value, set before the value is added
     */
    public TableBuilder(List<String> names, Function<String, CellKind> kind, Places places) {
        this.names = List.copyOf(names);
        this.places = places;
        this.mostRows = TableBounds.mostRows(names.size());
        this.kinds = names.stream().map(kind).toList();
        for (CellKind each : kinds) {
            columns.add(each.isText() ? new Column.Texts() : new Column.Numbers());
        }
    }

    public boolean holdsTexts(int column) {
        return kinds.get(column).isText();
    }

    /** Whether a column is only carried along, so that cells may be missing. */
    public boolean carries(int column) {
        return kinds.get(column).isCarried();
    }

    /**
     * Adds a missing cell to a column that is carried along.
     *
     * @throws InputException if it is one too many
     */
    public void addMissing(int column) {
        checkRoom(column);
        if (columns.get(column) instanceof Column.Numbers numbers) {
            numbers.add(Double.NaN);
        } else {
            ((Column.Texts) columns.get(column)).add("");
        }
    }

    /**
     * Adds a value to a column of numbers.
     *
     * @throws InputException if it is not finite, or one too many
     */
    public void add(int column, double number) {
        if (Double.isNaN(number) && carries(column)) {
            addMissing(column);
            return;
        }
        checkRoom(column);
        if (!Double.isFinite(number)) {
            throw fault(column, "must be finite, found " + number);
        }
        ((Column.Numbers) columns.get(column)).add(number);
    }

    /**
     * Adds a value to a column of texts.
     *
     * @throws InputException if it is blank in a column of names, or too long, or one too many
     */
    public void add(int column, String text) {
        if (text.isBlank() && carries(column)) {
            addMissing(column);
            return;
        }
        checkRoom(column);
        if (text.isBlank()) {
            throw fault(column, "is empty; expected a text");
        }
        if (text.length() > TableBounds.LONGEST_CELL) {
            throw fault(column, "has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        String first = different.putIfAbsent(text, text);
        int most = carries(column) ? TableBounds.MOST_CARRIED_TEXTS : TableBounds.MOST_TEXTS;
        if (different.size() > most) {
            throw fault(column, "makes more different texts than a table may have (" + most + ")");
        }
        if (carries(column) && LONE_SURROGATE.matcher(text).find()) {
            throw fault(column, "is not text in Unicode: half of a pair of characters is missing");
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
