package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {
    private static String fault(String text) {
        return assertThrows(InputException.class, () -> DocumentReader.read("f.yaml", text))
                .getMessage();
    }

    @Test
    void keepsOrderTextAndPositions() {
        Entry.Section top = DocumentReader.read("f.yaml", "b: 1.50\na: [x, 'y']\n");
        assertEquals("[b, a]", top.entries().keySet().toString());
        Entry.Scalar b = (Entry.Scalar) top.entries().get("b");
        assertEquals("1.50", b.text());
        assertEquals("f.yaml:1:4", b.position().toString());
        Entry.Listing a = (Entry.Listing) top.entries().get("a");
        assertTrue(((Entry.Scalar) a.items().get(1)).quoted());
        assertEquals("f.yaml:2:8", a.items().get(1).position().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\\nb: 2\\na: 3' | f.yaml:3:1: duplicate key 'a', first given on line 1",
                "'a: &x 1\\nb: *x' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted, found '&x'",
                "'a: *x' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted, found '*x'",
                "'a: !date 1' | f.yaml:1:4: tags (!name) are not accepted, found '!date'",
                "'a: !!java.net.URL [x]' | f.yaml:1:4: tags (!name) are not accepted, found '!!java.net.URL'",
                "'a: 1\\n<<: {b: 2}' | f.yaml:2:1: merge keys are not accepted, found '<<'",
                "'a: 1\\n---\\nb: 2' | f.yaml:2:1: expected the end of the file, found another document",
                "'- 1' | 'f.yaml:1:1: expected a YAML mapping (key: value), found a list'",
                "'' | f.yaml:1:1: the file is empty; expected a YAML mapping (key: value)",
                "'# a: 1' | f.yaml:1:1: the file is empty; expected a YAML mapping (key: value)",
                "'---' | f.yaml:1:4: expected a YAML mapping (key: value), found nothing",
                "'a' | f.yaml:1:1: expected a YAML mapping (key: value), found 'a'",
                "'{a: 1}: 2' | f.yaml:1:1: a key must be a name, found a mapping",
                "'[a]: 2' | f.yaml:1:1: a key must be a name, found a list",
                "'a: &x [1]\\nb: [*x, *x]' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted, found '&x'",
                "'b: &x [*x]' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted, found '&x'",
                "'a: \"\\UFFFFFFFF\"' | f.yaml:1:7: not YAML: an escape sequence that is not a character",
                "'a: \"\\q\"' | f.yaml:1:6: not YAML: found unknown escape character q(113)",
                "'a: [1, 2' | 'f.yaml:1:9: not YAML: expected '','' or '']'', but got <stream end>'",
            })
    void refusesWhatIsNotPlainYaml(String text, String message) {
        assertEquals(message, fault(text.replace("\\n", "\n")));
    }

    @Test
    void whatIsNoStructureInQuotesIsText() {
        Entry.Section top = DocumentReader.read("f.yaml", "'<<': '*a'\nb: '!c'\nd: <<\n");
        assertEquals("[<<, b, d]", top.entries().keySet().toString());
        assertEquals("'*a'", top.entries().get("<<").shown());
        assertEquals("'<<'", top.entries().get("d").shown());
    }

    @Test
    void boundsSizeAndDepth() {
        assertEquals("f.yaml:1:23: nested deeper than accepted (20)", fault("a: " + "[".repeat(5000)));
        assertEquals("f.yaml:21:21: nested deeper than accepted (20)", fault(stairs(21)));
        assertEquals(1, DocumentReader.read("f.yaml", stairs(20)).entries().size());
        byte[] bytes = new byte[DocumentReader.LARGEST + 1];
        assertEquals(
                "f.yaml: has 1048577 bytes; at most 1048576 are accepted",
                assertThrows(InputException.class, () -> DocumentReader.read("f.yaml", bytes))
                        .getMessage());
        assertEquals(
                "f.yaml:524290:2: not YAML: The incoming YAML document exceeds the limit: 1048576 code points.",
                fault("#\n".repeat(DocumentReader.LARGEST / 2 + 1) + "a: 1"));
    }

    @Test
    void boundsKeysAndValues() {
        assertEquals(
                "f.yaml:10001:1: more keys than a file may have (10000)",
                fault(IntStream.rangeClosed(1, 10_001)
                        .mapToObj(i -> "k" + i + ": 1\n")
                        .collect(Collectors.joining())));
        assertEquals(
                "f.yaml:1:400003: more values than a file may have (200000)",
                fault("a: [" + "1,".repeat(300_000) + "]"));
        assertEquals(
                "f.yaml:1:3: a key of 201 characters is longer than accepted (200)",
                fault("? " + "k".repeat(201) + "\n"));
        assertEquals(
                "f.yaml:1:5: a value of 20001 characters is longer than accepted (20000)",
                fault("a: [" + "v".repeat(20_001) + "]"));
    }

    private static String stairs(int deep) {
        return IntStream.range(0, deep).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    }

    @Test
    void messagesShowTheStartOfWhatIsLong() {
        assertEquals(
                "f.yaml:1:4: tags (!name) are not accepted, found '!" + "t".repeat(59) + "…'",
                fault("a: !" + "t".repeat(100_000) + " 1"));
        assertEquals(
                "f.yaml:1:4: not YAML: found undefined tag handle !" + "t".repeat(172) + "…",
                fault("a: !" + "t".repeat(100_000) + "!x 1"));
    }
}
