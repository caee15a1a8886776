package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The variables of synapses: of those between maps from step to step, and what they start from. */
class SynapseVariablesTest {
    private static final int STEPS = 60;

    /** Rulkov's map with its input, as its paper has it. */
    private static double[] next(double x, double y, double input) {
        double z = y + input;
        double fast = x <= 0 ? 6 / (1 - x) + z : x < 6 + z ? 6 + z : -1;
        return new double[] {fast, y - 0.001 * (x + 1) + 0.001 * (-0.1 + input)};
    }

    @Test
    void betweenMapsTheyGoFromStepToStep() {
        Synapse mapped = TestCircuits.synapse("""
                kind: synapse
                name: Mapped
                variables: {s: {initial: 0.25}}
                parameters: {g: {default: 0.2}, decay: {default: 0.8}}
                let: {kept: decay*s}
                next: {s: "where(v_pre > 0, 1, kept)"}
                current: g*s*(v_post + 2)
                """);
        Model circuit = TestCircuits.read("""
                cells: {a: {model: Rulkov}, b: {model: Rulkov, initial: {x: -0.7}}}
                synapses: {m: {type: Mapped, between: [a, b], parameters: {decay: 0.7}, initial: {s: 0.5}}}
                """, List.of(), List.of(mapped));
        KernelSpec spec = TestCircuits.spec(circuit, Integrator.MAP, Precision.DOUBLE);
        Outcome outcome = new Simulator(new Recording(Set.of(), List.of("a.x", "b.x", "m.a_b.s", "m.b_a.s"), 1))
                .run(List.of(
                        TestCircuits.trial(spec, Protocol.fixed(1, STEPS, 0), Map.of("a.input", 0.1, "b.input", 0.2))))
                .get(0);
        double[] a = {-1, -3.5};
        double[] b = {-0.7, -3.5};
        double ab = 0.5;
        double ba = 0.5;
        double[][] expected = new double[4][STEPS + 1];
        for (int n = 0; n <= STEPS; n++) {
            expected[0][n] = a[0];
            expected[1][n] = b[0];
            expected[2][n] = ab;
            expected[3][n] = ba;
            double[] nextA = next(a[0], a[1], 0.1 - 0.2 * ba * (a[0] + 2));
            double[] nextB = next(b[0], b[1], 0.2 - 0.2 * ab * (b[0] + 2));
            ab = a[0] > 0 ? 1 : 0.7 * ab;
            ba = b[0] > 0 ? 1 : 0.7 * ba;
            a = nextA;
            b = nextB;
        }
        List<String> traced = List.of("a.x", "b.x", "m.a_b.s", "m.b_a.s");
        for (int v = 0; v < expected.length; v++) {
            assertArrayEquals(expected[v], outcome.trace(circuit.indexOf(traced.get(v))), 1e-9, traced.get(v));
        }
        assertTrue(
                outcome.cell(0).spikes().count() > 2 && outcome.cell(1).spikes().count() > 2);
    }

    /** From the cells' potentials, the synapse's own parameters, or a value in the circuit, whichever is set. */
    @Test
    void startFromWhatTheyDependOn() {
        Synapse synapse = TestCircuits.synapse("""
                kind: synapse
                name: Steady
                variables: {s: {initial: s_inf}, d: {initial: v_post - v_pre}, u: {initial: 2*s}}
                parameters: {half: {default: -60}}
                let: {s_inf: 1/(1 + exp((half - v_pre)/5))}
                equations: {s: s_inf - s, d: 0, u: 0}
                current: 0*v_post
                """);
        Model circuit = TestCircuits.read("""
                cells: {a: {model: HH, initial: {v: -70}}, b: {model: HH}}
                synapses:
                  ab: {type: Steady, from: a, to: b, parameters: {half: -65}}
                  ba: {type: Steady, from: b, to: a, initial: {s: 0.5}}
                """, List.of(), List.of(synapse));
        Map<String, Double> set = Map.of("b.v", -50.0);
        InitialState state = new InitialState(
                circuit, name -> circuit.parameter(name).orElseThrow().defaultValue(), set);
        double s = 1 / (1 + Math.exp(1));
        assertEquals(s, state.of("ab.s"), 1e-15);
        assertEquals(20, state.of("ab.d"));
        assertEquals(2 * s, state.of("ab.u"), 1e-15);
        assertEquals(0.5, state.of("ba.s"));
        assertEquals(-20, state.of("ba.d"));
        assertEquals(1, state.of("ba.u"));
    }
}
