package io.github.spikesweep.plot.rows;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.output.RowStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some columns of results in memory, in the order of ids. The arrays are shared and must not be modified. */
public final class ResultColumns {
    /**
     * A row of results.
     *
     * @param values of the wanted columns: {@code Double}, NaN for null; {@code String}, empty for null; {@code double[]}, empty for null
     */
    public record Row(long id, List<Object> values) {}

    private final long[] ids;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> texts = new HashMap<>();
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, double[][]> series = new HashMap<>();

    /**
     * Takes over rows.
     *
     * @param rows in the order of ids; their values in the order of {@code columns}
     */
    public ResultColumns(List<Column> columns, List<Row> rows) {
        ids = rows.stream().mapToLong(Row::id).toArray();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            String name = columns.get(i).name();
            Stream<Object> values = rows.stream().map(row -> row.values().get(at));
            switch (columns.get(i).type()) {
                case LONG, INT, DOUBLE ->
                    numbers.put(name, values.mapToDouble(Double.class::cast).toArray());
                case STRING -> {
                    String[] found = values.toArray(String[]::new);
                    texts.put(name, found);
                    if (columns.get(i).role() == Column.Role.FEATURE) {
                        putClasses(name, found);
                    }
                }
                case DOUBLE_ARRAY -> series.put(name, values.toArray(double[][]::new));
            }
        }
    }

    private void putClasses(String name, String... found) {
        Set<String> different = new TreeSet<>(Arrays.asList(found));
        different.remove("");
        List<String> known =
                OutputCatalog.REGIMES.containsAll(different) ? OutputCatalog.REGIMES : List.copyOf(different);
        classes.put(name, known);
        numbers.put(
                name,
                Arrays.stream(found)
                        .mapToDouble(text -> text.isEmpty() ? Double.NaN : known.indexOf(text))
                        .toArray());
    }

    /** The classes of a feature that is a text, in an order of their own; none if it is a number. */
    public List<String> classes(Column column) {
        return classes.getOrDefault(column.name(), List.of());
    }

    /** How many rows are here. */
    public int rows() {
        return ids.length;
    }

    /** The id of a row. */
    public long id(int row) {
        return ids[row];
    }

    /** Whether a row was not simulated; only if the status was read. */
    public boolean isFilled(int row) {
        String[] status = texts.get(RowStatus.COLUMN);
        return status != null && status[row].equals(RowStatus.FILLED.label());
    }

    /** How many rows were not simulated; 0 unless the status was read. */
    int filled() {
        return (int) IntStream.range(0, rows()).filter(this::isFilled).count();
    }

    /** One value per row; NaN where there is none. Of a feature that is a text the position among its classes. */
    public double[] numbers(Column column) {
        return numbers.get(column.name());
    }

    /** The values of some rows. */
    public double[] numbers(Column column, int[] rows) {
        double[] all = numbers(column);
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }

    /** Of very many rows, evenly chosen ones. */
    public static int[] thinned(int[] rows, int most) {
        int every = Math.max(1, rows.length / most);
        return Arrays.stream(rows).filter(row -> row % every == 0).toArray();
    }

    /** Whether any two rows differ in a column. */
    public boolean vary(Column column) {
        return Arrays.stream(numbers(column))
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** Whether a row has a value in a column of numbers or arrays. */
    boolean has(Column column, int row) {
        return column.type() == Column.Type.DOUBLE_ARRAY
                ? series(column)[row].length > 0
                : !Double.isNaN(numbers(column)[row]);
    }

    /** One text per row; empty where there is none. */
    public String[] texts(Column column) {
        return texts.get(column.name());
    }

    /** One array per row; empty where there is none. */
    public double[][] series(Column column) {
        return series.get(column.name());
    }
}
