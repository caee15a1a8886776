package io.github.spikesweep.command.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns. A column with nothing but a heading is left out. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int headingRows;

    /** @param heading the first row, underlined; no heading if empty */
    public TextTable(String... heading) {
        headingRows = heading.length > 0 ? 2 : 0;
        if (heading.length > 0) {
            row(heading);
            row(Arrays.stream(heading).map(title -> "-".repeat(width(title))).toArray(String[]::new));
        }
    }

    /** Adds a row. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Adds a row for each line of a text, the first with a name. */
    public TextTable rows(String name, List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            row(line == 0 ? name : "", lines.get(line));
        }
        return this;
    }

    /** The lines, each indented by {@code indent} and without trailing blanks. */
    public List<String> lines(String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        boolean[] filled = new boolean[columns];
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            for (int column = 0; column < row.size(); column++) {
                filled[column] |= i >= headingRows && !row.get(column).isEmpty();
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        for (int column = 0; column < columns; column++) {
            widths[column] = filled[column] ? widths[column] : 0;
        }
        return rows.stream().map(row -> line(indent, row, widths)).toList();
    }

    private static String line(String indent, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            if (widths[column] > 0) {
                line.append(cell)
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
