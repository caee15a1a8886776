package io.github.spikesweep.columnar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.output.Column;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowColumnTest {
    @ParameterizedTest
    @EnumSource(Column.Type.class)
    void fieldsCarryUnits(Column.Type type) {
        Column column = new Column("x", type, Column.Role.FEATURE, "x_1", "mV", "potential");
        assertEquals(Map.of("label", "x_1", "unit", "mV", "description", "potential"), metadata(column));
        assertEquals(Map.of(), metadata(new Column("x", type, Column.Role.FEATURE, "", "")));
        Column.Sampling sampling = new Column.Sampling(100, 0.5, "ms");
        assertEquals(
                Map.of("start", "100", "every", "0.5", "time_unit", "ms"),
                metadata(new Column("x", type, Column.Role.FEATURE, "", "", "", sampling)));
    }

    private static Map<String, String> metadata(Column column) {
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ArrowColumn.of(column, allocator).vector()) {
            Field field = vector.getField();
            assertEquals("x", field.getName());
            return field.getMetadata();
        }
    }
}
