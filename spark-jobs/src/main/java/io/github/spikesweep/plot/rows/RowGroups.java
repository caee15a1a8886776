package io.github.spikesweep.plot.rows;

import io.github.spikesweep.plot.chart.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows grouped by their values along some axes.
 *
 * @param groups in the order of the axes' values
 */
public record RowGroups(List<Group> groups) {
    /** Rows that agree along some axes. */
    public static final class Group {
        private final String label;
        private final int[] rows;

        /** Takes over the row numbers. */
        public Group(String label, int... rows) {
            this.label = label;
            this.rows = rows;
        }

        /** The rows' values along the axes; empty if all rows are one group. */
        public String label() {
            return label;
        }

        /** The row numbers; shared, must not be modified. */
        public int[] rows() {
            return rows;
        }
    }

    public RowGroups {
        groups = List.copyOf(groups);
    }

    /** All rows in one group. */
    public static RowGroups one(ResultColumns rows) {
        return new RowGroups(
                List.of(new Group("", IntStream.range(0, rows.rows()).toArray())));
    }

    /** A group for each combination of values that occurs. */
    public static RowGroups by(List<SweptAxis> axes, ResultColumns rows) {
        List<Integer> order = IntStream.range(0, rows.rows()).boxed().toList();
        if (axes.size() == 1 && axes.get(0).isNumeric()) {
            double[] values = rows.numbers(axes.get(0).column());
            order = order.stream()
                    .sorted((a, b) -> Double.compare(values[a], values[b]))
                    .toList();
        }
        Map<String, List<Integer>> members = order.stream()
                .collect(Collectors.groupingBy(row -> label(axes, rows, row), LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        members.forEach((label, list) ->
                groups.add(new Group(label, list.stream().mapToInt(i -> i).toArray())));
        return new RowGroups(groups);
    }

    /** A label with the values of a row along some axes. */
    public static String label(List<SweptAxis> axes, ResultColumns rows, int row) {
        return axes.stream()
                .map(axis ->
                        axis.isNumeric() ? Quantity.value(axis.column(), axis.shown(rows, row)) : axis.shown(rows, row))
                .collect(Collectors.joining(", "));
    }

    /** At most that many of them, evenly spaced, including the first and the last. */
    public RowGroups atMost(int most) {
        int count = groups.size();
        if (count <= most) {
            return this;
        }
        Set<Integer> chosen = IntStream.range(0, most)
                .map(i -> (int) Math.round((double) i * (count - 1) / Math.max(1, most - 1)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return new RowGroups(chosen.stream().map(groups::get).toList());
    }

    public int count() {
        return groups.size();
    }
}
