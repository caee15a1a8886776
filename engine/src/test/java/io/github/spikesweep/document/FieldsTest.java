package io.github.spikesweep.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages about missing keys, unknown keys and values of the wrong kind. */
class FieldsTest {
    private static final String TEXT = "a: 1\nb: [2]\nc:\n  d: 3\ne:\n";

    @Test
    void givesValuesByKey() {
        Fields fields = fields(TEXT);
        assertEquals("1", fields.text("a").orElseThrow());
        assertEquals(List.of("d"), List.copyOf(fields.mapping("c").keySet()));
        assertEquals(0, fields.mapping("f").size());
        assertEquals("f.yaml:3:1", fields.positionOf("c").toString());
        assertEquals("f.yaml:1:1", fields.positionOf("f").toString());
    }

    @Test
    void refusesUnknownAndMissingKeys() {
        assertEquals(
                "f.yaml:2:1: unknown key 'g' of a file; did you mean 'a'? (a, b, c, e, f)",
                fault("a: 1\ng: 2\n", fields -> fields.require("a")));
        assertEquals("f.yaml:1:1: a file needs the key 'f'", fault(TEXT, fields -> fields.require("f")));
    }

    @Test
    void refusesOtherShapes() {
        assertEquals("f.yaml:2:4: 'b' must be a single value, found a list", fault(TEXT, fields -> fields.text("b")));
        assertEquals(
                "f.yaml:4:3: 'c' must be a single value, found a mapping", fault(TEXT, fields -> fields.scalar("c")));
        assertEquals("f.yaml:5:3: 'e' must be a single value, found nothing", fault(TEXT, fields -> fields.text("e")));
        assertEquals("f.yaml:1:4: 'a' must be a mapping, found '1'", fault(TEXT, fields -> fields.mapping("a")));
        assertEquals("f.yaml:2:4: 'b' must be a mapping, found a list", fault(TEXT, fields -> fields.section("b")));
        assertEquals(
                "f.yaml:1:4: 'a' must be a list, found '1'",
                fault(TEXT, fields -> Fields.listing(fields.require("a"), "'a'")));
    }

    private static Fields fields(String text) {
        return new Fields(DocumentReader.read("f.yaml", text), "a file", List.of("a", "b", "c", "e", "f"));
    }

    private static String fault(String text, Consumer<Fields> use) {
        return assertThrows(InputException.class, () -> use.accept(fields(text)))
                .getMessage();
    }
}
