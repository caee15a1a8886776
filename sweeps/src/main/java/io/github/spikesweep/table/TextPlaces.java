package io.github.spikesweep.table;

import io.github.spikesweep.document.Position;
import java.util.Arrays;
import java.util.List;

/** The positions of a table's values in a text: a line number per row, and four bytes per value. */
final class TextPlaces implements Places {
    /** The bits of the column in the four bytes; the rest say how many lines below the start of its row a value is. */
    private static final int COLUMN_BITS = 20;

    private static final int MOST_COLUMNS = (1 << COLUMN_BITS) - 1;
    private static final int MOST_LINES = (1 << (31 - COLUMN_BITS)) - 1;

    private static final int FIRST_CAPACITY = 16;

    private final String source;
    private final List<Position> headers;
    private final int[][] offsets;
    private int[] lines = new int[FIRST_CAPACITY];
    private int rows;

    private TextPlaces(String source, List<Position> headers) {
        this.source = source;
        this.headers = headers;
        this.offsets = new int[headers.size()][FIRST_CAPACITY];
    }

    /** The positions of the wanted columns' values, empty at first. */
    static TextPlaces of(String source, Header header, List<String> wanted) {
        return new TextPlaces(source, wanted.stream().map(header::position).toList());
    }

    /** Starts the next row. Its values are on this line or below. */
    void startRow(int line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
            for (int column = 0; column < offsets.length; column++) {
                offsets[column] = Arrays.copyOf(offsets[column], 2 * rows);
            }
        }
        lines[rows++] = line;
    }

    /** Records the position of a value of the current row. A value that is too far away gets the position of its row. */
    void place(int column, int line, int character) {
        int below = line - lines[rows - 1];
        boolean fits = below >= 0 && below <= MOST_LINES && character <= MOST_COLUMNS;
        offsets[column][rows - 1] = fits ? (below << COLUMN_BITS) | character : 1;
    }

    @Override
    public Position header(int column) {
        return headers.get(column);
    }

    @Override
    public Position value(int column, int row) {
        int offset = offsets[column][row];
        return new Position(source, lines[row] + (offset >>> COLUMN_BITS), offset & MOST_COLUMNS);
    }
}
