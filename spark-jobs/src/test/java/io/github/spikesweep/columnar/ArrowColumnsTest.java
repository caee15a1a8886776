package io.github.spikesweep.columnar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.output.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pyarrow finds: {@code pyarrow.parquet.read_schema("x.parquet").field("v_max").metadata}. */
class ArrowColumnsTest {
    private static final List<Column> TABLE = List.of(
            new Column("id", Column.Type.LONG, Column.Role.ID, "", "number"),
            new Column("gna", Column.Type.DOUBLE, Column.Role.AXIS, "g_Na", "mS/cm²", "conductance"),
            new Column("spike_count", Column.Type.INT, Column.Role.FEATURE, "", ""),
            new Column("v_max", Column.Type.DOUBLE, Column.Role.FEATURE, "mV", "largest potential"),
            new Column(
                    "v",
                    Column.Type.DOUBLE_ARRAY,
                    Column.Role.FEATURE,
                    "",
                    "mV",
                    "potential",
                    new Column.Sampling(100, 0.5, "ms")),
            new Column("status", Column.Type.STRING, Column.Role.STATUS, "", ""));

    @TempDir
    private Path folder;

    @Test
    void filesCarryTheFieldsOfArrow() throws IOException {
        Path file = folder.resolve("x.parquet");
        try (TableFile table = new TableFile(new LocalOutputFile(file), TABLE, "4.2.0")) {
            table.complete();
        }
        assertFields(file);
        Path merged = folder.resolve("merged.parquet");
        TableMerge.merge(
                List.of(new LocalInputFile(file), new LocalInputFile(file)), new LocalOutputFile(merged), () -> false);
        assertFields(merged);
    }

    private static void assertFields(Path file) throws IOException {
        Map<String, String> texts;
        try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
            texts = reader.texts();
        }
        Schema schema = read(texts.get("ARROW:schema"));
        assertEquals(
                List.of(
                        "id: Int(64, true) not null",
                        "gna: FloatingPoint(DOUBLE) not null",
                        "spike_count: Int(32, true)",
                        "v_max: FloatingPoint(DOUBLE)",
                        "v: List<element: FloatingPoint(DOUBLE) not null>",
                        "status: Utf8 not null"),
                schema.getFields().stream().map(ArrowColumnsTest::shown).toList());
        assertEquals(
                Map.of("label", "g_Na", "unit", "mS/cm²", "description", "conductance"),
                schema.findField("gna").getMetadata());
        assertEquals(
                Map.of("unit", "mV", "description", "potential", "start", "100", "every", "0.5", "time_unit", "ms"),
                schema.findField("v").getMetadata());
        assertEquals(Map.of(), schema.findField("status").getMetadata());
        // pyarrow shows what this text has, instead of the other texts.
        assertEquals(texts.get(SparkColumns.KEY), schema.getCustomMetadata().get(SparkColumns.KEY));
    }

    private static String shown(Field field) {
        String children = field.getChildren().isEmpty()
                ? ""
                : "<" + shown(field.getChildren().get(0)) + ">";
        return field.getName() + ": " + field.getType() + children + (field.isNullable() ? "" : " not null");
    }

    private static Schema read(String text) throws IOException {
        byte[] message = Base64.getDecoder().decode(text);
        try (ReadChannel in = new ReadChannel(Channels.newChannel(new ByteArrayInputStream(message)))) {
            return MessageSerializer.deserializeSchema(in);
        }
    }

    @Test
    void agreeOnNamesAndTypesAlone() {
        String text = ArrowColumns.of(TABLE, Map.of("a", "b"));
        assertTrue(ArrowColumns.agree(text, text));
        assertTrue(ArrowColumns.agree(text, ArrowColumns.of(with(1, "gna", Column.Type.DOUBLE), Map.of())));
        assertFalse(ArrowColumns.agree(text, ArrowColumns.of(with(1, "gk", Column.Type.DOUBLE), Map.of())));
        assertFalse(ArrowColumns.agree(text, ArrowColumns.of(with(1, "gna", Column.Type.INT), Map.of())));
        assertFalse(ArrowColumns.agree(text, ArrowColumns.of(with(3, "v_max", Column.Type.DOUBLE), Map.of())));
        assertFalse(ArrowColumns.agree(text, ArrowColumns.of(TABLE.subList(0, 5), Map.of())));
    }

    /** Like the table, but for one column, which is an axis. */
    private static List<Column> with(int at, String name, Column.Type type) {
        List<Column> columns = new ArrayList<>(TABLE);
        columns.set(at, new Column(name, type, Column.Role.AXIS, "other unit", ""));
        return columns;
    }

    /** Any changed byte is detected, or changes no name and no type. */
    @Test
    void damageIsNoAgreement() throws IOException {
        String text = ArrowColumns.of(TABLE, Map.of());
        byte[] message = Base64.getDecoder().decode(text);
        List<String> fields =
                read(text).getFields().stream().map(ArrowColumnsTest::shown).toList();
        int found = 0;
        for (int at = 0; at < message.length; at++) {
            for (int flip : new int[] {1, 4, 128, 255}) {
                byte[] damaged = message.clone();
                damaged[at] ^= (byte) flip;
                String other = Base64.getEncoder().encodeToString(damaged);
                if (ArrowColumns.agree(text, other)) {
                    assertEquals(
                            fields,
                            read(other).getFields().stream()
                                    .map(ArrowColumnsTest::shown)
                                    .toList());
                } else {
                    found++;
                }
            }
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(message, at));
            assertFalse(ArrowColumns.agree(text, cut), "cut at " + at);
        }
        assertTrue(found > message.length / 2, found + " of " + 4 * message.length);
        assertFalse(ArrowColumns.agree(text, "no Base64!"));
    }
}
