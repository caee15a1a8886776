package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mistakes in sweeps over circuits. A bar stands for a new line; the first line of a fault is the fifth of the file. */
class CircuitSweepFaultsTest {
    private static final String HEAD = "name: x | duration: 10 | step: 0.1 | ";
    private static final String PAIR =
            HEAD + "circuit: {cells: {a: HH, b: {model: HH}}, synapses: {gap: {type: Electrical, between: [a, b]}}} | ";
    private static final String PARAMETERS =
            "a.cm, a.vna, a.vk, a.vl, a.gna, a.gk, a.gl, b.cm, b.vna, b.vk, b.vl, b.gna, b.gk, b.gl, gap.g";
    private static final String QUANTITIES = PARAMETERS + ", a.v, a.m, a.h, a.n, b.v, b.m, b.h, b.n, a.input, b.input";
    private static final String MODELS = Sweeps.MODELS;
    private static final String SYNAPSES = String.join(", ", SynapseCatalog.names());

    private static final Map<String, String> FILES = Map.of(
            "cells/pair.yaml", "cells: {a: HH, b: {model: HH}} | synapses: {s: {type: leak.yaml, from: a, to: b}}",
            "cells/other.yaml", "name: Other | cells: {a: HH, b: HH}",
            "cells/outside.yaml", "cells: {a: ../lif.yaml, b: HH}",
            "cells/missing.yaml", "cells: {a: HH, b: lif.yaml}",
            "cells/wrong.yaml", "cells: {a: bad.yaml, b: HH}",
            "cells/nested.yaml", "cells: {a: pair.yaml, b: HH}",
            "cells/unwired.yaml", "cells: {a: HH, b: HH} | synapses: {s: {type: gap.yaml, ring: all}}",
            "cells/bad.yaml",
                    "name: Bad | variables: {v: {initial: 1}} | equations: {v: -w} | spike: {variable: v, threshold: 1}",
            "cells/leak.yaml",
                    "kind: synapse | name: Leak | parameters: {g: {default: 0.1}} | current: g * (v_post - v_pre)",
            "still.yaml",
                    "name: Still | variables: {v: {initial: 1, unit: mV}} | time: ms | equations: {v: 0} | spike: {variable: v, threshold: 2}");

    @Tag("thorough")
    @Test
    void saysWhereEquationsAreTooLarge() {
        assertEquals(
                "x.yaml:4:1: the equations are too large: a step takes more than 150000 operations: circuit has too many cells or synapses",
                Sweeps.fault(
                        Sweeps.MODELLESS
                                + "circuit: {cells: {a: {model: HH, count: 64}}, synapses: {s: {type: Golowasch, between: all}}}\n"));
    }

    @Test
    void namesThatDoNotExist() {
        assertFault("5:9: no cell 'c' with an input in circuit; did you mean 'a'? (a, b)", PAIR + "input: {c: 1}");
        assertFault("5:9: no cell 'gap' with an input in circuit; accepted: a, b", PAIR + "input: {gap: 1}");
        assertFault(
                "5:9: 'a.gan' is no parameter, variable or input of circuit; did you mean 'a.gna'? (" + QUANTITIES
                        + ")",
                PAIR + "sweep: {a.gan: [1]}");
        assertFault(
                "5:9: 'a.x' is no parameter, variable or input of circuit; did you mean 'a.v'? (" + QUANTITIES + ")",
                PAIR + "sweep: {a.x: [1]}");
        assertFault(
                "5:9: axis 'gna' is not a parameter or variable of circuit and no expression uses it; accepted: "
                        + QUANTITIES + ", model, precision, integrator, step, tolerance, …",
                PAIR + "sweep: {gna: [1]}");
        assertFault(
                "5:14: unknown parameter 'a.gan' of circuit; did you mean 'a.gna'? (" + PARAMETERS + ")",
                PAIR + "parameters: {a.gan: 1}");
        assertFault(
                "5:11: unknown variable 'a.gna' of circuit; it is a parameter: set it under 'parameters'",
                PAIR + "initial: {a.gna: 1}");
        assertFault(
                "5:14: unknown parameter 'a.v' of circuit; it is a variable: set it under 'initial'",
                PAIR + "parameters: {a.v: 1}");
        assertFault(
                "4:55: unknown synapse 'HH'; accepted: " + SYNAPSES
                        + "; or the path of a synapse file that ends in .yaml",
                HEAD + "circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: HH, ring: all}}}");
        assertFault(
                "4:22: unknown model 'Electrical'; accepted: " + MODELS
                        + "; or the path of a model file that ends in .yaml",
                HEAD + "circuit: {cells: {a: Electrical}}");
        assertFault(
                "4:22: unknown model 'HHDoubleRK4'; it is a neuron, whose model is HH",
                HEAD + "circuit: {cells: {a: HHDoubleRK4}}");
        assertTrue(fault(PAIR + "outputs: [spike_count]")
                .startsWith("x.yaml:5:11: unknown output 'spike_count'; did you mean 'a_spike_count'?"));
    }

    @Test
    void keysThatDoNotGoTogether() {
        assertFault(
                "5:1: 'spike' does not go with a circuit, each cell of which may have its own: 'a: {model: …, spike: {threshold: -20}}'",
                PAIR + "spike: {threshold: 0}");
        assertFault(
                "5:1: 'circuit' does not go with 'neuron', at x.yaml:4:1; keep one",
                HEAD + "neuron: HHDoubleRK4 | circuit: {cells: {a: HH}}");
        assertFault(
                "4:1: 'model' is also set by 'circuit', at x.yaml:5:1; keep one",
                HEAD + "model: HH | circuit: {cells: {a: HH}}");
        assertFault(
                "4:9: 'model' is an axis and is also set at x.yaml:5:1; keep one",
                HEAD + "sweep: {model: [HH]} | circuit: {cells: {a: HH}}");
        assertFault(
                "5:8: 'input' must be a single value, found a mapping", HEAD + "neuron: HHDoubleRK4 | input: {a: 1}");
        assertFault(
                "4:1: 'integrator' does not go with the map circuit, which needs none",
                "name: x | duration: 10 | circuit: {cells: {a: Rulkov}} | integrator: RK4");
    }

    @Test
    void filesInOthersPlaces() {
        assertFault(
                "4:10: 'circuit' must be a mapping with 'cells' and 'synapses', found 'cells/pair.yaml'; the file of a circuit is named by 'model: cells/pair.yaml'",
                HEAD + "circuit: cells/pair.yaml");
        assertFault("4:10: 'circuit' must be a mapping with 'cells' and 'synapses', found 'HH'", HEAD + "circuit: HH");
        assertFault("4:9: 'circuit' must be a mapping with 'cells' and 'synapses', found nothing", HEAD + "circuit:");
        String file =
                "this is the file of a model, a circuit or a synapse; a sweep file names it, as in 'model: mine.yaml'";
        assertFault("2:1: " + file, "name: x | cells: {a: HH} | duration: 1");
        assertFault("1:1: " + file, "kind: synapse | name: x | current: 0");
        String synapse =
                "cells/leak.yaml:1:1: this is the file of a synapse, which is a part of a circuit, not a model";
        assertEquals(synapse, fault(HEAD + "model: cells/leak.yaml"));
        assertEquals(synapse, fault(HEAD + "circuit: {cells: {a: cells/leak.yaml}}"));
        assertEquals(
                "still.yaml:1:1: this is not the file of a synapse, which has the key 'kind: synapse'",
                fault(HEAD + "circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: still.yaml, ring: all}}}"));
        assertFault(
                "4:22: 'cells/pair.yaml' is a circuit; the cells of a circuit are neurons",
                HEAD + "circuit: {cells: {a: cells/pair.yaml}}");
    }

    @Test
    void filesThatACircuitNames() {
        assertEquals(
                "cells/outside.yaml:1:12: a model file must be beside or below the sweep file, as in models/mine.yaml; found 'cells/../lif.yaml'",
                fault(HEAD + "model: cells/outside.yaml"));
        assertEquals(
                "cells/missing.yaml:1:19: cannot read the model file 'cells/lif.yaml': there is no such file",
                fault(HEAD + "model: cells/missing.yaml"));
        assertEquals(
                "cells/bad.yaml:3:17: unknown name 'w'; did you mean 'v'? (v, t)",
                fault(HEAD + "model: cells/wrong.yaml"));
        assertEquals(
                "cells/nested.yaml:1:12: 'pair.yaml' is a circuit; the cells of a circuit are neurons",
                fault(HEAD + "model: cells/nested.yaml"));
        assertEquals(
                "cells/unwired.yaml:2:22: cannot read the synapse file 'cells/gap.yaml': there is no such file",
                fault(HEAD + "model: cells/unwired.yaml"));
    }

    /** Two files that state no name are told apart. */
    @Test
    void aCircuitWithoutANameHasThatOfItsFile() {
        SweepDefinition definition = read(HEAD + "sweep: {model: [cells/pair.yaml, cells/other.yaml]}")
                .definition();
        assertEquals(
                List.of("pair", "Other"),
                definition.models().stream().map(model -> model.name()).toList());
    }

    @Test
    void columnsOfOneName() {
        assertFault(
                "5:21: an axis cannot be called 'a_gna', which is another column; a name such as 'a_gna_value' is accepted",
                PAIR + "sweep: {a.gna: [1], a_gna: [2]} | parameters: {b.gna: a_gna}");
        assertFault(
                "5:21: the column of 'a.gna' would be 'a_gna', and there is the column 'a_gna' already; choose another name for that",
                PAIR + "sweep: {a_gna: [2], a.gna: [1]} | parameters: {b.gna: a_gna}");
        assertFault(
                "5:21: the column of 'a.gna' would be 'a_gna', and there is the column 'A_gna' already; choose another name for that",
                PAIR + "sweep: {A_gna: [2], a.gna: [1]} | parameters: {b.gna: A_gna}");
        assertFault(
                "5:9: an axis cannot be called 'a_spike_count', which is another column; a name such as 'a_spike_count_value' is accepted",
                PAIR + "sweep: {a_spike_count: [2]} | parameters: {b.gna: a_spike_count}");
        assertFault(
                "5:16: a column cannot be called 'a_gna', which is another column; a name such as 'a_gna_value' is accepted",
                PAIR + "sweep: [{zip: {a_gna: {values: [1, 2], carry: true}, a.gna: [1, 2]}}]");
        assertFault(
                "4:1: the columns 'a_spike_count' and 'A_spike_count' of circuit differ only in case; choose other names for its cells and synapses",
                HEAD + "circuit: {cells: {a: HH, A: HH}}");
    }

    @Test
    void tooManyCells() {
        String cells = IntStream.range(0, 65).mapToObj(i -> "c" + i + ": HH").collect(Collectors.joining(", "));
        assertTrue(fault(HEAD + "circuit: {cells: {" + cells + "}}")
                .endsWith(": 'c64' makes it 65 cells; a circuit has at most 64"));
        assertFault(
                "4:46: 'b' makes it 65 cells; a circuit has at most 64",
                HEAD + "circuit: {cells: {a: {model: HH, count: 60}, b: {model: HH, count: 5}}}");
    }

    @Test
    void whatIsSetTwice() {
        String twice = " is an axis and is also set at x.yaml:5:";
        assertFault("6:9: 'a.gna'" + twice + "14; keep one", PAIR + "parameters: {a.gna: 1} | sweep: {a.gna: [1]}");
        assertFault("6:9: 'a.v'" + twice + "11; keep one", PAIR + "initial: {a.v: 1} | sweep: {a.v: [1]}");
        assertFault("6:9: 'a.input'" + twice + "9; keep one", PAIR + "input: {a: 1} | sweep: {a.input: [1]}");
        assertFault("6:9: 'input'" + twice + "1; keep one", PAIR + "input: {a: 1} | sweep: {input: [1]}");
    }

    @Test
    void expressionsUseAxes() {
        assertFault(
                "5:23: unknown name 'a.gna'; only numbers are accepted here", PAIR + "parameters: {b.gna: 2*a.gna}");
        assertFault(
                "5:16: unknown name 'b.gna'; did you mean 'a.gna'? (a.gna)",
                PAIR + "where: a.gna > b.gna | sweep: {a.gna: [1]}");
        assertFault(
                "5:12: 'transient' is the same in every row and cannot use the axis 'a.gna'",
                PAIR + "transient: a.gna | sweep: {a.gna: [1]}");
        assertFault(
                "5:13: 'a.gna' is a parameter of circuit; set it under 'parameters'", PAIR + "constants: {a.gna: 1}");
    }

    @Test
    void units() {
        assertFault(
                "5:36: axis 'a.gna' sets 'a.gna' of circuit, which is in mS, found 'nS': they differ by a factor of 1000000",
                PAIR + "sweep: {a.gna: {values: [1], unit: nS}}");
        String current = "'a.input' of circuit must be in µA, found nA: they differ by a factor of 1000";
        assertFault("5:12: " + current, PAIR + "input: {a: i} | sweep: {i: {values: [1], unit: nA}}");
        assertFault("5:12: " + current, PAIR + "input: {a: i} | constants: {i: {value: 1, unit: nA}}");
        assertFault(
                "5:38: axis 'a.input' sets 'a.input' of circuit, which is in µA, found 'nA': they differ by a factor of 1000",
                PAIR + "sweep: {a.input: {values: [1], unit: nA}}");
        assertFault(
                "5:36: axis 'input' sets the input of circuit, which is in µA, found 'nA': they differ by a factor of 1000",
                PAIR + "sweep: {input: {values: [1], unit: nA}}");
        assertFault(
                "5:12: 'a.input' must be a number without a unit (it is in µA), found '0.1 µA'; write 0.1",
                PAIR + "input: {a: 0.1 µA}");
    }

    /** Times and rates of synapses are in the unit of time of the cells. */
    @Test
    void unitsOfTimesFollowFromTheCells() {
        Map<String, List<String>> times =
                Map.of("Exponential", List.of("tau"), "Alpha", List.of("tau"), "STDP", List.of("tau_syn", "tau_plus"));
        Map<String, List<String>> rates =
                Map.of("Golowasch", List.of("k1", "k2"), "Gradual", List.of("k_minus"), "Destexhe", List.of("beta"));
        times.forEach((type, names) -> names.forEach(name -> checkTime(type, name, "ms", "s")));
        rates.forEach((type, names) -> names.forEach(name -> checkTime(type, name, "1/ms", "1/s")));
    }

    private static void checkTime(String type, String name, String right, String wrong) {
        String pair = HEAD + "circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: " + type + ", from: a, to: b}}} | ";
        read(pair + "sweep: {s." + name + ": {values: [1], unit: " + right + "}}");
        String fault = assertThrows(
                        InputException.class,
                        () -> read(pair + "sweep: {s." + name + ": {values: [1], unit: " + wrong + "}}"),
                        type + " " + name)
                .getMessage();
        assertTrue(fault.contains("axis 's." + name + "' is in " + wrong), fault);
    }

    /** The unit of a conductance is not stated by the synapse; it follows from the cells. */
    @Test
    void unitsOfConductancesFollowFromTheCells() {
        String gap = "'gap.g' is in nS, which does not go with the currents of circuit: "
                + "cannot subtract from µA a value in mV*nS: they differ by a factor of 1000000";
        assertFault("5:36: axis " + gap, PAIR + "sweep: {gap.g: {values: [1], unit: nS}}");
        assertFault("5:21: " + gap, PAIR + "parameters: {gap.g: k} | constants: {k: {value: 1, unit: nS}}");
        read(PAIR + "sweep: {gap.g: {values: [1], unit: mS}}");
        read(PAIR + "sweep: {gap.g: {values: [1], unit: µA/mV}}");
        read(PAIR + "parameters: {gap.g: k*2} | constants: {k: {value: 1, unit: mS}}");
        for (String type : List.of("Alpha", "Exponential", "Gradual", "Destexhe")) {
            String pair =
                    HEAD + "circuit: {cells: {a: HH, b: HH}, synapses: {s: {type: " + type + ", between: [a, b]}}} | ";
            read(pair + "sweep: {s.g: {values: [1], unit: mS}, s.e_syn: {values: [1], unit: mV}}");
            for (String wrong : List.of(
                    "s.g: {values: [1], unit: mS/cm²}",
                    "s.g: {values: [1], unit: µS}",
                    "s.e_syn: {values: [1], unit: V}")) {
                assertTrue(
                        fault(pair + "sweep: {" + wrong + "}").contains(" does not go with the currents of circuit: "));
            }
        }
        String golowasch =
                HEAD + "circuit: {cells: {a: HHArea, b: HHArea}, synapses: {s: {type: Golowasch, from: a, to: b}}} | ";
        read(
                golowasch
                        + "sweep: {s.g_fast: {values: [1], unit: mS/cm²}, s.v_fast: {values: [1], unit: mV}, s.s_fast: {values: [1], unit: 1/mV}}");
        assertTrue(
                fault(golowasch + "sweep: {s.g_slow: {values: [1], unit: mS}}").contains(" does not go with "));
        String numbers = "circuit: {cells: {a: HR, b: HR}, synapses: {s: {type: Electrical, between: [a, b]}}} | ";
        read(HEAD + numbers + "sweep: {s.g: {values: [1], unit: \"1\"}}");
    }

    @Test
    void oneInputInTwoUnitsIsWarnedOf() {
        String two = HEAD.replace("0.1", "0.01") + "circuit: {cells: {a: HH, b: HHArea}} | ";
        List<String> warning = List.of(
                "the cells of circuit get the same input, in different units: a in µA, b in µA/cm²; 'input' may give each its own: {a: 0.1}");
        assertEquals(warning, read(two + "input: 1").warnings());
        assertEquals(warning, read(two + "sweep: {input: [1]}").warnings());
        assertEquals(List.of(), read(two).warnings());
        assertEquals(List.of(), read(two + "input: {a: 0.1}").warnings());
        assertEquals(List.of(), read(two + "input: {a: 0.1, b: 10}").warnings());
        assertEquals(List.of(), read(two + "input: 1 | sweep: {b.input: [10]}").warnings());
        assertEquals(List.of(), read(two.replace("HHArea", "HH") + "input: 1").warnings());
    }

    @Test
    void cellsWithoutAnInput() {
        String still = HEAD + "circuit: {cells: {a: still.yaml, b: HH}} | ";
        assertFault("5:9: no cell 'a' with an input in circuit; did you mean 'b'? (b)", still + "input: {a: 1}");
        assertTrue(fault(still + "sweep: {a.input: [1]}")
                .startsWith("x.yaml:5:9: 'a.input' is no parameter, variable or input of circuit"));
        assertFault(
                "5:1: 'input' has nothing to act on: circuit has no input; leave it out, or name the input in the model file: 'input: I'",
                HEAD + "circuit: {cells: {a: still.yaml}} | input: 1");
    }

    private static void assertFault(String message, String text) {
        assertEquals("x.yaml:" + message, fault(text));
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    private static SweepRows read(String text) {
        return SweepReader.readRows(
                "x.yaml",
                text.replace(" | ", "\n").getBytes(StandardCharsets.UTF_8),
                path -> {
                    if (!FILES.containsKey(path)) {
                        throw new NoSuchFileException(path);
                    }
                    return FILES.get(path).replace(" | ", "\n").getBytes(StandardCharsets.UTF_8);
                },
                List.of(),
                Optional.empty());
    }
}
