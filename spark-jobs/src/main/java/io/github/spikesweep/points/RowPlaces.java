package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.Places;
import java.util.List;

/**
 * Where the values of a table stand in a file that has no lines: in its rows, counted from 1.
 *
 * @param headers where the names of the wanted columns stand
 */
record RowPlaces(List<Position> headers) implements Places {
    RowPlaces {
        headers = List.copyOf(headers);
    }

    @Override
    public Position header(int column) {
        return headers.get(column);
    }

    @Override
    public Position value(int column, int row) {
        Position header = headers.get(column);
        return new Position(header.source(), row + 1, header.column());
    }

    @Override
    public InputException fault(int column, int row, String message) {
        return new InputException(value(column, row), "row " + (row + 1) + ": " + message);
    }
}
