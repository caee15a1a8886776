package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Sweeps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typical slips, and what is said about them. */
class ClumsyFilesTest {
    private static final String FILE = "name: x\nneuron: HHDoubleRK4\nduration: 10\nstep: 0.01\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "initial: {v: −65} | 5:14: expected a number, a name or '(', found '−' (U+2212), a minus sign; type -",
                "sweep: {v: [−65]} | 5:13: expected a number, a name or '(', found '−' (U+2212), a minus sign; type -",
                "input: 2\u00a0* 3 | 5:9: expected an operator or the end of the expression,"
                        + " found the character U+00A0, a space that is not a plain one; type a blank",
                "input: 2×3 | 5:9: expected an operator or the end of the expression, found '×' (U+00D7), a multiplication sign;"
                        + " type *",
                "initial: {v: -65 mV} | 5:14: 'v' must be a number without a unit (it is in mV), found '-65 mV'; write -65",
                "transient: 2ms | 5:12: 'transient' must be a number without a unit (it is in ms), found '2ms'; write 2",
                "parameters: {gna: 1.2 mS/cm²} | 5:19: 'gna' must be a number without a unit (it is in mS),"
                        + " found '1.2 mS/cm²'",
                "sweep: {gna: [1 mS, 2 mS]} | 5:15: a value of axis 'gna' must be a number without a unit, found '1 mS'; write 1",
                "constants: {a: 3 cm} | 5:16: 'a' must be a number without a unit, found '3 cm'; write 3",
                "transient: 2 s | 5:12: 'transient' must be a number without a unit (it is in ms), found '2 s'",
                "sweep: {v: [-65 -60]} | 5:13: a value of axis 'v' may be two without a comma, found '-65 -60';"
                        + " put a comma between them, or a blank after the sign of a sum",
                "description: a: b | 5:15: not YAML: mapping values are not allowed here; put quotes around a text with ': ',"
                        + " and a mapping into { } or on lines of its own",
                "transient: null | 5:12: 'transient' needs a number or an expression, found 'null'",
                "input: | 5:7: 'input' needs a number or an expression, found nothing",
                "sweep: {duration: [10, 20]} | 5:9: 'duration' cannot be swept; of the keys only model, precision, integrator,"
                        + " step, tolerance, input can",
                "sweep: {g-Na: [1]} | 5:9: 'g-Na' is not a name: letters, digits and '_', not starting with a digit, at most 64;"
                        + " a name such as 'g_Na' is accepted",
                "sweep: {gna: {values: [1], description: maximum, per patch}} | 5:50: unknown key 'per patch' of axis 'gna';"
                        + " accepted: values, linspace, logspace, range, label, unit, description;"
                        + " if it belongs to what is before it: a list needs [ ], and a text with a comma quotes",
            })
    void isExplained(String line, String message) {
        assertEquals("x.yaml:" + message, fault(FILE + line + "\n"));
    }

    @Test
    void aModelIsNoNeuron() {
        assertEquals(
                "x.yaml:2:9: 'HH' is a model; write 'model: HH', or a neuron such as HHDoubleRK4",
                fault(FILE.replace("HHDoubleRK4", "HH")));
    }

    @Test
    void aModelFileIsNoNeuron() {
        assertEquals(
                "x.yaml:2:9: a neuron is one word, such as HHDoubleRK4, found 'my.yaml'; for a model file write"
                        + " 'model: my.yaml'",
                fault(FILE.replace("HHDoubleRK4", "my.yaml")));
    }

    @Test
    void aKeyWithinAnotherIsFound() {
        String axes = FILE + "sweep: {gk: [1]}\nparameters: {gna: 2}\n";
        assertEquals("--set gk=[3]:1:1: there is no key 'gk'; did you mean 'sweep.gk'?", fault(axes, "gk=[3]"));
        assertEquals("--set gna=3:1:1: there is no key 'gna'; did you mean 'parameters.gna'?", fault(axes, "gna=3"));
        assertEquals(
                "--set gk=3:1:1: there is no key 'gk'; did you mean 'sweep.1.grid.gk'?",
                fault(FILE + "sweep:\n- replicates: 2\n- grid: {gk: [1]}\n", "gk=3"));
    }

    @Test
    void aNameThatFollowsANumberIsNoUnit() {
        assertEquals(
                "x.yaml:5:10: expected an operator or the end of the expression, found 'm'",
                fault(FILE + "input: 2 m\nsweep: {m: [0.1]}\n"));
    }

    private static String fault(String text, String... overrides) {
        return assertThrows(
                        InputException.class,
                        () -> SweepReader.read(
                                "x.yaml", text.getBytes(StandardCharsets.UTF_8), Sweeps.NO_FILES, List.of(overrides)))
                .getMessage();
    }
}
