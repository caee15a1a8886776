package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
                "'a: &x 1\\nb: *x' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted",
                "'a: !date 1' | f.yaml:1:4: tags and merge keys are not accepted, found !date",
                "'- 1' | 'f.yaml:1:1: expected a YAML mapping (key: value), found a list'",
                "'' | f.yaml: is empty; expected a YAML mapping",
                "'{a: 1}: 2' | f.yaml:1:1: a key must be a name",
                "'a: &x [1]\\nb: [*x, *x]' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted",
                "'b: &x [*x]' | f.yaml:1:4: anchors and aliases (&name, *name) are not accepted",
                "'a: 1\\nb: \u0007' | f.yaml:2:4: not YAML: the character U+0007 is not accepted",
                "'a: [1, 2' | 'f.yaml:1:9: not YAML: expected '','' or '']'', but got <stream end>'",
            })
    void refusesWhatIsNotPlainYaml(String text, String message) {
        assertEquals(message, fault(text.replace("\\n", "\n")));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "name: µ".getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(InputException.class, () -> DocumentReader.read("f.yaml", latin1))
                .getMessage();
        assertEquals("f.yaml: is not text in UTF-8", message);
    }

    @Test
    void readsPastAByteOrderMark() {
        assertEquals(1, DocumentReader.read("f.yaml", "\uFEFFa: 1").entries().size());
    }

    @Test
    void boundsSizeAndDepth() {
        assertEquals("f.yaml:1:23: nested deeper than accepted (20)", fault("a: " + "[".repeat(5000)));
        assertThrows(InputException.class, () -> DocumentReader.read("f.yaml", new byte[DocumentReader.LARGEST + 1]));
    }
}
