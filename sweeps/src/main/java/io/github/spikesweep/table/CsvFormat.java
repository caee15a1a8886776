package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.List;

/**
 * Comma-separated values in UTF-8: a line of column names, then a line for each row. Cells may be quoted and may have blanks
 * around them; blank lines are skipped. Numbers have a decimal point.
 */
public final class CsvFormat implements TableFormat {
    @Override
    public List<String> suffixes() {
        return List.of(".csv");
    }

    @Override
    public PointTable read(String source, byte[] content, TableRequest request) {
        try (CsvRows rows = new CsvRows(source, Utf8Text.reader(source, content))) {
            Header header = header(source, rows);
            int width = header.names().size();
            List<String> wanted = request.wanted(header);
            int[] cells = wanted.stream().mapToInt(header.names()::indexOf).toArray();
            TextPlaces places = TextPlaces.of(source, header, wanted);
            TableBuilder table = new TableBuilder(wanted, request.texts(), places);
            while (rows.next()) {
                checkSize(rows, width);
                places.startRow(rows.line(0));
                for (int column = 0; column < cells.length; column++) {
                    int cell = cells[column];
                    places.place(column, rows.line(cell), rows.character(cell));
                    add(table, column, rows.cell(cell));
                }
            }
            return table.build();
        }
    }

    private static Header header(String source, CsvRows rows) {
        if (!rows.next()) {
            throw new InputException(source + ": is empty; expected a line of column names, then rows");
        }
        if (rows.size() == 1 && (rows.cell(0).contains(";") || rows.cell(0).contains("\t"))) {
            throw new InputException(
                    rows.position(0),
                    "found one column, " + Shown.quoted(rows.cell(0)) + "; cells are separated by commas");
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
                            + rows.size());
        }
    }

    private static void add(TableBuilder table, int column, String cell) {
        if (table.holdsTexts(column)) {
            table.add(column, cell);
        } else if (cell.isEmpty()) {
            throw table.fault(column, "is empty; expected a number");
        } else {
            table.add(column, PlainNumber.read(cell, problem -> table.fault(column, problem)));
        }
    }
}
