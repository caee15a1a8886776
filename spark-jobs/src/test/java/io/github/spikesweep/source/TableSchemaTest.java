package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.columnar.SparkColumns;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Column.Sampling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
    /** Files of both engines have the same text: Spark writes the one, we the other. */
    @Test
    void ourTextIsThatOfSpark() {
        for (Column column : columns()) {
            List<Column> table = List.of(column);
            assertEquals(TableSchema.of(table).json(), SparkColumns.of(table), column.toString());
        }
    }

    /** Of every type, with all that may be told of them, and with less. */
    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Column.Type type : Column.Type.values()) {
            for (String label : List.of("", "g_Na")) {
                for (String unit : List.of("", "mS/cm²")) {
                    for (Sampling sampling :
                            List.of(Sampling.NONE, new Sampling(0, 0.1, ""), new Sampling(1e-9, 1e7, "ms"))) {
                        String text = "the \"maximal\" conductance";
                        columns.add(new Column("v", type, Column.Role.FEATURE, label, unit, text, sampling));
                    }
                    columns.add(new Column("v", type, Column.Role.AXIS, label, unit, ""));
                }
            }
        }
        return columns;
    }
}
