package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about missing, malformed or too many parts of a model file. */
class ModelFaultsTest {
    private static final String PAIR = """
            name: Pair
            variables:
              x: {initial: 1}
              y: {initial: 2}
            parameters:
              rate: {default: 2}
            input: I
            let:
              loss: rate * x
            equations: {x: I - loss, y: x}
            spike: {variable: x, threshold: 0}
            """;

    private static String fault(String text) {
        return assertThrows(
                        InputException.class, () -> ModelReader.read("m.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name: Pair\\n' | '' | m.yaml:1:1: a model needs the key 'name'",
                "name: Pair | name: [Pair] | m.yaml:1:7: 'name' must be a single value, found a list",
                "'input: I' | 'input: {unit: mV}' | m.yaml:7:8: 'input' needs the key 'name'",
                "'input: I' | 'input: [I]' | m.yaml:7:8: 'input' must be a mapping, found a list",
                "'input: I' | 'input: {name: I, size: 2}' | m.yaml:7:18: unknown key 'size' of 'input'; accepted: name, unit, description",
                "'spike: {variable: x, threshold: 0}' | '' | m.yaml:1:1: a model needs the key 'spike'",
                "'spike: {variable: x, threshold: 0}' | 'spike: x' | m.yaml:11:8: 'spike' must be a mapping, found 'x'",
                "'variable: x, ' | '' | m.yaml:11:8: 'spike' needs the key 'variable'",
                "', threshold: 0' | '' | m.yaml:11:8: 'spike' needs the key 'threshold'",
                "{initial: 2} | {} | m.yaml:4:6: variable 'y' needs the key 'initial'",
                "{initial: 2} | 2 | m.yaml:4:6: variable 'y' must be a mapping such as {initial: -65, unit: mV}, found '2'",
                "'name: Pair' | 'name: Pair\\nduration: 5' | m.yaml:2:1: this is a sweep file, not that of a model",
                "{initial: 2} | '{initial: 2, start: 1}' | m.yaml:4:19: unknown key 'start' of variable 'y'; accepted: initial, range, unit, description",
                "{initial: 2} | '{initial: [2]}' | m.yaml:4:16: a number must be a single value, found a list",
                "{initial: 2} | '{initial: two}' | m.yaml:4:16: unknown name 'two'; accepted: x, y, rate, loss",
                "{initial: 2} | '{initial: 2, range: 3}' | m.yaml:4:26: 'range' must be a list, found '3'",
                "{initial: 2} | '{initial: 2, range: [3]}' | m.yaml:4:26: 'range' must be [low, high], found a list of 1",
                "{initial: 2} | '{initial: 2, unit: [mV]}' | m.yaml:4:25: 'unit' must be a single value, found a list",
                "{default: 2} | {} | m.yaml:6:9: parameter 'rate' needs the key 'default'",
                "{default: 2} | 2 | m.yaml:6:9: parameter 'rate' must be a mapping such as {default: 20, unit: ms}, found '2'",
                "{default: 2} | '{default: 2, value: 1}' | m.yaml:6:22: unknown key 'value' of parameter 'rate'; accepted: default, unit, description, source",
                "'{x: I - loss, y: x}' | '{x: I - loss}' | m.yaml:10:12: no equation for variable 'y'; every variable needs one (x, y)",
                "'{x: I - loss, y: x}' | x | m.yaml:10:12: 'equations' must be a mapping, found 'x'",
                "'y: x}' | 'y: [x]}' | m.yaml:10:29: 'y' must be a single value, found a list",
                "'rate * x' | '{rate: x}' | m.yaml:9:9: 'loss' must be a single value, found a mapping",
                "'  loss: rate' | '  x: rate' | m.yaml:9:3: 'x' is already declared at m.yaml:3:3; choose another name",
                "'  loss: rate' | '  t: rate' | m.yaml:9:3: 't' is the time; choose another name",
                "'  rate:' | '  my-rate:' | m.yaml:6:3: 'my-rate' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "'name: Pair' | 'name: Pair\\nreset: x' | m.yaml:2:8: 'reset' must be a mapping, found 'x'",
            })
    void saysWhatIsWrong(String part, String replacement, String message) {
        String text = PAIR.replace(part.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
        assertEquals(message, fault(text));
    }

    @Test
    void needsVariables() {
        assertEquals(
                "m.yaml:2:12: 'variables' is empty; a model needs at least one variable",
                fault("name: M\nvariables: {}\n"));
        assertEquals("m.yaml:2:11: 'variables' must be a mapping, found nothing", fault("name: M\nvariables:\n"));
        assertEquals("m.yaml:1:1: a model needs the key 'variables'", fault("name: M\n"));
    }

    /** The position is that of the key, although its value starts on another line. */
    @Test
    void namesStandWhereTheirKeysDo() {
        assertEquals(
                "m.yaml:6:3: 'exp' is a function; choose another name",
                fault(PAIR.replace("  rate: {default: 2}", "  exp:\n    default: 2")));
    }

    @Test
    void boundsNames() {
        assertEquals(
                "m.yaml:1:7: '" + "M".repeat(60)
                        + "…' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                fault(PAIR.replace("Pair", "M".repeat(65))));
        String let =
                IntStream.range(0, 1_000).mapToObj(i -> "  a" + i + ": x\n").collect(Collectors.joining());
        assertEquals(
                "m.yaml:8:1: 'let' makes it 1004 names; a model has at most 1000",
                fault(PAIR.replace("let:\n", "let:\n" + let)));
    }

    /** Otherwise products of units could grow with every line, as large as the file. */
    @Test
    void boundsTheUnitsOfAProduct() {
        String parameters = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "  p" + i + ": {default: 1, unit: own" + i + "}\n")
                .collect(Collectors.joining());
        String product = IntStream.rangeClosed(1, 101).mapToObj(i -> "p" + i).collect(Collectors.joining("*"));
        assertEquals(
                "m.yaml:110:400: a product of 101 different units; at most 100 are accepted",
                fault(PAIR.replace("parameters:\n", "parameters:\n" + parameters)
                        .replace("rate * x", product)));
    }
}
