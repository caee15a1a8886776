package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        assertFalse(model.isMap());
        assertEquals(List.of(), model.reset());
        assertEquals(new SpikeCondition("x", 0, 0, 0, SpikeCondition.USUAL_ONSET_SLOPE), model.spike());
    }

    @Test
    void readsAMap() {
        Model model = read(DECAY.replace("equations:", "next:").replace("1/ms", "1"));
        assertTrue(model.isMap());
        assertEquals("iteration", model.time());
        assertEquals("I - loss", model.equations().get(0).text());
        assertEquals(
                "beat", read(DECAY.replace("equations:", "time: beat\nnext:")).time());
    }

    @Test
    void readsWhatCountsAsASpike() {
        String spike = "threshold: 2 * 3, rearm: -1, refractory: 0.5, onset_slope: 4";
        assertEquals(
                new SpikeCondition("x", 6, -1, 0.5, 4),
                read(DECAY.replace("threshold: 0", spike)).spike());
        assertEquals(
                new SpikeCondition("x", SpikeDirection.DOWN, 6, 7, 0, SpikeCondition.USUAL_ONSET_SLOPE),
                read(DECAY.replace("threshold: 0", "direction: down, threshold: 6, rearm: 7"))
                        .spike());
    }

    private static String resetting(String hold) {
        return DECAY.replace("spike:", "reset: {x: -1}\nhold: " + hold + "\nspike:");
    }

    /** A hold is a time over parameters, and over what depends on them alone. */
    @Test
    void readsForHowLongAResetHolds() {
        Model model = read(resetting("1/rate"));
        assertEquals("1/rate", model.hold().text());
        assertTrue(model.holds());
        assertTrue(read(resetting("2*3")).holds());
        assertFalse(read(resetting("0")).holds());
        assertEquals(Cell.NO_HOLD, read(DECAY).hold());
        String later =
                " changes while the model runs; 'hold' may use parameters, and what 'let' makes of them alone (rate)";
        assertEquals("m.yaml:12:7: 'loss'" + later, refused("loss + 1/rate"));
        assertEquals("m.yaml:12:7: 'x'" + later, refused("1/rate + x"));
        assertEquals("m.yaml:12:7: 't'" + later, refused("t"));
        assertTrue(refused("rat").contains("unknown name 'rat'"), refused("rat"));
        assertEquals(
                "m.yaml:12:7: 'hold' must be a time of 0 or more, found -0.5 with the parameters' defaults",
                refused("-1/rate"));
        assertEquals("m.yaml:12:7: 'hold' must be a time of 0 or more, found -1", refused("-1"));
        assertEquals("m.yaml:12:7: 'hold' must be a time of 0 or more, found NaN", refused("0/0"));
        assertEquals(
                "m.yaml:12:7: 'hold' must be a time of 0 or more, found Infinity with the parameters' defaults",
                refused("1/(rate - 2)"));
        assertEquals("m.yaml:12:7: 'hold' is in 1/ms, expected ms", refused("rate"));
        assertEquals(
                "m.yaml:11:1: 'hold' needs the key 'reset', which says where the spike variable is held after a spike",
                message(DECAY.replace("spike:", "hold: 1\nspike:")));
        assertEquals(
                "m.yaml:11:1: a map has no 'hold'; count its iterations in a variable of 'next'",
                message(DECAY.replace("equations:", "next:")
                        .replace("1/ms", "1")
                        .replace("spike:", "hold: 1\nspike:")));
    }

    private static String refused(String hold) {
        return message(resetting(hold));
    }

    private static String message(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    @Test
    void readsTheLongestStep() {
        assertEquals(1.0 / 8, read(DECAY + "longest_step: 1/8\n").longestStep());
        assertEquals(Double.POSITIVE_INFINITY, read(DECAY).longestStep());
        String map = DECAY.replace("equations:", "next:").replace("1/ms", "1") + "longest_step: 1\n";
        assertEquals(
                "m.yaml:12:1: a map has no 'longest_step'; all of its steps are 1",
                assertThrows(InputException.class, () -> read(map)).getMessage());
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

    @Test
    void aThresholdHasTheUnitOfItsVariable() {
        String other =
                DECAY.replace("{initial: 1}", "{initial: 1, unit: mV}").replace("threshold: 0", "threshold: rate");
        assertEquals(
                "m.yaml:11:33: 'threshold' is in 1/ms, expected mV",
                assertThrows(InputException.class, () -> read(other)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: I - loss | x: I - los | m.yaml:10:10: unknown name 'los'; did you mean 'loss'? (x, rate, I, t, loss)",
                "  x: I - loss | '  y: I - loss' | m.yaml:10:5: an equation for 'y', which is not a variable; did you mean 'x'? (x)",
                "input: I | inputs: I | m.yaml:6:1: unknown key 'inputs' of a model; did you mean 'input'? (name, title, source, time, variables, parameters, input, functions, let, equations, next, reset, hold, spike, longest_step)",
                "input: I | input: x | m.yaml:6:8: 'x' is already declared at m.yaml:3:3; choose another name",
                "initial: 1 | initial: 1/0 | m.yaml:3:16: '1/0' is not a finite number",
                "'variable: x,' | 'variable: y,' | m.yaml:11:19: unknown variable 'y' of Decay; did you mean 'x'? (x)",
                "equations: | 'next: {x: x}\\nequations:' | m.yaml:9:1: a model has either 'equations' (slopes) or 'next' (a map from step to step), not both",
                "equations: | let2: | m.yaml:9:1: unknown key 'let2' of a model; did you mean 'let'? (name, title, source, time, variables, parameters, input, functions, let, equations, next, reset, hold, spike, longest_step)",
                "equations:\\n  x: I - loss\\n | '' | m.yaml:1:1: a model needs the key 'equations' (slopes) or 'next' (a map from step to step)",
                "threshold: 0 | 'threshold: rat' | m.yaml:11:33: unknown name 'rat'; did you mean 'rate'? (rate)",
                "threshold: 0 | 'threshold: x' | m.yaml:11:33: unknown name 'x'; accepted: rate",
                "threshold: 0 | 'threshold: 1/(rate - rate)' | m.yaml:11:33: 'threshold' must be a finite number, found Infinity with the parameters' defaults",
                "threshold: 0 | 'threshold: -1*rate, rearm: 1' | m.yaml:11:49: 'rearm' must not be above the threshold of -2 of Decay, found 1",
                "threshold: 0 | 'threshold: 0, rearm: 1' | m.yaml:11:43: 'rearm' must not be above the threshold of 0 of Decay, found 1",
                "threshold: 0 | 'threshold: 0, direction: down, rearm: -1' | m.yaml:11:60: 'rearm' must not be below the threshold of 0 of Decay, found -1",
                "threshold: 0 | 'threshold: 0, direction: Down' | m.yaml:11:47: unknown direction 'Down'; did you mean 'down'? (up, down)",
                "threshold: 0 | 'threshold: 0, refractory: -1' | m.yaml:11:48: 'refractory' must not be negative, found -1",
                "threshold: 0 | 'threshold: 0, onset_slope: 0' | m.yaml:11:49: 'onset_slope' must be positive, found 0",
                "threshold: 0 | 'threshold: 0, hold: 0' | m.yaml:11:36: unknown key 'hold' of 'spike'; accepted: variable, direction, threshold, rearm, refractory, onset_slope",
                "input: I | 'input: I\\nlongest_step: 0' | m.yaml:7:15: 'longest_step' must be positive, found '0'",
                "input: I | 'input: I\\nlongest_step: h' | m.yaml:7:15: unknown name 'h'; only numbers are accepted here",
                "rate: { | exp: { | m.yaml:5:3: 'exp' is a function; choose another name",
                "name: Decay | name: 2 fast | m.yaml:1:7: '2 fast' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "'{initial: 1}' | '{initial: 1, range: [3, 2]}' | m.yaml:3:26: the low end of 'range' must be below the high end, found '3' and '2'",
            })
    void saysWhatIsWrong(String part, String replacement, String message) {
        String text = DECAY.replace(part.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
        assertEquals(
                message, assertThrows(InputException.class, () -> read(text)).getMessage());
    }
}
