package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Rows for comparison in tests: values by column, null where there is none. */
public final class Rows {
    private Rows() {}

    public static List<Map<String, Object>> of(SweepDefinition definition, RowSet slice, List<String> wanted) {
        RowReader reader = new RowReader(definition, slice, wanted);
        List<Map<String, Object>> rows = new ArrayList<>();
        while (reader.next()) {
            for (int row = 0; row < reader.rows(); row++) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int column = 0; column < wanted.size(); column++) {
                    String name = wanted.get(column);
                    Column.Type type = definition.columns().stream()
                            .filter(c -> c.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .type();
                    values.put(name, reader.isNull(column, row) ? null : value(reader, type, column, row));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** {@code rows} divided into contiguous parts. */
    public static List<RowSet> parts(RowSet rows, int count) {
        long size = rows.candidates().size();
        return LongStream.range(0, count)
                .mapToObj(i -> rows.slice(i * size / count, (i + 1) * size / count))
                .toList();
    }

    private static Object value(RowReader reader, Column.Type type, int column, int row) {
        return switch (type) {
            case LONG -> reader.getLong(column, row);
            case INT -> reader.getInt(column, row);
            case DOUBLE -> reader.getDouble(column, row);
            case STRING -> reader.getString(column, row);
            case DOUBLE_ARRAY ->
                Arrays.stream(reader.getDoubles(column, row)).boxed().toList();
        };
    }
}
