package io.github.spikesweep.columnar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class RowVectorsTest {
    /** Of all types; some rows do not spike, some diverge, and the last byte of bits is not full. */
    private static final String SWEEP = """
        name: all-types
        neuron: HHDoubleRK4
        duration: 20
        step: 0.01
        input: drive
        noise: {kind: ornstein-uhlenbeck, sigma: 1e-9, tau: 2}
        sweep:
          - grid: {drive: [0, 0.1, 0.3, 1e300]}
          - replicates: 5
        outputs: [spike_count, first_spike_ms, isi_mean_ms, spike_times_ms, v_max, regime]
        """;

    @Test
    void vectorsHaveTheValuesOfTheirReaderAlsoWhenTheyAreUsedAgain() {
        SweepDefinition definition = SweepReader.read(
                "all-types.yaml", SWEEP.getBytes(StandardCharsets.UTF_8), path -> new byte[0], List.of());
        List<Column> columns = definition.columns();
        RowSet rows = RowSet.of(definition);
        RowReader reader = new RowReader(
                definition, rows, columns.stream().map(Column::name).toList());
        try (BufferAllocator allocator = new RootAllocator();
                RowVectors vectors = new RowVectors(columns, allocator)) {
            for (int from : new int[] {0, 9, 3}) { // more rows, fewer, more
                assertTrue(reader.read(IndexRanges.of(from, 20)));
                vectors.fill(reader);
                VectorRow row = new VectorRow(vectors.vectors(), vectors.rows());
                assertEquals(20 - from, vectors.rows());
                int nulls = 0;
                for (int i = 0; i < vectors.rows(); i++) {
                    for (int column = 0; column < columns.size(); column++) {
                        assertEquals(reader.isNull(column, i), row.at(i).isNull(column));
                        assertEquals(
                                reader.isNull(column, i),
                                vectors.vectors().get(column).isNull(i));
                        nulls += reader.isNull(column, i) ? 1 : 0;
                        if (!reader.isNull(column, i)) {
                            assertSame(columns.get(column).type(), reader, row, column, i);
                        }
                    }
                }
                assertTrue(nulls > 0);
            }
        }
    }

    private static void assertSame(Column.Type type, RowReader reader, VectorRow row, int column, int i) {
        switch (type) {
            case LONG -> assertEquals(reader.getLong(column, i), row.getLong(column));
            case INT -> assertEquals(reader.getInt(column, i), row.getInt(column));
            case DOUBLE -> assertEquals(reader.getDouble(column, i), row.getDouble(column), 0);
            case STRING ->
                assertEquals(reader.getString(column, i), new String(row.getText(column), StandardCharsets.UTF_8));
            case DOUBLE_ARRAY -> assertArrayEquals(reader.getDoubles(column, i), row.getDoubles(column));
        }
    }
}
