package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.Axis;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes by {@code --set} of sweeps over circuits, whose names have dots. */
class CircuitOverridesTest {
    private static final String HEAD = "name: x\nduration: 10\nstep: 0.1\n";
    private static final String CELLS = "cells: {a: HH, b: {model: HH}}";
    private static final String PAIR =
            HEAD + "circuit: {" + CELLS + ", synapses: {gap: {type: Electrical, between: [a, b]}}}\n";

    /** The override, and what else the file would say; a bar stands for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "parameters.a.gna=1; parameters: {a.gna: 1}",
                "parameters.gap.g=0.01; parameters: {gap.g: 0.01}",
                "initial.a.v=-70; initial: {a.v: -70}",
                "input=0.1; input: 0.1",
                "input.a=0.1; input: {a: 0.1}",
                "sweep.gap.g=[0, 0.01]; sweep: {gap.g: [0, 0.01]}",
                "sweep.gap.g.linspace=[0, 1, 3]; sweep: {gap.g: {linspace: [0, 1, 3]}}",
                "sweep.a.input.values=[0, 1]; sweep: {a.input: {values: [0, 1]}}",
                "sweep.step=[0.1, 0.05]; sweep: {step: [0.1, 0.05]}"
            })
    void isTheSameAsWritingItInTheFile(String override, String line) {
        String pair = line.contains("step:") ? PAIR.replace("step: 0.1\n", "") : PAIR;
        assertEquals(hash(read(pair + line.strip() + "\n")), hash(read(pair, override.strip())));
    }

    @Test
    void changesWhatIsThere() {
        String text = PAIR + "parameters: {a.gna: 1, gap.g: 0.5}\ninput: {a: 0.2, b: 0.1}\nsweep: {b.gna: [1, 2]}\n";
        assertEquals(
                hash(read(text.replace("0.5", "0.25").replace("0.2,", "3,").replace("[1, 2]", "[1, 3]"))),
                hash(read(text, "parameters.gap.g=0.25", "input.a=3", "sweep.b.gna=[1, 3]")));
        SweepDefinition axis = read(
                PAIR + "sweep: {gap.g: {linspace: [0, 1, 2]}}\n",
                "sweep.gap.g.linspace=[0, 1, 3]",
                "sweep.gap.g.label=g");
        assertEquals(List.of(0.0, 0.5, 1.0), Sweeps.values(axis, "gap.g"));
        assertEquals("g", axis.space().axes().get(0).label());
    }

    @Test
    void changesTheCircuit() {
        String apart = HEAD + "circuit: {" + CELLS + "}\n";
        String other = PAIR.replace("a: HH,", "a: {model: HH, parameters: {gna: 1}},");
        assertEquals(hash(read(other)), hash(read(PAIR, "circuit.cells.a.parameters.gna=1")));
        assertEquals(
                hash(read(apart.replace("a: HH,", "a: Izhikevich,"))), hash(read(apart, "circuit.cells.a=Izhikevich")));
        assertEquals(
                hash(read(apart.replace("a: HH,", "a: Izhikevich,"))),
                hash(read(apart, "circuit.cells.a.model=Izhikevich")));
        assertEquals(
                hash(read(PAIR.replace("{model: HH}", "HHArea")
                        .replace("synapses: {gap", "synapses: {ab")
                        .replace("between: [a, b]", "from: a, to: b"))),
                hash(read(
                        PAIR,
                        "circuit.cells.b.model=HHArea",
                        "circuit.synapses.gap=",
                        "circuit.synapses.ab={type: Electrical, from: a, to: b}")));
        assertEquals(
                hash(read(PAIR.replace("[a, b]", "[b, a]"))), hash(read(PAIR, "circuit.synapses.gap.between=[b, a]")));
        assertEquals(
                hash(read(PAIR)),
                hash(read(
                        HEAD,
                        "circuit.cells={a: HH, b: HH}",
                        "circuit.synapses.gap={type: Electrical, between: [a, b]}")));
    }

    @Test
    void deletes() {
        assertEquals(hash(read(PAIR)), hash(read(PAIR + "parameters: {a.gna: 1}\n", "parameters.a.gna=")));
        assertEquals(hash(read(PAIR)), hash(read(PAIR + "input: {a: 1}\n", "input.a=")));
        assertEquals(
                hash(read(PAIR + "sweep: {a.gna: [1]}\n")),
                hash(read(PAIR + "sweep: {a.gna: [1], gap.g: {values: [1]}}\n", "sweep.gap.g=")));
        assertEquals(
                "--set parameters.a.gnb=:1:1: there is no 'parameters.a.gnb' to delete; did you mean 'a.gna'? (a.gna)",
                fault(PAIR + "parameters: {a.gna: 2}\n", "parameters.a.gnb="));
        assertEquals(
                "--set sweep.gap.f=:1:1: there is no 'sweep.gap.f' to delete; did you mean 'gap.g'? (gap.g)",
                fault(PAIR + "sweep: {gap.g: [1]}\n", "sweep.gap.f="));
    }

    @Test
    void reachesAxesInBlocks() {
        String text = PAIR + """
                sweep:
                - grid: {a.gna: [1, 2]}
                - zip: {gap.g: [1, 2], b.gna: {values: [3, 4]}}
                - sample: {method: lhs, count: 2, within: {b.gk: [0.1, 0.2]}}
                """;
        SweepDefinition changed = read(
                text,
                "sweep.0.grid.a.gna=[5]",
                "sweep.1.zip.b.gna.values=[7, 8]",
                "sweep.1.zip.b.cm=[1, 1]",
                "sweep.2.sample.within.b.gk=[0.2, 0.3]",
                "sweep.2.sample.within.a.gk.normal=[0.2, 0.1]");
        assertEquals(
                List.of("a.gna", "gap.g", "b.gna", "b.cm", "b.gk", "a.gk"),
                changed.space().axes().stream().map(Axis::name).toList());
        assertEquals(List.of(7.0, 8.0), Sweeps.values(changed, "b.gna"));
    }

    @Test
    void namesOfThreePartsAreWhole() {
        String text = HEAD + "circuit: {" + CELLS + ", synapses: {s: {type: Alpha, between: [a, b]}}}\n";
        SweepDefinition changed = read(text, "initial.s.a_b.x=1", "sweep.s.b_a.x.linspace=[0, 1, 3]");
        assertEquals("s.b_a.x", changed.space().axes().get(0).name());
        assertTrue(changed.settings().initial().containsKey("s.a_b.x"));
    }

    @Test
    void refusesWhatItCannotMean() {
        assertEquals(
                "--set parameters.a.gan=1:1:1: unknown parameter 'a.gan' of circuit; did you mean 'a.gna'? "
                        + "(a.cm, a.vna, a.vk, a.vl, a.gna, a.gk, a.gl, b.cm, b.vna, b.vk, b.vl, b.gna, b.gk, b.gl, gap.g)",
                fault(PAIR, "parameters.a.gan=1"));
        assertEquals(
                "--set gap.g=1:1:1: there is no key 'gap.g'; did you mean 'parameters.gap.g'?",
                fault(PAIR + "parameters: {gap.g: 2}\n", "gap.g=1"));
        assertEquals(
                "--set input.a=1:1:1: 'input' is '0.1', not a mapping; set all of it",
                fault(PAIR + "input: 0.1\n", "input.a=1"));
    }

    @Test
    void namesWithoutDotsAreWhatTheyWere() {
        assertEquals(
                "--set sweep.gna.linspce=[1, 2, 3]:1:1: unknown key 'linspce' of axis 'gna'; did you mean 'linspace'? (values, linspace, logspace, range, label, unit, description)",
                fault(SHORT, "sweep.gna.linspce=[1, 2, 3]"));
        SweepDefinition changed = read(PAIR + "input: 0.1 * p\n", "sweep.p.linspace=[0, 1, 3]");
        assertEquals("p", changed.space().axes().get(0).name());
    }
}
