package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;

/** Where the values of a table stand in its file. Columns are those wanted, and they and the rows count from 0. */
public interface Places {
    /** Where the name of a column stands. */
    Position header(int column);

    /** Where a value stands. */
    Position value(int column, int row);

    /** The fault of a value. */
    default InputException fault(int column, int row, String message) {
        return new InputException(value(column, row), message);
    }
}
