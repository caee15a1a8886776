package io.github.spikesweep.sweep.reading.axis;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import io.github.spikesweep.sweep.writing.SweepText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a table that go into the results and set nothing. */
class CarriedColumnsTest {
    private static final String CARRY = SHORT + "sweep:\n- table: {path: p.csv, columns: {gna: , x: {carry: true}}}\n";

    @Test
    void textsAndNumbersGoAlong() {
        String csv = "cell,gna,depth\nA 1,0.5,10\n,0.8,\n\"B, \"\"2\"\"\",1,-3.5\n";
        SweepDefinition definition = read(SHORT + """
                sweep:
                - table: {path: p.csv, columns: {gna: , cell: {carry: true}, depth: {carry: true, unit: mm, label: d}}}
                - grid: {gk: [0.2, 0.3]}
                """, csv);
        assertEquals(
                List.of("gna", "gk"),
                definition.space().axes().stream().map(axis -> axis.name()).toList());
        List<Column> columns = definition.columns().subList(0, 5);
        assertEquals(
                "id LONG, gna DOUBLE, gk DOUBLE, cell STRING, depth DOUBLE",
                columns.stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", ")));
        assertEquals(Column.Role.CARRIED, columns.get(3).role());
        assertTrue(columns.get(3).nullable() && !columns.get(3).needsSimulation());
        assertEquals("mm", columns.get(4).unit());
        assertEquals("d", columns.get(4).label());
        List<List<Object>> rows = new ArrayList<>();
        Rows.of(definition, RowSet.of(definition), List.of("id", "gna", "cell", "depth"))
                .forEach(row -> rows.add(new ArrayList<>(
                        java.util.Arrays.asList(row.get("id"), row.get("gna"), row.get("cell"), row.get("depth")))));
        assertEquals(
                "[[0, 0.5, A 1, 10.0], [1, 0.5, A 1, 10.0], [2, 0.8, null, null], [3, 0.8, null, null],"
                        + " [4, 1.0, B, \"2\", -3.5], [5, 1.0, B, \"2\", -3.5]]",
                rows.toString());
        assertWrittenBack(definition);
    }

    /** A column is of numbers only if nothing is lost by that. */
    @ParameterizedTest
    @ValueSource(strings = {"007", "1234567890123456", "+1", "A1", "inf", "1e999", "1,5", "#1"})
    void whatIsNoExactNumberIsAText(String cell) {
        SweepDefinition definition = read(CARRY, "gna,x\n1,\"" + cell + "\"\n2,3\n3,\n");
        assertEquals(Column.Type.STRING, type(definition));
        assertEquals(cell, cells(definition).get(0));
        assertEquals("3", cells(definition).get(1));
        assertEquals(null, cells(definition).get(2));
        assertWrittenBack(definition);
    }

    @Test
    void whatNumbersAre() {
        SweepDefinition definition = read(CARRY, "gna,x\n1,-0.5\n2,1e3\n3,NaN\n4,\n5,0\n");
        assertEquals(Column.Type.DOUBLE, type(definition));
        assertEquals("[-0.5, 1000.0, null, null, 0.0]", cells(definition).toString());
        assertWrittenBack(definition);
        SweepDefinition none = read(CARRY, "gna,x\n1,\n2,\n");
        assertEquals(Column.Type.DOUBLE, type(none));
        assertEquals("[null, null]", cells(none).toString());
        assertWrittenBack(none);
    }

    @Test
    void jsonSaysWhatItIs() {
        String sweep = CARRY.replace("p.csv", "p.jsonl");
        SweepDefinition texts = read(sweep, "{\"gna\": 1, \"x\": null}\n{\"gna\": 2, \"x\": \"7\"}\n");
        assertEquals(Column.Type.STRING, type(texts));
        assertEquals("[null, 7]", cells(texts).toString());
        assertWrittenBack(texts);
        SweepDefinition numbers = read(sweep, "{\"gna\": 1, \"x\": 7}\n{\"gna\": 2, \"x\": null}\n");
        assertEquals("[7.0, null]", cells(numbers).toString());
        assertEquals(
                "p.jsonl:2:17: 'x' must be a number, found the text 'A'",
                fault(sweep, "{\"gna\": 1, \"x\": 7}\n{\"gna\": 2, \"x\": \"A\"}\n"));
        assertEquals("p.jsonl:1:17: 'x' must be a number, found true", fault(sweep, "{\"gna\": 1, \"x\": true}\n"));
    }

    @Test
    void cellsBelongToTheDefinition() {
        String csv = "gna,x\n1,a\n2,b c\n";
        String hash = hash(read(CARRY, csv));
        assertEquals(hash, hash(read(CARRY, csv)));
        assertNotEquals(hash, hash(read(CARRY, "gna,x\n1,a b\n2,c\n")));
        assertNotEquals(hash, hash(read(CARRY, "gna,x\n1,a\n2,\n")));
        assertNotEquals(hash, hash(read(SHORT + "sweep:\n- table: {path: p.csv, columns: [gna]}\n", csv)));
    }

    @Test
    void expressionsDoNotSeeThem() {
        String reason = " cannot use 'x', which is only carried along; without 'carry' it is an axis";
        String csv = "gna,x\n1,2\n2,3\n";
        assertEquals("x.yaml:8:8: 'where'" + reason, fault(CARRY + "where: x > 2\n", csv));
        assertEquals(
                "x.yaml:8:18: 'gk'" + reason,
                fault(CARRY + "parameters: {gk: 2 * x}\n", csv).replace("parameter ", ""));
    }

    @Test
    void refusesWhatWouldMislead() {
        String start = "sweep:\n- table: {path: p.csv, columns: {gna: , ";
        String csv = "gna,gk,spike_count,model,a b,Gna\n1,2,3,HH,5,6\n";
        for (String name : List.of("gk", "v", "input", "step")) {
            assertTrue(
                    fault(SHORT + start + name + ": {carry: true}}}\n", csv.replace("gk", name))
                            .contains("'" + name + "' cannot be carried along: "),
                    name);
        }
        for (String name : List.of("spike_count", "Gna")) {
            assertTrue(
                    fault(SHORT + start + name + ": {carry: true}}}\n", csv).contains("a column cannot be called"),
                    name);
        }
        assertTrue(fault(SHORT + start + "\"a b\": {carry: true}}}\n", csv).contains("'a b' is not a name"));
        assertTrue(fault(SHORT + start + "model: {carry: true}}}\n", csv).contains("carry"));
        assertTrue(fault(SHORT + start + "x: {carry: 1}}}\n", csv).contains("'carry' is true or false, found '1'"));
        assertEquals(
                "x.yaml:7:10: every column is only carried along; at least one must be an axis",
                fault(SHORT + "sweep:\n- table: {path: p.csv, columns: {gna: {carry: true}}}\n", csv)
                        .replace("7:3", "7:10"));
        assertTrue(fault(SHORT + "sweep: {x: {values: [a], carry: true}}\n", csv)
                .contains("'x' can only be carried along with other axes, in a zip or a table"));
        assertTrue(fault(SHORT + "sweep:\n- zip: {gna: [1, 2], x: {values: [a], carry: true}}\n", csv)
                .contains("'gna' has 2, 'x' has 1"));
    }

    private static void assertWrittenBack(SweepDefinition definition) {
        SweepDefinition again = read(SweepText.of(definition), "");
        assertEquals(definition, again);
        assertEquals(hash(definition), hash(again));
    }

    private static Column.Type type(SweepDefinition definition) {
        return definition.columns().get(2).type();
    }

    private static List<Object> cells(SweepDefinition definition) {
        List<Object> cells = new ArrayList<>();
        Rows.of(definition, RowSet.of(definition), List.of("x")).forEach(row -> cells.add(row.get("x")));
        return cells;
    }

    private static SweepDefinition read(String sweep, String table) {
        byte[] text = sweep.getBytes(StandardCharsets.UTF_8);
        return SweepReader.read("x.yaml", text, path -> table.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private static String fault(String sweep, String table) {
        return assertThrows(InputException.class, () -> read(sweep, table)).getMessage();
    }
}
