package io.github.spikesweep.table;

import io.github.spikesweep.document.Position;
import java.util.Arrays;
import java.util.List;

/** Where the values of a table stand in a text: a line for each row, and four bytes for each value. */
final class TextPlaces implements Places {
    /** Of four bytes, those that tell the column; the rest tell how many lines below its row a value stands. */
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

    /** The places of the wanted columns' values, of which there are none yet. */
    static TextPlaces of(String source, Header header, List<String> wanted) {
        return new TextPlaces(source, wanted.stream().map(header::position).toList());
    }

    /** Starts the next row. Its values stand on this line or below. */
    void startRow(int line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
            for (int column = 0; column < offsets.length; column++) {
                offsets[column] = Arrays.copyOf(offsets[column], 2 * rows);
            }
        }
        lines[rows++] = line;
    }

    /** Tells where a value of the current row stands. What is too far off is told to stand where its row starts. */
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
