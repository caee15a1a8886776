package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelMutants;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.model.reading.SynapseReader;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text is a circuit or a synapse, which compiles, or refused; nothing else is ever thrown. */
class CircuitFuzzTest {
    private static final List<String> CIRCUITS = List.of("""
            name: half-centre
            title: two neurons that inhibit each other
            cells:
              a: {model: HH, initial: {v: -75}}
              b: {model: HH, parameters: {gna: 0.9}, spike: {threshold: -20}}
            synapses:
              gap: {type: Electrical, between: [a, b], parameters: {g: 0.001}}
              ab: {type: Gradual, from: a, to: b, parameters: {g: 0.01, e_syn: -80}, initial: {s: 0.1}}
            """, """
            cells:
              e:
                model: Izhikevich
                count: 3
              i: AdEx
            synapses:
              ring:
                type: Exponential
                ring: e
              inhibits: {type: STDP, from: i, to: [e1, e2, e3]}
              excites: {type: Destexhe, from: e, to: i}
            """, """
            cells:
              a: Rulkov
              b: {model: Rulkov, count: 2}
            synapses:
              c: {type: Electrical, between: all}
            """);

    /** Compiling all that is accepted would take minutes. */
    private static final int COMPILED = 25;

    private int accepted;

    @Property
    void mutatedCircuitsAreReadOrRefused(@ForAll("circuits") String text, @ForAll Random random) {
        byte[] mutant = ModelMutants.ofText(text, random);
        try {
            Model model = TestCircuits.circuit(mutant, List.of(), List.of()).model();
            check(model);
            if (accepted++ % COMPILED == 0) {
                simulate(model);
            }
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("test.yaml:"), e.getMessage());
        }
    }

    @Property
    void mutatedSynapsesAreReadOrRefused(@ForAll("synapses") String name, @ForAll Random random) throws IOException {
        byte[] mutant = ModelMutants.ofText(text(name), random);
        Synapse synapse;
        try {
            synapse = SynapseReader.read("s.yaml", mutant);
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("s.yaml:"), e.getMessage());
            return;
        }
        String circuit = "cells: {a: {model: HH}, b: {model: HH}}\nsynapses: {c: {type: " + synapse.name()
                + ", between: [a, b]}}\n";
        try {
            Model model = TestCircuits.read(circuit, List.of(), List.of(synapse));
            check(model);
            if (accepted++ % COMPILED == 0) {
                simulate(model);
            }
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("test.yaml:"), e.getMessage());
        }
    }

    /** Every variable has an equation, and no name stands for two things. */
    private static void check(Model model) {
        assertEquals(
                model.variableNames(),
                model.equations().stream().map(Definition::name).toList());
        List<String> names = Stream.of(
                        model.variableNames(),
                        model.parameterNames(),
                        model.let().stream().map(Definition::name).toList(),
                        model.cells().stream().map(cell -> cell.inputKey()).toList())
                .flatMap(List::stream)
                .toList();
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        Set<String> known = new HashSet<>(names);
        known.add(Model.TIME);
        for (Definition formula : model.formulas()) {
            assertTrue(known.containsAll(formula.expression().names()), formula.name());
        }
    }

    private static void simulate(Model model) {
        KernelSpec spec = TestCircuits.spec(model, model.isMap() ? Integrator.MAP : Integrator.EULER, Precision.DOUBLE);
        new Simulator(Recording.BASIC).run(List.of(TestCircuits.trial(spec, Protocol.fixed(1, 3, 0), Map.of())));
    }

    @Provide
    Arbitrary<String> circuits() {
        return Arbitraries.of(CIRCUITS);
    }

    @Provide
    Arbitrary<String> synapses() {
        return Arbitraries.of(SynapseCatalog.names());
    }

    private static String text(String synapse) throws IOException {
        try (InputStream in = Synapse.class.getResourceAsStream("synapse/" + synapse + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
