package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Comma-separated values in UTF-8: a line of column names, then a line for each row. Cells may be quoted and may have blanks
 * around them; blank lines are skipped. Numbers have a decimal point.
 */
public final class CsvFormat implements TableFormat {
    /** A line by which Excel tells itself what separates cells. */
    private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=.?");

    @Override
    public List<String> suffixes() {
        return List.of(".csv");
    }

    @Override
    public PointTable read(String source, byte[] content, TableRequest request) {
        try (CsvRows rows = new CsvRows(source, Utf8Text.reader(source, content))) {
            Header header = header(source, rows);
            List<String> wanted = request.wanted(header);
            int[] cells = wanted.stream().mapToInt(header::indexOf).toArray();
            TextPlaces places = TextPlaces.of(source, header, wanted);
            Set<String> texts = carriedTexts(source, content, header, request);
            TableBuilder table = new TableBuilder(wanted, name -> request.kind(name, texts::contains), places);
            while (rows.next()) {
                checkSize(rows, header.size());
                places.startRow(rows.line(0));
                for (int column = 0; column < cells.length; column++) {
                    int cell = cells[column];
                    places.place(column, rows.line(cell), rows.character(cell));
                    add(table, column, rows.cell(cell), request.hint());
                }
            }
            return table.build();
        }
    }

    /** The columns to carry along in which a cell is neither a number nor missing. */
    private static Set<String> carriedTexts(String source, byte[] content, Header header, TableRequest request) {
        Set<String> texts = new HashSet<>();
        if (request.carried().isEmpty()) {
            return texts;
        }
        try (CsvRows rows = new CsvRows(source, Utf8Text.reader(source, content))) {
            rows.next();
            while (rows.next()) {
                checkSize(rows, header.size());
                for (String name : request.carried()) {
                    String cell = rows.cell(header.indexOf(name));
                    if (!cell.isEmpty() && !PlainNumber.isNaN(cell) && !CarriedCell.isNumber(cell)) {
                        texts.add(name);
                    }
                }
            }
        }
        return texts;
    }

    private static Header header(String source, CsvRows rows) {
        if (!rows.next()) {
            throw new InputException(source + ": is empty; expected a line of column names, then rows");
        }
        if (SEPARATOR.matcher(rows.cell(0)).matches()) {
            throw new InputException(
                    rows.position(0),
                    "expected the names of the columns, found Excel's line " + Shown.quoted(rows.cell(0))
                            + "; delete it, and separate cells by commas");
        }
        if (rows.size() == 1 && (rows.cell(0).contains(";") || rows.cell(0).contains("\t"))) {
            String separator = rows.cell(0).contains("\t") ? "tabs" : "semicolons";
            throw new InputException(
                    rows.position(0),
                    "found one column, " + Shown.quoted(rows.cell(0)) + "; cells are separated by commas, not by "
                            + separator);
        }
        Header header = new Header(rows.position(0));
        for (int column = 0; column < rows.size(); column++) {
            header.add(rows.cell(column), rows.position(column));
        }
        return header;
    }

    private static void checkSize(CsvRows rows, int expected) {
        if (rows.size() != expected) {
            throw new InputException(
                    rows.position(0),
                    "expected " + expected + (expected == 1 ? " cell" : " cells") + " as in the header, found "
                            + rows.size() + (isComment(rows.cell(0)) ? "; " + Header.noComments() : ""));
        }
    }

    private static boolean isComment(String cell) {
        return cell.startsWith("#");
    }

    private static void add(TableBuilder table, int column, String cell, String hint) {
        if (table.carries(column) && (cell.isEmpty() || (!table.holdsTexts(column) && PlainNumber.isNaN(cell)))) {
            table.addMissing(column);
        } else if (table.holdsTexts(column)) {
            table.add(column, cell);
        } else if (cell.isEmpty()) {
            throw table.fault(column, "is empty; expected a number");
        } else {
            String added = isComment(cell) ? "; " + Header.noComments() : PlainNumber.isNumber(cell) ? "" : hint;
            table.add(column, PlainNumber.read(cell, problem -> table.fault(column, problem + added)));
        }
    }
}
