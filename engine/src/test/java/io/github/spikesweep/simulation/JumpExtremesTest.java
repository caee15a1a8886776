package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.circuit.TestCircuits;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What spikes move variables to counts as an extreme, of a neuron that resets and of a synapse. Under a constant input of 1.5 the neuron fires every T = ln 3;
 * what decays in between with time constant 4 and rises by 1 at each spike is in the end between a − 1 and a = 1/(1 − e^(−T/4)).
 */
class JumpExtremesTest {
    private static final double LARGEST = 1 / (1 - Math.pow(3, -0.25));

    private static final Model ADAPTS = SmallModels.read("""
            name: Adapts
            variables: {v: {initial: 0}, w: {initial: 0}}
            input: I
            equations: {v: I - v, w: -w/4}
            reset: {v: 0, w: w + 1}
            spike: {variable: v, threshold: 1}
            """);

    @ParameterizedTest
    @EnumSource(names = {"RK4", "DORMAND_PRINCE", "RODAS5P"})
    void ofANeuron(Integrator integrator) {
        KernelSpec spec = KernelSpec.heldInput(ADAPTS, integrator, Precision.DOUBLE, Set.of("I"), Set.of(1));
        Outcome outcome = SmallModels.run(
                new Trial(spec, protocol(integrator), new double[] {1.5}, new double[] {0, 0}), Recording.BASIC);
        assertExtremes(integrator, outcome, 1);
        assertEquals(0, outcome.minimum(0));
        assertEquals(1, outcome.maximum(0), error(integrator));
    }

    @ParameterizedTest
    @EnumSource(names = {"RK4", "DORMAND_PRINCE", "RODAS5P"})
    void ofASynapse(Integrator integrator) {
        Model circuit = TestCircuits.read("""
                cells: {a: {model: Adapts}, b: {model: Adapts}}
                synapses: {ab: {type: Exponential, from: a, to: b, parameters: {g: 0, tau: 4}}}
                """, List.of(ADAPTS), List.of());
        int activation = circuit.indexOf("ab.s");
        KernelSpec spec = KernelSpec.heldInput(
                circuit, integrator, Precision.DOUBLE, Set.of("a.input", "b.input"), Set.of(activation));
        Outcome outcome = SmallModels.run(
                TestCircuits.trial(spec, protocol(integrator), Map.of("a.input", 1.5, "b.input", 1.7)),
                Recording.BASIC);
        assertExtremes(integrator, outcome, activation);
    }

    /** After so long that nothing is left of the start. */
    private static Protocol protocol(Integrator integrator) {
        return integrator.isAdaptive() ? Protocol.adaptive(200, 150, 1e-8) : Protocol.fixed(1e-3, 200_000, 150_000);
    }

    private static void assertExtremes(Integrator integrator, Outcome outcome, int variable) {
        assertEquals(LARGEST, outcome.maximum(variable), error(integrator));
        assertEquals(LARGEST - 1, outcome.minimum(variable), error(integrator));
    }

    private static double error(Integrator integrator) {
        return integrator.isAdaptive() ? 1e-6 : 5e-3;
    }
}
