package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A pacemaker and a follower of the stomatogastric ganglion that inhibit each other, after Prinz, Bucher &amp; Marder (2004): they burst in turn. The truth
 * is SciPy's, 1.17.1, by DOP853 with rtol 1e-10 and atol 1e-12, from {@code stg-pair.py} among the resources.
 */
class StomatogastricPairTest {
    private static final Model PAIR = TestCircuits.read("""
            cells:
              ab: {model: STG}
              lp: {model: STG, parameters: {gna: 100, gcat: 0, gcas: 8, ga: 40, gkca: 5, gkd: 75, gh: 0.05, gl: 0.02}}
            synapses:
              glut: {type: Gradual, from: ab, to: lp, parameters: {g: 0.02}}
              chol: {type: Gradual, from: ab, to: lp, parameters: {g: 0.02, e_syn: -80, k_minus: 1/100}}
              back: {type: Gradual, from: lp, to: ab, parameters: {g: 0.002}}
            """);

    private static Outcome run(Integrator integrator, Protocol protocol) {
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(
                        TestCircuits.trial(TestCircuits.spec(PAIR, integrator, Precision.DOUBLE), protocol, Map.of())))
                .get(0);
    }

    private static void check(Outcome outcome, double accuracy) {
        check(outcome, 0, 30, 32.989938, 2164.812033, accuracy);
        check(outcome, 1, 30, 828.624977, 2498.166973, accuracy);
    }

    private static void check(Outcome outcome, int cell, int count, double first, double last, double accuracy) {
        double[] times = outcome.cell(cell).spikes().times();
        assertEquals(count, times.length);
        assertEquals(first, times[0], accuracy);
        assertEquals(last, times[count - 1], accuracy);
    }

    @Tag("thorough")
    @Test
    void burstsInTurnInFixedSteps() {
        check(run(Integrator.RK4, Protocol.fixed(0.01, 250_000, 0)), 1e-3);
    }

    @Tag("thorough")
    @Test
    void burstsInTurnInAdaptiveSteps() {
        check(run(Integrator.DORMAND_PRINCE, Protocol.adaptive(2500, 0, 1e-9)), 1e-4);
    }
}
