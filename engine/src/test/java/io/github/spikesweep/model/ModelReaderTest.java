package io.github.spikesweep.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {
    private static final String DECAY = """
            name: Decay
            variables:
              x: {initial: 1}
            parameters:
              rate: {default: 2, unit: 1/ms}
            input: I
            let:
              loss: rate * x
            equations:
              x: I - loss
            spike: {variable: x, threshold: 0}
            """;

    private static Model read(String text) {
        return ModelReader.read("m.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAModel() {
        Model model = read(DECAY);
        assertEquals("Decay", model.name());
        assertEquals("ms", model.time());
        assertEquals(2, model.parameter("rate").orElseThrow().defaultValue());
        assertEquals("I - loss", model.equations().get(0).text());
    }

    @Test
    void hodgkinHuxleyHasItsPublishedDefaults() {
        Model model = ModelCatalog.find("HH").orElseThrow();
        assertEquals("[v, m, h, n]", model.variableNames().toString());
        assertEquals(120 * 7.854e-3, model.parameter("gna").orElseThrow().defaultValue());
        assertEquals(-54.387, model.parameter("vl").orElseThrow().defaultValue());
        assertEquals("mS", model.parameter("gk").orElseThrow().unit());
    }

    @Test
    void hindmarshRoseHasItsDefaults() {
        Model model = ModelCatalog.find("HR").orElseThrow();
        assertEquals("[x, y, z]", model.variableNames().toString());
        assertEquals(0.0021, model.parameter("mu").orElseThrow().defaultValue());
        assertEquals("x", model.spike().variable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: I - loss | x: I - los | m.yaml:10:10: unknown name 'los'; did you mean 'loss'? (x, rate, I, t, loss)",
                "  x: I - loss | '  y: I - loss' | m.yaml:10:5: an equation for 'y', which is no variable; did you mean 'x'? (x)",
                "input: I | inputs: I | m.yaml:6:1: unknown key 'inputs' of a model; did you mean 'input'? (name, title, source, time, variables, parameters, input, let, equations, spike)",
                "input: I | input: x | m.yaml:6:8: 'x' is declared already (or is the time t)",
                "initial: 1 | initial: 1/0 | m.yaml:3:16: '1/0' is not a finite number",
                "'variable: x,' | 'variable: y,' | m.yaml:11:19: unknown variable 'y'; did you mean 'x'? (x)",
                "rate: { | exp: { | m.yaml:5:8: 'exp' is a function and cannot be declared",
                "name: Decay | name: 2 fast | m.yaml:1:7: '2 fast' is not a name: letters, digits and '_', not starting with a digit",
                "'{initial: 1}' | '{initial: 1, range: [3, 2]}' | m.yaml:3:26: the low end of 'range' must be below the high end",
            })
    void saysWhatIsWrong(String part, String replacement, String message) {
        String text = DECAY.replace(part, replacement);
        assertEquals(
                message, assertThrows(InputException.class, () -> read(text)).getMessage());
    }
}
