package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Initial values as expressions. */
class InitialStateTest {
    private static final String TEXT = """
            name: Cell
            variables:
              u: {initial: b*v}
              v: {initial: -60, unit: mV}
              m: {initial: m_inf}
            parameters: {b: {default: 0.5, unit: 1/ms}, k: {default: 10, unit: mV}}
            input: I
            let: {m_inf: 1/(1 + exp(-v/k)), drive: I + m}
            equations: {u: 0*u/k, v: I*k, m: m_inf - m}
            spike: {variable: v, threshold: 0}
            """;

    private static Model read(String text) {
        return ModelReader.read("m.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theyFollowFromParametersVariablesAndAuxiliaryQuantities() {
        double m = 1 / (1 + StrictMath.exp(6));
        assertArrayEquals(
                new double[] {-30, -60, m}, InitialState.ofDefaults(read(TEXT)).values());
    }

    @Test
    void aValueThatIsGivenLeadsTheOthers() {
        InitialState state = new InitialState(read(TEXT), name -> name.equals("b") ? 2 : 20, Map.of("v", 40.0));
        assertArrayEquals(new double[] {80, 40, 1 / (1 + StrictMath.exp(-2))}, state.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b*v | u + 1 | m.yaml:3:16: the initial value of 'u' depends on itself",
                "b*v | b*m*v/m*u | m.yaml:3:16: the initial value of 'u' depends on itself",
                "-60 | u*k | m.yaml:3:16: the initial value of 'u' depends on itself, by 'v'",
                "m_inf} | drive} | m.yaml:5:16: the initial value of 'm' depends on the input 'I', which has no value before the first step",
                "b*v | 1/(b - 0.5) | m.yaml:3:16: the initial value of 'u' is Infinity with the default parameters",
                "b*v | c*v | m.yaml:3:16: unknown name 'c'",
                "b*v | t | m.yaml:3:16: unknown name 't'",
                "-60 | b | m.yaml:4:16: the initial value of 'v' is in 1/ms, expected mV",
            })
    void faultsSayWhere(String was, String is, String message) {
        String fault = assertThrows(InputException.class, () -> read(TEXT.replace(was, is)))
                .getMessage();
        assertEquals(message, fault.replaceAll("(; accepted.*|; did you.*|(?<=itself), by '[um]')", ""));
    }
}
