package io.github.spikesweep.plot;

import io.github.spikesweep.sweep.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some columns of results in memory, in the order of ids. The arrays are shared and must not be written. */
final class ResultColumns {
    /**
     * A row as it was read.
     *
     * @param values of the wanted columns: {@code Double}, NaN for null; {@code String}, empty for null; {@code double[]}, empty for null
     */
    record Row(long id, List<Object> values) {}

    private final long[] ids;
    private final long allRows;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> texts = new HashMap<>();
    private final Map<String, double[][]> series = new HashMap<>();

    /**
     * Takes rows over.
     *
     * @param rows in the order of ids; their values in the order of {@code columns}
     * @param allRows how many rows the results have
     */
    ResultColumns(List<Column> columns, List<Row> rows, long allRows) {
        this.allRows = allRows;
        ids = rows.stream().mapToLong(Row::id).toArray();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            String name = columns.get(i).name();
            switch (columns.get(i).type()) {
                case LONG, INT, DOUBLE ->
                    numbers.put(
                            name,
                            rows.stream()
                                    .mapToDouble(row -> (Double) row.values().get(at))
                                    .toArray());
                case STRING ->
                    texts.put(
                            name,
                            rows.stream()
                                    .map(row -> (String) row.values().get(at))
                                    .toArray(String[]::new));
                case DOUBLE_ARRAY ->
                    series.put(
                            name,
                            rows.stream()
                                    .map(row -> (double[]) row.values().get(at))
                                    .toArray(double[][]::new));
            }
        }
    }

    /** How many rows are here. */
    int rows() {
        return ids.length;
    }

    /** How many there are in the results. */
    long allRows() {
        return allRows;
    }

    long id(int row) {
        return ids[row];
    }

    /** A value a row; NaN where there is none. */
    double[] numbers(Column column) {
        return numbers.get(column.name());
    }

    /** Whether two rows differ in it. */
    boolean vary(Column column) {
        return Arrays.stream(numbers(column))
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** A text a row; empty where there is none. */
    String[] texts(Column column) {
        return texts.get(column.name());
    }

    /** An array a row; empty where there is none. */
    double[][] series(Column column) {
        return series.get(column.name());
    }
}
