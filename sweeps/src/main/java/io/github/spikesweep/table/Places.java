package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;

/** The positions of a table's values in its file. Columns are the wanted ones; they and the rows are numbered from 0. */
public interface Places {
    /** The position of a column's name. */
    Position header(int column);

    /** The position of a value. */
    Position value(int column, int row);

    /** The exception for a value. */
    default InputException fault(int column, int row, String message) {
        return new InputException(value(column, row), message);
    }
}
