package io.github.spikesweep.table;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables for tests. The column {@code model} contains texts. */
final class Tables {
    private Tables() {}

    static TableRequest all() {
        return new TableRequest(Optional.empty(), Set.of("model"));
    }

    static TableRequest wanted(String... columns) {
        return new TableRequest(Optional.of(List.of(columns)), Set.of("model"));
    }

    static PointTable read(String source, String text, TableRequest request) {
        return read(source, text.getBytes(StandardCharsets.UTF_8), request);
    }

    static PointTable read(String source, byte[] content, TableRequest request) {
        return TableFormats.find(source).orElseThrow().read(source, content, request);
    }

    /** The message about a bad file. */
    static String fault(String source, byte[] content, TableRequest request) {
        return assertThrows(InputException.class, () -> read(source, content, request))
                .getMessage();
    }

    /** The message about a bad file if all columns are wanted. */
    static String fault(String source, String text) {
        return fault(source, text.getBytes(StandardCharsets.UTF_8), all());
    }

    /** Reads any bytes and checks that they are a table within limits or refused with a message of one line. */
    static void readOrRefuse(String source, byte[] content, TableRequest request) {
        try {
            PointTable table = read(source, content, request);
            for (String column : table.columns()) {
                int rows = column.equals("model") ? table.texts(column).size() : table.numbers(column).length;
                assertTrue(rows == table.rows()
                        && rows > 0
                        && rows <= TableBounds.mostRows(table.columns().size()));
                assertTrue(table.position(column, rows - 1).line()
                        >= table.header(column).line());
            }
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith(source + ":"), e.getMessage());
            assertTrue(e.getMessage().lines().count() == 1 && Shown.isPrintable(e.getMessage()), e.getMessage());
        }
    }
}
