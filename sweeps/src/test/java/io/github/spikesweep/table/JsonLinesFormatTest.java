package io.github.spikesweep.table;

import static io.github.spikesweep.table.Tables.all;
import static io.github.spikesweep.table.Tables.wanted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesFormatTest {
    private static final String CHOOSE = "; to read only some columns, list them under 'columns'";

    @Test
    void readsNumbersAndTextsByKey() {
        PointTable table = read("""
                {"gna": 120, "model": "HH", "input": 0.1}

                {"input": -2E-3, "gna": 60, "model": "H\\u0052"}
                """);
        assertEquals(2, table.rows());
        assertEquals(List.of("gna", "model", "input"), table.columns());
        assertArrayEquals(new double[] {120, 60}, table.numbers("gna"));
        assertArrayEquals(new double[] {0.1, -2e-3}, table.numbers("input"));
        assertEquals(List.of("HH", "HR"), table.texts("model"));
        assertEquals("p.jsonl:1:14", table.header("model").toString());
        assertEquals("p.jsonl:1:23", table.position("model", 0).toString());
        assertEquals("p.jsonl:3:11", table.position("input", 1).toString());
    }

    @Test
    void readsWantedKeysAndNoOthers() {
        PointTable table = Tables.read(
                "p.jsonl",
                "{\"a\": 1, \"note\": {\"x\": [1, {\"x\": 2, \"x\": 3}]}, \"b\": 2}\n{\"b\": 4, \"a\": 3, \"c\": null}\n",
                wanted("b", "a"));
        assertEquals(List.of("b", "a"), table.columns());
        assertArrayEquals(new double[] {2, 4}, table.numbers("b"));
        assertArrayEquals(new double[] {1, 3}, table.numbers("a"));
    }

    @Test
    void tellsPlacesInObjectsOfSeveralLines() {
        PointTable table = read("\uFEFF{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n} {\"a\": 3,\n\"b\": 4}");
        assertArrayEquals(new double[] {2, 4}, table.numbers("b"));
        assertEquals("p.jsonl:3:3", table.header("b").toString());
        assertEquals("p.jsonl:3:8", table.position("b", 0).toString());
        assertEquals("p.jsonl:4:9", table.position("a", 1).toString());
        assertEquals("p.jsonl:5:6", table.position("b", 1).toString());
    }

    @Test
    void tellsTheRowWhereAPlaceIsTooFarOff() {
        PointTable table = read(
                "\n{\"a\": 1," + " ".repeat(1 << 20) + "\"b\": 2,\n" + "\n".repeat(2046) + "\"c\": 3,\n" + "\"d\": 4}");
        assertEquals("p.jsonl:2:7", table.position("a", 0).toString());
        assertEquals("p.jsonl:2:1", table.position("b", 0).toString());
        assertEquals("p.jsonl:2049:6", table.position("c", 0).toString());
        assertEquals("p.jsonl:2:1", table.position("d", 0).toString());
    }

    @Test
    void refusesWhatIsNoObject() {
        assertEquals("p.jsonl: is empty; expected one object per line, such as {\"gna\": 120}", fault(" \n\n"));
        assertEquals(
                "p.jsonl:1:1: expected one object per line, found an array; leave out its brackets and commas",
                fault("[{\"a\": 1},\n {\"a\": 2}]"));
        assertEquals("p.jsonl:2:1: expected one object per line, found the number 3", fault("{\"a\": 1}\n3\n"));
        assertEquals("p.jsonl:2:1: expected one object per line, found the text 'b'", fault("{\"a\": 1}\n\"b\"\n"));
        assertEquals("p.jsonl:1:1: expected one object per line, found null", fault("null"));
        assertEquals("p.jsonl:1:1: the object has no keys", fault("{}\n"));
    }

    @Test
    void refusesKeysThatDifferFromTheFirstObjects() {
        assertEquals(
                "p.jsonl:2:1: the object lacks 'b', which the first object has",
                fault("{\"a\":1,\"b\":2}\n{\"a\":3}\n"));
        assertEquals(
                "p.jsonl:2:8: unknown key 'gan', which the first object does not have; did you mean 'gna'? (a, gna)",
                fault("{\"a\":1,\"gna\":2}\n{\"a\":1,\"gan\":2}\n"));
        assertEquals(
                "p.jsonl:2:1: the object lacks 'a', which the first object has",
                Tables.fault("p.jsonl", bytes("{\"a\":1,\"b\":2}\n{\"b\":3}\n"), wanted("a")));
        assertEquals(
                "p.jsonl:1:1: unknown column 'c'; did you mean 'a'? (a, b)",
                Tables.fault("p.jsonl", bytes("{\"a\":1,\"b\":2}\n"), wanted("c")));
    }

    @Test
    void refusesKeysThatComeTwice() {
        assertEquals("p.jsonl:1:8: duplicate column 'a', which is already column 1", fault("{\"a\":1,\"a\":2}\n"));
        assertEquals("p.jsonl:2:8: duplicate key 'a'", fault("{\"a\":1}\n{\"a\":1,\"a\":2}\n"));
        assertEquals(
                "p.jsonl:2:14: duplicate key 'b'",
                Tables.fault("p.jsonl", bytes("{\"a\":1}\n{\"b\":1,\"a\":1,\"b\":2}\n"), wanted("a")));
    }

    @Test
    void refusesBadNames() {
        assertEquals(
                "p.jsonl:1:2: column 1 has no name, like the index that pandas writes without index=False" + CHOOSE,
                fault("{\"\": 1}"));
        assertEquals(
                "p.jsonl:1:2: the name of column 1 has a tab, line break or similar character",
                fault("{\"a\\nb\": 1}"));
    }

    @Test
    void refusesValuesOfAnotherKind() {
        assertEquals("p.jsonl:1:7: 'a' must be a number, found the text '1.5'" + CHOOSE, fault("{\"a\": \"1.5\"}"));
        assertEquals("p.jsonl:1:7: 'a' must be a number, found null", fault("{\"a\": null}"));
        assertEquals("p.jsonl:1:7: 'a' must be a number, found true", fault("{\"a\": true}"));
        assertEquals("p.jsonl:1:7: 'a' must be a number, found an array", fault("{\"a\": [1]}"));
        assertEquals("p.jsonl:1:7: 'a' must be a number, found an object", fault("{\"a\": {\"b\": 1}}"));
        assertEquals("p.jsonl:1:11: 'model' must be a text, found the number 3", fault("{\"model\": 3}"));
        assertEquals("p.jsonl:1:11: 'model' must be a text, found null", fault("{\"model\": null}"));
        assertEquals("p.jsonl:1:11: 'model' is empty; expected a text", fault("{\"model\": \"\"}"));
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertEquals("p.jsonl:1:7: 'a' must be finite, found 'NaN'", fault("{\"a\": NaN}"));
        assertEquals("p.jsonl:1:7: 'a' must be finite, found '-Infinity'", fault("{\"a\": -Infinity}"));
        assertEquals("p.jsonl:1:7: 'a' must be finite, found '-1e999', which is too large", fault("{\"a\": -1e999}"));
    }

    @Test
    void refusesBrokenJson() {
        assertEquals(
                "p.jsonl:2:8: not JSON: Unexpected character ('b' (code 98)): was expecting comma to separate"
                        + " Object entries",
                fault("{\"a\":1}\n{\"a\":1 b}\n"));
        assertEquals("p.jsonl:1:9: not JSON: Unexpected character (',' (code 44))", fault("{\"a\":1} , {\"a\":2}"));
        assertEquals("p.jsonl:1:6: not JSON: Unexpected character ('.' (code 46))", fault("{\"a\":.5}"));
        assertEquals(
                "p.jsonl:1:7: not JSON: Unexpected character ('+' (code 43)) in numeric value: JSON spec does not"
                        + " allow numbers to have plus signs",
                fault("{\"a\":+5}"));
        assertEquals("p.jsonl:1:6: not JSON: Unrecognized token 'abc'", fault("{\"a\":abc}"));
        assertEquals("p.jsonl:1:7: not JSON: Unexpected close marker ']': expected '}'", fault("{\"a\":1]"));
        assertEquals("p.jsonl:2:7: not JSON: the file ends too early", fault("{\"a\":1}\n{\"a\":1"));
        assertEquals(
                "p.jsonl:2:1: not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
                fault("{\"a\":1}\n// end\n"));
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin1 = "{\"µ\": 1}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "p.jsonl:1:3: not text in UTF-8: found the byte 0xB5; save it as UTF-8 (in Excel: CSV UTF-8)",
                Tables.fault("p.jsonl", latin1, all()));
    }

    private static PointTable read(String text) {
        return Tables.read("p.jsonl", text, all());
    }

    private static String fault(String text) {
        return Tables.fault("p.jsonl", text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
