package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about circuits that are wrong, and where. */
class CircuitFaultsTest {
    private static final String MODEL = """
            name: NAME
            time: ms
            variables: {v: {initial: 0}}
            MORE
            equations: {v: -v}
            spike: {variable: v, threshold: 1}
            """;

    private static Model model(String name, String more) {
        return TestCircuits.model(MODEL.replace("NAME", name).replace("MORE", more));
    }

    private static final List<Model> MODELS = List.of(
            model("Deaf", ""),
            model("Syn", "parameters: {syn: {default: 1}}"),
            model("Input", "input: I\nparameters: {input: {default: 1}}"),
            model("Let", "input: I\nlet: {input: 2*v}"));

    private static final List<Synapse> SYNAPSES =
            List.of(TestCircuits.synapse("""
                    kind: synapse
                    name: MilliSiemens
                    parameters: {g: {default: 1, unit: mS/cm²}}
                    current: g*(v_post - v_pre)
                    """), TestCircuits.synapse("""
                    kind: synapse
                    name: Timed
                    time: ms
                    variables: {s: {initial: 0}}
                    equations: {s: -s}
                    current: s
                    """), TestCircuits.synapse("""
                    kind: synapse
                    name: Mapped
                    variables: {s: {initial: 0}}
                    next: {s: s/2 + v_pre}
                    current: s
                    """));

    static String fault(String text) {
        return assertThrows(
                        InputException.class,
                        () -> TestCircuits.circuit(text.getBytes(StandardCharsets.UTF_8), MODELS, SYNAPSES)
                                .model(),
                        text)
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: HH, b: HH} | {type: Electrical, between: [a, x]} | test.yaml:2:47: unknown cell 'x'; did you mean 'a'? (a, b, all)",
                "{a: HH, b: HH} | {type: Electrical, between: [a, a]} | test.yaml:2:47: 'between' names cell 'a' already",
                "{a: HH, b: {model: HH, count: 2}} | {type: Electrical, ring: [a, b1, b]} | test.yaml:2:48: 'ring' names cell 'b1' already",
                "{a: HH, b: {model: HH, count: 2}} | {type: Electrical, ring: [b, b2]} | test.yaml:2:44: 'ring' names cell 'b2' already by 'b'",
                "{a: HH, b: HH} | {type: Electrical, from: [a, all], to: b} | test.yaml:2:44: 'from' names cell 'a' already",
                "{a: HH, b: HH} | {type: Electrical, from: a, to: [b, a, b]} | test.yaml:2:54: 'to' names cell 'b' already",
                "{a: HH, b: HH} | {type: Electrical, from: a, to: a} | test.yaml:2:12: synapse 'c' connects a cell to itself; it needs two cells",
                "{a: HH, b: HH} | {type: Electrical, ring: [a]} | test.yaml:2:12: synapse 'c' connects a cell to itself; it needs two cells",
                "{a: HH, b: HH} | {type: Electrical, between: []} | test.yaml:2:43: 'between' is empty; it names cells",
                "{a: HH, b: HH} | {type: Electrical, from: a} | test.yaml:2:15: synapse 'c' needs the key 'to'",
                "{a: HH, b: HH} | {type: Electrical, to: b} | test.yaml:2:12: synapse 'c' needs one of 'from' with 'to', 'between', 'ring', found none",
                "{a: HH, b: HH} | {type: Electrical} | test.yaml:2:12: synapse 'c' needs one of 'from' with 'to', 'between', 'ring', found none",
                "{a: HH, b: HH} | {type: Electrical, from: a, to: b, between: [a, b]} | test.yaml:2:12: synapse 'c' needs one of 'from' with 'to', 'between', 'ring', found from and between",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], ring: [a, b]} | test.yaml:2:12: synapse 'c' needs one of 'from' with 'to', 'between', 'ring', found between and ring",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], to: b} | test.yaml:2:51: 'to' goes with 'from'; synapse 'c' has 'between'",
                "{a: HH, b: HH} | {between: [a, b]} | test.yaml:2:15: synapse 'c' needs the key 'type'",
                "{a: HH, b: HH} | {type: [Electrical], between: [a, b]} | test.yaml:2:22: 'type' must be a single value, found a list",
                "{a: HH, b: HH} | Electrical | test.yaml:2:15: synapse 'c' must be a mapping such as {type: Electrical, between: [a, b]}, found 'Electrical'",
                "{a: HH, b: HH} | [a, b] | test.yaml:2:15: synapse 'c' must be a mapping such as {type: Electrical, between: [a, b]}, found a list",
                "{a: HH, b: HH} | {type: Electrical, between: {a: b}} | test.yaml:2:43: a cell in 'between' must be a single value, found a mapping",
                "{a: HH, b: HH} | {type: Electrical, between: [[a], b]} | test.yaml:2:44: a cell in 'between' must be a single value, found a list",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], parameters: {G: 1}} | test.yaml:2:64: unknown parameter 'G' of Electrical; did you mean 'g'? (g)",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], parameters: {g: x}} | test.yaml:2:67: unknown name 'x'; only numbers are accepted here",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], parameters: {g: 1/0}} | test.yaml:2:67: '1/0' is not a finite number",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], parameters: [g]} | test.yaml:2:63: 'parameters' must be a mapping, found a list",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], initial: {s: 1}} | test.yaml:2:61: unknown variable 's' of Electrical",
                "{a: HH, b: HH} | {type: Exponential, from: a, to: b, initial: {x: 1}} | test.yaml:2:61: unknown variable 'x' of Exponential; did you mean 's'? (s)",
                "{a: HH, b: HH} | {type: Electrical, between: [a, b], delay: 1} | test.yaml:2:51: unknown key 'delay' of synapse 'c'; accepted: type, from, to, between, ring, parameters, initial",
                "{a: HH, b: FHN} | {type: Electrical, between: [a, b]} | test.yaml:1:16: cells of a circuit have one unit of time: that of 'a' (HH) is ms, that of 'b' (FHN) is dimensionless",
                "{a: HH, b: Rulkov} | {type: Electrical, between: [a, b]} | test.yaml:1:16: cells of a circuit are all maps or none: 'a' (HH) is none, 'b' (Rulkov) is a map",
                "{a: HH, b: Izhikevich} | {type: Electrical, between: [a, b]} | test.yaml:2:12: synapse 'c' has one current for 'b', whose input is in mV/ms, and for 'a', whose input is in µA; synapses of their own, by 'from' and 'to', have a conductance each",
                "{a: HH, b: HHArea} | {type: Electrical, between: [a, b]} | test.yaml:2:12: synapse 'c' has one current for 'b', whose input is in µA/cm², and for 'a', whose input is in µA; synapses of their own, by 'from' and 'to', have a conductance each",
                "{a: HH, b: Izhikevich} | {type: Electrical, ring: [a, b]} | test.yaml:2:12: synapse 'c' has one current for 'b', whose input is in mV/ms, and for 'a', whose input is in µA; synapses of their own, by 'from' and 'to', have a conductance each",
                "{a: HH, b: Izhikevich, d: HH} | {type: Exponential, from: a, to: [b, d]} | test.yaml:2:12: synapse 'c' has one current for 'b', whose input is in mV/ms, and for 'd', whose input is in µA; synapses of their own, by 'from' and 'to', have a conductance each",
                "{a: HH, b: HH} | {type: MilliSiemens, from: a, to: b} | test.yaml:2:12: synapse 'c' drives a current in mS*mV/cm^2 through 'b', whose input is in µA",
                "{a: Izhikevich, b: Izhikevich} | {type: MilliSiemens, from: a, to: b} | test.yaml:2:12: synapse 'c' drives a current in mS*mV/cm^2 through 'b', whose input is in mV/ms",
                "{a: FHN, b: FHN} | {type: MilliSiemens, from: a, to: b} | test.yaml:2:12: synapse 'c' drives a current in mS/cm^2 through 'b', whose input is in 1",
                "{a: FHN, b: FHN} | {type: Timed, from: a, to: b} | test.yaml:2:12: synapse 'c' is of type Timed, whose time is in ms, and the time of 'b' is in dimensionless",
                "{a: Rulkov, b: Rulkov} | {type: Exponential, from: a, to: b} | test.yaml:2:12: synapse 'c' is of type Exponential, which spikes change, and 'b' is a map, which has no time between its steps; a synapse of maps has 'next'",
                "{a: Rulkov, b: Rulkov} | {type: Gradual, from: a, to: b} | test.yaml:2:12: synapse 'c' is of type Gradual, which has 'equations', and 'b' is a map",
                "{a: HH, b: HH} | {type: Mapped, from: a, to: b} | test.yaml:2:12: synapse 'c' is of type Mapped, which has 'next', and 'b' is no map",
                "{a: HH, b: Deaf} | {type: Electrical, from: a, to: b} | test.yaml:2:12: synapse 'c' ends on 'b', and Deaf has no input",
                "{a: HH, b: Deaf} | {type: Electrical, between: [a, b]} | test.yaml:2:12: synapse 'c' ends on 'b', and Deaf has no input",
                "{a: HH, c: HH} | {type: Electrical, from: a, to: c} | test.yaml:2:12: 'c' is already declared at test.yaml:1:16; choose another name",
                "{v: HH, v_a: HH, a_b: HH, b: HH} | {type: Electrical, from: [v, v_a], to: [b, a_b]} | test.yaml:2:12: 'c' goes from 'v' to 'a_b' and from 'v_a' to 'b', and both would be called 'c.v_a_b'; choose other names for the cells",
                "{a: HH, b: HH, c_tau: Syn} | {type: STDP, from: a, to: b} | test.yaml:2:12: 'c_tau.syn' and 'c.tau_syn' would both have the column 'c_tau_syn'; choose another name for 'c'",
                "{a1: HH, a: {model: HH, count: 2}} |  | test.yaml:1:17: 'a1' is already declared at test.yaml:1:9; choose another name",
                "{a: {model: HH, count: 2}, a1: HH} |  | test.yaml:1:35: 'a1' is already declared at test.yaml:1:9; choose another name",
                "{a: {model: HH, count: 65}} |  | test.yaml:1:31: 'count' must be a whole number from 1 to 64, found '65'",
                "{a: {model: HH, count: 64}, b: HH} |  | test.yaml:1:36: 'b' makes it 65 cells; a circuit has at most 64",
                "{a: {model: HH, count: 0}} |  | test.yaml:1:31: 'count' must be a whole number from 1 to 64, found '0'",
                "{a: {model: HH, count: 1.5}} |  | test.yaml:1:31: 'count' must be a whole number from 1 to 64, found '1.5'",
                "{a: {model: HH, count: two}} |  | test.yaml:1:31: unknown name 'two'; only numbers are accepted here",
                "{} |  | test.yaml:1:8: 'cells' is empty; a circuit needs at least one cell",
                "[a, b] |  | test.yaml:1:8: 'cells' must be a mapping such as {a: {model: HH}, b: {model: HH}}, found a list",
                "HH |  | test.yaml:1:8: 'cells' must be a mapping such as {a: {model: HH}, b: {model: HH}}, found 'HH'",
                "{a: } |  | test.yaml:1:11: cell 'a' must be a mapping such as {model: HH}, found nothing",
                "{a: [HH]} |  | test.yaml:1:12: cell 'a' must be a mapping such as {model: HH}, found a list",
                "{a: {}} |  | test.yaml:1:12: cell 'a' needs the key 'model'",
                "{a: {model: HH, input: 1}} |  | test.yaml:1:24: unknown key 'input' of cell 'a'; accepted: model, count, parameters, initial, spike",
                "{a: {model: [HH]}} |  | test.yaml:1:20: 'model' must be a single value, found a list",
                "{all: HH} |  | test.yaml:1:9: a cell cannot be called 'all'; choose another name",
                "{noise: HH} |  | test.yaml:1:9: 'noise' is what is added to the inputs of cells; choose another name",
                "{t: HH} |  | test.yaml:1:9: 't' is the time; choose another name",
                "{exp: HH} |  | test.yaml:1:9: 'exp' is a function; choose another name",
                "{a-b: HH} |  | test.yaml:1:9: 'a-b' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "{1: HH} |  | test.yaml:1:9: '1' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "{a: {model: HH, parameters: {gNa: 1}}} |  | test.yaml:1:37: unknown parameter 'gNa' of HH; did you mean 'gna'? (cm, vna, vk, vl, gna, gk, gl)",
                "{a: {model: HH, parameters: {gna: gk}}} |  | test.yaml:1:42: unknown name 'gk'; only numbers are accepted here",
                "{a: {model: HH, initial: {V: 1}}} |  | test.yaml:1:34: unknown variable 'V' of HH; did you mean 'v'? (v, m, h, n)",
                "{a: {model: HH, spike: {variable: m}}} |  | test.yaml:1:32: 'variable' does not belong here: a cell of a circuit spikes by its model's variable, in its model's direction",
                "{a: {model: HH, spike: {direction: down}}} |  | test.yaml:1:32: 'direction' does not belong here: a cell of a circuit spikes by its model's variable, in its model's direction",
                "{a: {model: HH, spike: {rearm: 10}}} |  | test.yaml:1:39: 'rearm' must not be above the threshold of 0 of HH, found 10",
                "{a: {model: HH, spike: -20}} |  | test.yaml:1:31: 'spike' must be a mapping, found '-20'",
                "{a: {model: HH, spike: {level: -20}}} |  | test.yaml:1:32: unknown key 'level' of 'spike'; accepted: variable, direction, threshold, rearm, refractory, onset_slope",
                "{a: Input} |  | test.yaml:1:12: Input has a quantity 'input' that is not its input, and a circuit calls the input of a cell so; give it another name in the model",
                "{a: Let} |  | test.yaml:1:12: Let has a quantity 'input' that is not its input, and a circuit calls the input of a cell so; give it another name in the model",
            })
    void saysWhatIsWrong(String cells, String synapse, String message) {
        assertEquals(message, fault("cells: " + cells + (synapse == null ? "" : "\nsynapses: {c: " + synapse + "}")));
    }

    @Test
    void needsCells() {
        assertEquals("test.yaml:1:1: a circuit needs the key 'cells'", fault("name: x\nsynapses: {}\n"));
        assertEquals(
                "test.yaml:1:7: 'cells' must be a mapping such as {a: {model: HH}, b: {model: HH}}, found nothing",
                fault("cells:\n"));
        assertEquals("test.yaml:1:1: the file is empty; expected a YAML mapping (key: value)", fault(""));
        assertEquals("test.yaml:1:1: expected a YAML mapping (key: value), found a list", fault("- a\n"));
    }

    @Test
    void checksItsOwnKeys() {
        String cells = "cells: {a: HH, b: HH}\n";
        assertEquals(
                "test.yaml:2:1: unknown key 'synapse' of a circuit; did you mean 'synapses'? (name, title, source, cells, synapses)",
                fault(cells + "synapse: {}\n"));
        assertEquals(
                "test.yaml:2:1: unknown key 'duration' of a circuit; accepted: name, title, source, cells, synapses",
                fault(cells + "duration: 5\n"));
        assertEquals("test.yaml:2:10: 'synapses' must be a mapping, found nothing", fault(cells + "synapses:\n"));
        assertEquals("test.yaml:2:11: 'synapses' must be a mapping, found a list", fault(cells + "synapses: [c]\n"));
        assertEquals("test.yaml:2:8: 'title' must be a single value, found a list", fault(cells + "title: [x]\n"));
        assertEquals(
                "test.yaml:2:7: 'a b' is not the name of a circuit: letters, digits, '_' and '-', not starting with '-', at most 64",
                fault(cells + "name: a b\n"));
    }

    /** Names are taken by cells, groups and synapses alike. */
    @Test
    void namesAreTakenOnce() {
        String synapse = ": {type: Electrical, between: [a, b]}";
        String cells = "cells: {a: HH, b: HH}\nsynapses:\n  ";
        assertEquals(
                "test.yaml:3:3: 'a' is already declared at test.yaml:1:9; choose another name",
                fault(cells + "a" + synapse + "\n"));
        assertEquals(
                "test.yaml:4:3: duplicate key 'c', first given on line 3",
                fault(cells + "c" + synapse + "\n  c" + synapse + "\n"));
        assertEquals(
                "test.yaml:3:3: 'noise' is what is added to the inputs of cells; choose another name",
                fault(cells + "noise" + synapse + "\n"));
        assertEquals("test.yaml:3:3: 't' is the time; choose another name", fault(cells + "t" + synapse + "\n"));
    }

    @Test
    void boundsItsSize() {
        assertEquals("test.yaml:4:3: 'd' makes it 8064 connections; a circuit has at most 4032", fault("""
                cells: {a: {model: HH, count: 64}}
                synapses:
                  c: {type: Electrical, between: all}
                  d: {type: Electrical, between: all}
                """));
    }
}
