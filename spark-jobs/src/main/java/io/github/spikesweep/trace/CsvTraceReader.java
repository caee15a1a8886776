package io.github.spikesweep.trace;

import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads traces from comma-separated values: a line of names, then one for each time. */
final class CsvTraceReader {
    /** No trace has longer lines: a bound on what is held in memory. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final String name;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private long line;

    private CsvTraceReader(Reader in, String name) {
        this.in = in;
        this.name = name;
    }

    static void read(String name, Path file, TraceSink sink) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            new CsvTraceReader(in, name).pass(sink);
        }
    }

    private void pass(TraceSink sink) throws IOException {
        StringBuilder text = new StringBuilder();
        String head = next(text) ? text.toString() : "";
        List<TraceColumn> columns = Stream.of(head.split(",", -1))
                .map(column -> new TraceColumn(column.strip(), Map.of()))
                .toList();
        TraceRows rows = new TraceRows(name, columns, sink);
        double[] row = new double[columns.size()];
        while (next(text)) {
            numbers(text.toString(), row);
            rows.add("line " + line, row);
        }
    }

    private void numbers(String text, double[] row) {
        List<String> fields = fields(text);
        if (fields.size() != row.length) {
            throw new InputException(
                    "%s:%d: found %d values instead of %d".formatted(name, line, fields.size(), row.length));
        }
        int column = 1;
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Double.parseDouble(fields.get(i));
            } catch (NumberFormatException e) {
                throw new InputException(
                        "%s:%d:%d: '%s' is not a number".formatted(name, line, column, abbreviated(fields.get(i))));
            }
            column += fields.get(i).length() + 1;
        }
    }

    private static String abbreviated(String text) {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            fields.add(text.substring(from, comma));
            from = comma + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    /** Reads the next line into {@code text}; false at the end of the file. */
    private boolean next(StringBuilder text) throws IOException {
        text.setLength(0);
        line++;
        while (true) {
            if (at == end) {
                at = 0;
                end = in.read(buffer);
                if (end < 0) {
                    end = 0;
                    return !text.isEmpty();
                }
            }
            char found = buffer[at++];
            if (found == '\n') {
                if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
                    text.setLength(text.length() - 1);
                }
                return true;
            }
            if (text.length() == LONGEST_LINE) {
                throw new InputException(
                        "%s:%d: the line has more than %d characters".formatted(name, line, LONGEST_LINE));
            }
            text.append(found);
        }
    }
}
