package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.circuit.LocalParts;
import io.github.spikesweep.circuit.TestCircuits;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.single.Circuit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A circuit stepped by hand. */
class CircuitTest {
    private static final String HALF_CENTRE = """
            name: half-centre
            cells:
              a: {model: HH, initial: {v: -75}}
              b: {model: cells/slow.yaml}
              c: Izhikevich
            synapses:
              ab: {type: Gradual, from: a, to: b, parameters: {g: 0.02}}
              gap: {type: Electrical, between: [a, b]}
              ca: {type: Exponential, from: c, to: a}
            """;

    private static final String SLOW = """
            name: Slow
            time: ms
            variables: {v: {initial: -60, unit: mV}}
            parameters: {tau: {default: 20, unit: ms}, r: {default: 10}}
            input: {name: I, unit: µA}
            equations: {v: (-60 - v + r*I)/tau}
            spike: {variable: v, threshold: -50}
            """;

    @TempDir
    private Path folder;

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void stepsHaveTheBitsOfASweep(Precision precision) throws IOException {
        write("cells/slow.yaml", SLOW);
        Path file = write("half-centre.yaml", HALF_CENTRE);
        Circuit circuit = Circuit.create(file, precision, Integrator.RK4);
        assertEquals(List.of("a", "b", "c"), circuit.cells());
        circuit.setParameter("ab.g", 0.03);
        circuit.set("b.v", -58);
        for (int k = 0; k < 3_000; k++) {
            circuit.addSynapticInput("a", 0.1);
            circuit.addSynapticInput("c", 4);
            circuit.addSynapticInput("c", 6);
            circuit.step(0.01);
        }
        Model model = LocalParts.circuit(file).model();
        KernelSpec spec = TestCircuits.spec(model, Integrator.RK4, precision, "ab.g");
        Trial trial = TestCircuits.trial(
                spec,
                Protocol.fixed(0.01, 3_000, 0),
                Map.of("ab.g", 0.03, "b.v", -58.0, "a.input", 0.1, "c.input", 10.0));
        Outcome outcome = new Simulator(Recording.BASIC).run(List.of(trial)).get(0);
        for (String variable : model.variableNames()) {
            assertEquals(outcome.end(model.indexOf(variable)), circuit.get(variable), variable);
        }
        assertEquals(3, outcome.cell(0).spikes().count());
    }

    @Test
    void namesAreThoseOfTheCircuit() throws IOException {
        write("cells/slow.yaml", SLOW);
        Circuit circuit = Circuit.create(write("half-centre.yaml", HALF_CENTRE));
        assertEquals(-75, circuit.get("a.v"));
        assertEquals(0.02, circuit.getParameter("ab.g"));
        assertEquals(
                "unknown variable 'a.w'; did you mean 'a.v'? (a.v, a.m, a.h, a.n, b.v, c.v, c.u, ab.s, ca.s)",
                assertThrows(IllegalArgumentException.class, () -> circuit.get("a.w"))
                        .getMessage());
        assertEquals(
                "unknown cell 'd'; did you mean 'a'? (a, b, c)",
                assertThrows(IllegalArgumentException.class, () -> circuit.addSynapticInput("d", 1))
                        .getMessage());
    }

    @Test
    void followsNoLinkOutOfItsFolder() throws IOException {
        Path slow = write("slow.yaml", SLOW);
        Path circuit = write("x/circuit.yaml", "cells: {a: slow.yaml}\n");
        Path link = Files.createSymbolicLink(circuit.resolveSibling("slow.yaml"), slow);
        assertEquals(
                circuit + ":1:12: a link leads out of the folder of the circuit; found 'slow.yaml'",
                assertThrows(InputException.class, () -> Circuit.create(circuit))
                        .getMessage());
        Files.delete(link);
        write("x/cells/slow.yaml", SLOW);
        Files.createSymbolicLink(link, Path.of("cells/slow.yaml"));
        assertEquals(-60, Circuit.create(circuit).get("a.v"));
    }

    @Test
    void refusesWhatIsNoCircuit() throws IOException {
        Path slow = write("slow.yaml", SLOW);
        InputException fault = assertThrows(InputException.class, () -> Circuit.create(slow));
        assertEquals(slow + ":1:1: this is not the file of a circuit, which has the key 'cells'", fault.getMessage());
        Path outside = write("x/outside.yaml", "cells: {a: ../slow.yaml}\n");
        assertEquals(
                outside + ":1:12: a file must be beside or below that of the circuit; found '../slow.yaml'",
                assertThrows(InputException.class, () -> Circuit.create(outside))
                        .getMessage());
        Path nested = write("nested.yaml", "cells: {a: half-centre.yaml}\n");
        write("half-centre.yaml", HALF_CENTRE);
        assertEquals(
                nested + ":1:12: 'half-centre.yaml' is a circuit; the cells of a circuit are neurons",
                assertThrows(InputException.class, () -> Circuit.create(nested)).getMessage());
        Path good = write("cells/slow.yaml", SLOW).resolveSibling("../half-centre.yaml");
        assertThrows(
                IllegalArgumentException.class,
                () -> Circuit.create(good, Precision.DOUBLE, Integrator.DORMAND_PRINCE));
        assertThrows(IllegalArgumentException.class, () -> Circuit.create(good, Precision.DOUBLE, Integrator.MAP));
    }
}
