package io.github.spikesweep.table;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The rows of a CSV text, one at a time. Blank lines are skipped, and so are blanks around cells. */
final class CsvRows implements Closeable {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            // Distinguishes a blank line from a cell "".
            .enable(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TableBounds.LONGEST_CELL)
                    .build())
            .build();

    /** One more than a header may have, so that the header refuses it. */
    private static final int MOST_KEPT = TableBounds.MOST_COLUMNS + 1;

    private final String source;
    private final CsvParser parser;
    private final String[] cells = new String[MOST_KEPT];
    private final int[] lines = new int[MOST_KEPT];
    private final int[] characters = new int[MOST_KEPT];
    private int size;

    CsvRows(String source, Reader text) {
        this.source = source;
        try {
            this.parser = CSV.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the next row; false if there is none.
     *
     * @throws InputException if it is not CSV, or a cell is longer than accepted
     */
    boolean next() {
        try {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                if (readCells()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw ParserFault.of(position(), "CSV", e);
        }
    }

    /** How many cells the row has. Of those beyond what a header may have, only the first is kept. */
    int size() {
        return size;
    }

    /** A cell, without blanks around it. */
    String cell(int index) {
        return cells[index];
    }

    int line(int index) {
        return lines[index];
    }

    int character(int index) {
        return characters[index];
    }

    Position position(int index) {
        return new Position(source, lines[index], characters[index]);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the current cell starts. */
    private Position position() {
        return ParserFault.position(source, parser.currentTokenLocation());
    }

    /** Reads the cells of a row; false for a blank line. */
    private boolean readCells() throws IOException {
        size = 0;
        boolean blank = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (size < cells.length) {
                Position place = position();
                cells[size] =
                        token == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
                lines[size] = place.line();
                characters[size] = place.column();
            }
            blank = size == 0 && token == JsonToken.VALUE_NULL;
            size++;
        }
        return !blank;
    }
}
