package io.github.spikesweep.sweep.reading.given;

import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads {@code find}, writes it back, and refuses what is wrong with it. */
class FindReaderTest {
    /** Four lines, then that of {@code find}. */
    private static final String HEAD = "name: x\nmodel: HHArea\nduration: 10\nstep: 0.01\n";

    private static final String INPUT =
            "find: {input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-5}}\n";

    @Test
    void readsWhatIsFound() {
        SweepDefinition definition = read(HEAD + INPUT + "sweep: {gna: [100, 120]}\noutputs: [spike_count]\n");
        Find find = definition.find();
        assertEquals("input", find.name());
        assertEquals(0, find.low());
        assertEquals(0.2, find.high());
        assertEquals(1e-5, find.tolerance());
        // 0.2 / 2^15 is 6.1e-6.
        assertEquals(15, find.halvings());
        assertEquals(17, find.mostTrials());
        assertEquals(
                List.of("id", "gna", "input", "find_status", "spike_count", "diverged_at_ms", "status"),
                columns(definition));
        Column input = definition.columns().get(2);
        assertEquals(
                new Column(
                        "input",
                        Column.Type.DOUBLE,
                        Column.Role.FOUND,
                        "",
                        "µA/cm²",
                        "least injected current per area found at which spike_count >= 1"),
                input);
        assertTrue(input.nullable() && input.needsSimulation());
        assertEquals(
                "'found'; 'always' if it holds at 0 already, 'never' if it does not at 0.2",
                definition.columns().get(3).description());
        assertEquals(1, read(HEAD).find().mostTrials());
        assertFalse(read(HEAD).find().isPresent());
    }

    @Test
    void oneTrialMoreHalvesWhatIsLeft() {
        String find = "find: {input: {between: [-1, 1], where: spike_count >= 1, tolerance: %s}}\n";
        for (int halvings = 1; halvings < 40; halvings++) {
            double width = 2 / Math.pow(2, halvings);
            assertEquals(halvings, read(HEAD + find.formatted(width)).find().halvings());
            assertEquals(
                    halvings + 1,
                    read(HEAD + find.formatted(width * 0.999)).find().halvings());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INPUT,
                "find: {gna: {between: [1/3, 200], where: 'v_max > 0 and not (spike_count in [3, 5])', tolerance: 0.1, label: g_Na, unit: mS/cm², description: mine}}\n",
                "input: size * pulse(t, 1, 2)\nfind: {size: {between: [-1, 1], where: 'min(v_max, v_min) > where(spike_count > 1, level, 0)', tolerance: 1e-3, unit: µA/cm²}}\nconstants: {level: {value: -20, unit: mV}}\n",
                "find: {v: {between: [-80, -40], where: spike_count >= least, tolerance: 1e-3, label: 'a: label'}}\nsweep: {least: [1, 2]}\nwhere: least > 1\n",
                "parameters: {gna: 10 * k}\nfind: {k: {between: [1, 20], where: spike_count >= 1, tolerance: 1e-3}}\naudit: {fraction: 0.5}\n",
                "find: {gna: {between: [1, 200], where: input < least, tolerance: 0.1, find: {input: {between: [0, 1/3], where: spike_count >= 1 and gna > 3, tolerance: 1e-3, label: I}}}}\nsweep: {least: [1, 2]}\n",
                "parameters: {gna: 10 * k, gk: j}\nfind: {k: {between: [1, 20], where: j > 3, tolerance: 1, find: {j: {between: [1, 40], where: vl > -60, tolerance: 1, unit: mS/cm², find: {vl: {between: [-70, -40], where: spike_count >= 1, tolerance: 1}}}}}}\n"
            })
    void isWrittenBack(String text) {
        SweepDefinition definition = read(HEAD + text);
        assertEquals(definition, read(SweepText.of(definition)));
        assertEquals(CanonicalText.hash(definition), CanonicalText.hash(read(SweepText.of(definition))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input:|vl:",
                "[0, 0.2]|[0, 0.3]",
                "[0, 0.2]|[-0.1, 0.2]",
                "spike_count >= 1|spike_count >= 2",
                "spike_count >= 1|v_max >= 1",
                "1e-5|1e-6"
            })
    void theHashTellsDefinitionsApart(String part, String other) {
        SweepDefinition definition = read(HEAD + INPUT);
        SweepDefinition changed = read(HEAD + INPUT.replace(part, other));
        assertNotEquals(definition, changed);
        assertNotEquals(CanonicalText.hash(definition), CanonicalText.hash(changed));
        assertNotEquals(CanonicalText.hash(definition), CanonicalText.hash(read(HEAD)));
    }

    @Test
    void labelsDoNotChangeTheHash() {
        assertEquals(
                CanonicalText.hash(read(HEAD + INPUT)),
                CanonicalText.hash(
                        read(HEAD + INPUT.replace("1e-5}", "1e-5, label: I, unit: µA/cm², description: mine}"))));
    }

    @Test
    void overridesChangeIt() {
        assertEquals(
                1e-3, read(HEAD + INPUT, "find.input.tolerance=1e-3").find().tolerance());
        assertEquals(0.5, read(HEAD + INPUT, "find.input.between.1=0.5").find().high());
        assertEquals(
                "gk",
                read(HEAD, "find.gk={between: [1, 2], where: spike_count == 0, tolerance: 0.1}")
                        .find()
                        .name());
        assertFalse(read(HEAD + INPUT, "find=").find().isPresent());
        String pair = """
                name: x
                circuit:
                  cells: {a: HH, b: HH}
                  synapses: {gap: {type: Electrical, between: [a, b]}}
                duration: 10
                step: 0.01
                """;
        String gap = "find.gap.g={between: [0, 1], where: a_spike_count >= 1, tolerance: 0.1}";
        assertEquals("gap.g", read(pair, gap).find().name());
        assertEquals(0.01, read(pair, gap, "find.gap.g.tolerance=0.01").find().tolerance());
        assertTrue(columns(read(pair, gap)).contains("gap_g"));
        assertEquals(
                "a.input",
                read(pair, "find.a.input={between: [0, 1], where: a_b_locking > 0.5, tolerance: 0.1}")
                        .find()
                        .name());
        SweepDefinition definition = read(pair, gap);
        assertEquals(definition, read(SweepText.of(definition)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find:|x.yaml:5:6: 'find' must be a mapping such as 'input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-5}', found nothing",
                "find: {}|x.yaml:5:7: 'find' is empty; leave it out, or say what is to be found, as in 'input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-5}'",
                "find: {input: 3}|x.yaml:5:15: 'input' of 'find' must be a mapping such as 'input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-5}', found '3'",
                "find: {input: {between: [0, 1]}, gna: {between: [0, 1]}}|x.yaml:5:34: 'find' has 'input' and 'gna': the threshold of one depends on the value of the other; make one an axis, or give it a 'find' of its own, within which the other is found anew for each of its values",
                "find: {input: {beween: [0, 1]}}|x.yaml:5:16: unknown key 'beween' of 'input' of 'find'; did you mean 'between'? (between, where, tolerance, find, label, unit, description)",
                "find: {input: {where: spike_count >= 1, tolerance: 1}}|x.yaml:5:15: 'input' of 'find' needs the key 'between'",
                "find: {input: {between: [0, 1], tolerance: 1e-5}}|x.yaml:5:15: 'input' of 'find' needs the key 'where'",
                "find: {input: {between: [0, 1], where: spike_count >= 1}}|x.yaml:5:15: 'input' of 'find' needs the key 'tolerance'",
            })
    void refusesAnIncompleteOne(String find, String message) {
        assertEquals(message, fault(HEAD + find + "\n"));
    }

    private static final String NESTED =
            "find: {gna: {between: [1, 200], where: input < 3, tolerance: 1, find: {input: {between: [0, 8], where: spike_count >= 1, tolerance: 0.1}}}}\n";

    @Test
    void readsWhatIsFoundWithin() {
        SweepDefinition definition = read(HEAD + NESTED);
        Find find = definition.find();
        assertEquals("gna", find.name());
        assertEquals(List.of(), find.condition().figures());
        assertEquals(
                List.of("gna", "input"), find.all().stream().map(Find::name).toList());
        assertEquals((2 + 8) * (2 + 7), find.mostTrials());
        assertEquals(
                List.of("gna", "find_status", "input", "input_find_status"),
                definition.columns().stream()
                        .filter(column -> column.role() == Column.Role.FOUND)
                        .map(Column::name)
                        .toList());
        assertEquals(
                "gna between 1 and 200 where input < 3, to 1; for each of them input between 0 and 8 where spike_count >= 1, to 0.1",
                new SweepMethod(definition).find().orElseThrow());
        assertEquals(
                0.5,
                read(HEAD + NESTED, "find.gna.find.input.tolerance=0.5")
                        .find()
                        .inner()
                        .get(0)
                        .tolerance());
        assertEquals(
                List.of("gna", "gk"),
                read(
                                HEAD,
                                "find.gna={between: [1, 2], where: gk > 3, tolerance: 0.1, find: {gk: {between: [1, 2], where: spike_count > 1, tolerance: 0.1}}}")
                        .find()
                        .all()
                        .stream()
                        .map(Find::name)
                        .toList());
        assertEquals(
                List.of("gna", "input", "v"),
                read(
                                HEAD + NESTED,
                                "find.gna.find.input.find.v={between: [-80, -60], where: spike_count > 1, tolerance: 1}")
                        .find()
                        .all()
                        .stream()
                        .map(Find::name)
                        .toList());
        assertNotEquals(
                CanonicalText.hash(definition),
                CanonicalText.hash(read(HEAD + NESTED, "find.gna.find.input.tolerance=0.5")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find: {input: {between|find: {input: {betwen|x.yaml:5:80: unknown key 'betwen' of 'input' of 'find' of 'gna'; did you mean 'between'?",
                "find: {input: {between: [0, 8], where: spike_count >= 1, tolerance: 0.1}}|find: 3|x.yaml:5:71: 'find' of 'gna' must be a mapping such as ",
                "find: {input: {between: [0, 8], where: spike_count >= 1, tolerance: 0.1}}|find: {}|x.yaml:5:71: 'find' of 'gna' is empty; leave it out",
                "spike_count >= 1|gna > 3|x.yaml:5:104: 'where' of 'find' of 'gna' uses no feature, so no value changes whether it holds; found 'gna > 3'",
                "input < 3|gna < 3|x.yaml:5:40: 'where' of 'find' uses no feature, so no value changes whether it holds; found 'gna < 3'",
                "input < 3|inptu < 3|x.yaml:5:40: unknown name 'inptu'; did you mean 'input'?",
                "input: {|gna: {|x.yaml:5:72: what is found cannot be called 'gna', which is another column",
                "tolerance: 0.1}}|tolerance: 0.1}, gk: {between: [0, 8], where: spike_count >= 1, tolerance: 0.1}}|x.yaml:5:139: 'find' of 'gna' has 'input' and 'gk': the threshold of one depends on the value of the other; make one an axis, or give it a 'find' of its own",
                "tolerance: 0.1}}|tolerance: 1e-12, find: {gk: {between: [0, 8], where: spike_count >= 1, tolerance: 1e-12}}}}|x.yaml:5:8: a row would take up to 10 × 45 × 45 = 20,250 trials; at most 10,000 are accepted: choose larger tolerances, or narrower intervals",
            })
    void refusesWhatIsWrongWithin(String part, String other, String message) {
        String fault = fault(HEAD + NESTED.replace(part, other));
        assertTrue(fault.startsWith(message), fault);
    }

    @Test
    void whatIsFoundWithinHasToBeSomething() {
        String unused = fault(HEAD + NESTED.replace("input: {", "inpt: {").replace("input <", "inpt <"));
        assertTrue(
                unused.startsWith(
                        "x.yaml:5:71: 'inpt' is not a parameter or variable of HHArea and no expression uses it"),
                unused);
        assertEquals(
                "x.yaml:5:72: 'input' is to be found and is also set at x.yaml:6:1; keep one",
                fault(HEAD + NESTED + "input: 3\n"));
        assertEquals(
                "x.yaml:5:72: 'input' is to be found and is also an axis, at x.yaml:6:9; keep one",
                fault(HEAD + NESTED + "sweep: {input: [1, 2]}\n"));
        // What the inner condition asks for makes a difference to what is found.
        assertEquals(
                "least",
                read(HEAD + NESTED.replace("gna: {", "least: {").replace("spike_count >= 1", "spike_count >= least"))
                        .find()
                        .name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.2, 0]|x.yaml:5:25: 'between' must have its lower end first, found 0.2 and 0",
                "[1, 1]|x.yaml:5:25: the ends of 'between' must differ, found 1 and 1",
                "[0]|x.yaml:5:25: 'between' must be two numbers, [low, high], found a list of 1",
                "[0, 1, 2]|x.yaml:5:25: 'between' must be two numbers, [low, high], found a list of 3",
                "3|x.yaml:5:25: 'between' must be two numbers, [low, high], found '3'",
                "[0, .inf]|x.yaml:5:29: an end of 'between' must be finite, found '.inf'",
                "[0, 1e999]|x.yaml:5:29: the number 1e999 is too large; at most 1.8e308 is accepted",
                "[-1e308, 1e308]|x.yaml:5:25: the ends of 'between' are too far apart; at most 1.8E+308 is accepted, found -1E+308 and 1E+308",
                "[0, 2 µA]|x.yaml:5:29: an end of 'between' must be a number without a unit, found '2 µA'; write 2",
                "[0, k]|x.yaml:5:29: an end of 'between' must be a number, found 'k'",
            })
    void refusesWrongEnds(String ends, String message) {
        assertEquals(message, fault(HEAD + INPUT.replace("[0, 0.2]", ends)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|x.yaml:5:71: 'tolerance' must be positive, found 0",
                "-1e-5|x.yaml:5:71: 'tolerance' must be positive, found -0.00001",
                "0.2|x.yaml:5:71: 'tolerance' must be less than the width of 'between', 0.2, found 0.2",
                ".nan|x.yaml:5:71: 'tolerance' must be finite, found '.nan'",
                "1e-16|x.yaml:5:71: 'tolerance' is too small: numbers of precision double near 0.2 are 2.8E-17 apart, and it must be 4 times that or more, found 1E-16",
                "t|x.yaml:5:71: 'tolerance' cannot depend on the time t; only 'input' can",
            })
    void refusesWrongTolerances(String tolerance, String message) {
        assertEquals(message, fault(HEAD + INPUT.replace("1e-5", tolerance)));
    }

    @Test
    void toleratesWhatThePrecisionCanTellApart() {
        assertEquals(51, read(HEAD + INPUT.replace("1e-5", "1.2e-16")).find().halvings());
        String single = HEAD + "precision: float\n" + INPUT;
        assertEquals(
                "x.yaml:6:71: 'tolerance' is too small: numbers of precision float near 0.2 are 1.5E-8 apart, and it must be 4 times that or more, found 1E-8",
                fault(single.replace("1e-5", "1e-8")));
        assertEquals(22, read(single.replace("1e-5", "6e-8")).find().halvings());
        assertTrue(fault(single.replace("0.2]", "1e39]")).contains("near 1E+39 are infinitely far apart"));
        // With both precisions, the coarser one decides.
        assertTrue(fault(HEAD + "sweep: {precision: [double, float]}\n" + INPUT.replace("1e-5", "1e-8"))
                .contains("precision float near 0.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gna > 3|x.yaml:5:42: 'where' of 'find' uses no feature, so no value changes whether it holds; found 'gna > 3'; accepted: spike_count, frequency_hz, ",
                "1 > 0|x.yaml:5:42: 'where' of 'find' uses no feature, so no value changes whether it holds; found '1 > 0'; accepted: spike_count, frequency_hz, ",
                "spike_cout >= 1|x.yaml:5:42: unknown name 'spike_cout'; did you mean 'spike_count'?",
                "spike_times_ms > 1|x.yaml:5:42: 'where' of 'find': 'spike_times_ms' does not have one number per row",
                "trace_v > 1|x.yaml:5:42: 'where' of 'find': 'trace_v' does not have one number per row",
                "status == 1|x.yaml:5:42: unknown name 'status'",
                "spike_count >=|x.yaml:5:56: expected a number",
                "v_max > t|x.yaml:5:50: unknown name 't'",
                "first_spike_ms > delay|x.yaml:5:57: cannot compare ms with s",
            })
    void refusesWrongConditions(String condition, String message) {
        String text = HEAD + INPUT.replace("spike_count >= 1", condition)
                + "sweep: {gna: [1, 2]}\nconstants: {delay: {value: 1, unit: s}}\n";
        String fault = fault(text);
        assertTrue(fault.startsWith(message), fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gna|sweep: {gna: [1, 2]}|x.yaml:5:8: 'gna' is to be found and is also an axis, at x.yaml:6:9; keep one",
                "gna|parameters: {gna: 3}|x.yaml:5:8: 'gna' is to be found and is also set at x.yaml:6:14; keep one",
                "v|initial: {v: 3}|x.yaml:5:8: 'v' is to be found and is also set at x.yaml:6:11; keep one",
                "input|input: 3|x.yaml:5:8: 'input' is to be found and is also set at x.yaml:6:1; keep one",
                "k|constants: {k: 3}|x.yaml:5:8: 'k' is already a constant; choose another name, or leave that out",
                "gn|input: 3|x.yaml:5:8: 'gn' is not a parameter or variable of HHArea and no expression uses it; did you mean 'gna'?",
                "I|description: mine|x.yaml:5:8: 'I' is not a parameter or variable of HHArea and no expression uses it; did you mean 'input'?",
                "step|description: mine|x.yaml:5:8: 'step' cannot be found; 'input', parameters, initial values and names that expressions use can",
                "model|description: mine|x.yaml:5:8: 'model' cannot be found; ",
                "replicate|description: mine|x.yaml:5:8: 'replicate' cannot be found; ",
                "duration|description: mine|x.yaml:5:8: 'duration' cannot be found; ",
                "spike_count|description: mine|x.yaml:5:8: what is found cannot be called 'spike_count', which is another column",
                "find_status|input: find_status|x.yaml:5:8: what is found cannot be called 'find_status', which is another column",
                "a b|input: 3|x.yaml:5:8: 'a b' is not a name: ",
                "exp|input: 3|x.yaml:5:8: what is found cannot be called 'exp', which is a function",
            })
    void refusesWrongNames(String name, String line, String message) {
        String fault = fault(HEAD + INPUT.replace("input:", name + ":") + line + "\n");
        assertTrue(fault.startsWith(message), fault);
    }

    @Test
    void anAxisCannotBeCalledLikeTheColumnOfTheStatus() {
        assertTrue(fault(HEAD + INPUT + "sweep: {find_status: [1, 2]}\nparameters: {gna: find_status}\n")
                .contains("'find_status', which is another column"));
        read(HEAD + "sweep: {find_status: [1, 2]}\nparameters: {gna: find_status}\n");
    }

    @Test
    void refusesUnitsThatDoNotFit() {
        assertEquals(
                "x.yaml:5:83: 'input' sets the input of HHArea, which is in µA/cm², found 'mV'",
                fault(HEAD + INPUT.replace("1e-5}", "1e-5, unit: mV}")));
        assertEquals(
                "x.yaml:5:8: 'input' of HHArea must be in µA/cm², found mV",
                fault(HEAD + "input: size\n" + INPUT.replace("input:", "size:").replace("1e-5}", "1e-5, unit: mV}")));
        assertEquals(
                "x.yaml:6:71: 'tolerance' of HHArea must be in µA/cm², found mV",
                fault(HEAD + "constants: {small: {value: 0.01, unit: mV}}\n" + INPUT.replace("1e-5", "small")));
    }

    @Test
    void whatIsFoundIsNotKnownWhereRowsAreChosen() {
        assertEquals(
                "x.yaml:6:8: 'where' cannot use 'input', which is found by simulating the row",
                fault(HEAD + INPUT + "where: input > 0.1\nsweep: {gna: [1, 2]}\n"));
        assertEquals(
                "x.yaml:3:11: 'duration' is the same in every row and cannot use 'size', which is found by simulating the row",
                fault(HEAD.replace("duration: 10", "duration: size") + "input: size\n"
                        + INPUT.replace("input:", "size:")));
        byte[] text = (HEAD + INPUT + "sweep: {gna: [1, 2]}\n").getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("input", "find_status")) {
            assertEquals(
                    "--where:1:1: '" + name + "' is a result; the rows to simulate can only depend on id, gna",
                    Assertions.assertThrows(
                                    InputException.class,
                                    () -> SweepReader.readRows(
                                            "x.yaml", text, Sweeps.NO_FILES, List.of(), Optional.of(name + " > 1")))
                            .getMessage());
        }
    }

    @Test
    void outputsNeedNotNameIt() {
        assertEquals(
                "x.yaml:6:11: column 'input' is always there; 'outputs' chooses features",
                fault(HEAD + INPUT + "outputs: [input]\n"));
    }
}
