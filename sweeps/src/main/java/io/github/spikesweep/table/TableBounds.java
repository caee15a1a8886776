package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;

/** Limits of a table's size, since it is read into memory on one machine and may be untrusted. */
public final class TableBounds {
    public static final int MOST_ROWS = 1_000_000;
    public static final int MOST_COLUMNS = 1_000;
    /** Rows times wanted columns. */
    public static final int MOST_VALUES = 5_000_000;
    /** Characters of a cell, and of the name of a column. */
    public static final int LONGEST_CELL = 1_000;
    /** Distinct names, in all columns together. */
    public static final int MOST_TEXTS = 10_000;

    /** Distinct texts that are carried along, in all columns together. */
    public static final int MOST_CARRIED_TEXTS = 1_000_000;

    private TableBounds() {}

    /** How many rows a table may have if this many columns are wanted. */
    static int mostRows(int columns) {
        return Math.min(MOST_ROWS, MOST_VALUES / columns);
    }

    /**
     * Refuses a number of rows.
     *
     * @param columns how many columns are wanted
     * @throws InputException if there are too many rows or values
     */
    public static void checkRows(Position position, long rows, int columns) {
        if (rows > MOST_ROWS) {
            throw new InputException(position, "more rows than a table may have (" + MOST_ROWS + ")");
        }
        if (rows > mostRows(columns)) {
            throw new InputException(
                    position,
                    "more values than a table may have (" + MOST_VALUES + "): of " + columns + " columns, at most "
                            + mostRows(columns) + " rows");
        }
    }
}
