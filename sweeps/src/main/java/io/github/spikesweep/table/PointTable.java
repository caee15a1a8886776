package io.github.spikesweep.table;

import io.github.spikesweep.document.Position;
import java.util.List;

/** A table of points from a file: columns of equal length with at least one row. Rows are numbered from 0. Immutable. */
public final class PointTable {
    private final List<String> names;
    private final List<Column> columns;
    private final Places places;

    PointTable(List<String> names, List<Column> columns, Places places) {
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.places = places;
    }

    /** How many rows it has, at least one. */
    public int rows() {
        return columns.get(0).rows();
    }

    /** The names of its columns, in the requested order. */
    public List<String> columns() {
        return names;
    }

    /** Whether a column has texts; otherwise it has numbers. */
    public boolean holdsTexts(String column) {
        return columns.get(index(column)) instanceof Column.Texts;
    }

    /** The finite numbers of a column, one element per row; NaN where a carried column has no cell. A copy. */
    public double[] numbers(String column) {
        if (columns.get(index(column)) instanceof Column.Numbers numbers) {
            return numbers.values();
        }
        throw new IllegalArgumentException("column '" + column + "' holds texts");
    }

    /** The texts of a column, one element per row, none of them blank, except empty ones where a carried column has no cell. */
    public List<String> texts(String column) {
        if (columns.get(index(column)) instanceof Column.Texts texts) {
            return texts.values();
        }
        throw new IllegalArgumentException("column '" + column + "' holds numbers");
    }

    /** The position of a value in the file. For a Parquet file, this is its row and the number of its column, both from 1. */
    public Position position(String column, int row) {
        if (row < 0 || row >= rows()) {
            throw new IndexOutOfBoundsException(row + " of " + rows() + " rows");
        }
        return places.value(index(column), row);
    }

    /** The position of a column's name in the file. */
    public Position header(String column) {
        return places.header(index(column));
    }

    private int index(String column) {
        int index = names.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column '" + column + "'");
        }
        return index;
    }
}
