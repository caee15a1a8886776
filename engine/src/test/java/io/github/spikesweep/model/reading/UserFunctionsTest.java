package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that a model file defines. */
class UserFunctionsTest {
    private static final String HEAD = """
            name: Cell
            variables:
              v: {initial: -65, unit: mV}
              m: {initial: "m_inf"}
            parameters: {half: {default: 40, unit: mV}, k: {default: 5, unit: mV}}
            input: I
            """;
    private static final String TAIL = """
            equations: {v: (I - v)/10, m: (m_inf - m)/2}
            spike: {variable: v, threshold: 0}
            """;

    private static Model read(String middle) {
        return ModelReader.read("m.yaml", (HEAD + middle + TAIL).getBytes(StandardCharsets.UTF_8));
    }

    private static String fault(String functions) {
        String text = "functions:\n  " + functions + "\nlet: {m_inf: 1}\n";
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    @Test
    void aCallIsItsLongForm() {
        Model called = read("""
                functions:
                  half_way(x): x / 2
                  sigmoid(v, half, width): 1/(1 + exp(-(v + half)/width)) + 0*half_way(v/width)
                let: {m_inf: "sigmoid(v, half, k)"}
                """);
        Model written = read("let: {m_inf: 1/(1 + exp(-(v + half)/k)) + 0*(v/k / 2)}\n");
        assertEquals(written.let().get(0).expression(), called.let().get(0).expression());
        assertEquals("sigmoid(v, half, k)", called.let().get(0).text());
    }

    @Test
    void anArgumentHidesAVariable() {
        Model model = read("functions: {twice(v): 2*v}\nlet: {m_inf: twice(k)}\n");
        assertEquals(
                "2 * k",
                io.github.spikesweep.equation.FormulaText.of(model.let().get(0).expression()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'f: 1' | m.yaml:8:3: 'f' is not a function with its arguments, such as 'sigmoid(v, half)'",
                "'f(): 1' | m.yaml:8:3: '' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "'exp(x): 1' | m.yaml:8:3: there is a function 'exp' already; choose another name",
                "'f(x, x): x' | m.yaml:8:3: 'f' has two arguments of one name",
                "'f(min): 1' | m.yaml:8:3: 'min' is a function; choose another name",
                "'f(x): x + y' | m.yaml:8:13: unknown name 'y'",
                "'f(x): f(x)' | m.yaml:8:9: unknown function 'f'",
                "'f(x): x\n  f(y): y' | m.yaml:9:3: there is a function 'f' already; choose another name",
                "'f(x): x\n  g(y): f(y, y)' | m.yaml:9:9: f takes 1 argument, found 2",
                "'f(x): x\n  g(y): f + y' | m.yaml:9:9: unknown name 'f'; a function is called with '('",
            })
    void faultsSayWhere(String functions, String message) {
        assertEquals(message, fault(functions.replace("\\n", "\n")).replaceAll("; (accepted|did you).*", ""));
    }

    /** Each doubles the one before: written out, the last has 2^60 operations. */
    @Test
    void swollenFunctionsAreRefused() {
        StringBuilder functions = new StringBuilder("f0(x): x + x\n");
        for (int k = 1; k < 60; k++) {
            functions.append("  f%d(x): f%d(x) + f%d(x)\n".formatted(k, k - 1, k - 1));
        }
        String message = fault(functions.toString());
        assertEquals(
                "written out, there are more operations than accepted (100000)", message.replaceAll(".*', |.*' ", ""));
    }

    @Test
    void deepFunctionsAreRefused() {
        StringBuilder functions = new StringBuilder("f0(x): -(x)\n");
        for (int k = 1; k < 30; k++) {
            functions.append("  f%d(x): %sf%d(x)%s\n".formatted(k, "-(".repeat(40), k - 1, ")".repeat(40)));
        }
        String message = fault(functions.toString());
        assertEquals(
                "written out, there are expressions nested deeper than accepted (1000)",
                message.replaceAll(".*' ", ""));
    }
}
