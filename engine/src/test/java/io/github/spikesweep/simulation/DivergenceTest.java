package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final Model RISING = SmallModels.read("""
            name: Rising
            variables: {x: {initial: 0, range: [-1, 5.005]}, y: {initial: 1}}
            input: I
            equations: {x: I, y: 0*y}
            spike: {variable: y, threshold: 10}
            """);

    private static final Model BLOW_UP = SmallModels.read("""
            name: BlowUp
            variables: {x: {initial: 1}, y: {initial: 0}}
            input: I
            equations: {x: I * x^2, y: 1 - y}
            spike: {variable: y, threshold: 10}
            """);

    private static Trial trial(Model model, Integrator integrator, Protocol protocol, double input, double... start) {
        return new Trial(SmallModels.spec(model, integrator, Precision.DOUBLE), protocol, new double[] {input}, start);
    }

    @Test
    void theStepIsToldInWhichAVariableLeftItsRange() {
        for (long transientSteps : new long[] {0, 300, 700}) {
            Protocol protocol = Protocol.fixed(0.01, 1_000, transientSteps);
            Outcome outcome = SmallModels.run(trial(RISING, Integrator.RK4, protocol, 1, 0, 1), Recording.BASIC);
            assertTrue(outcome.diverged());
            assertEquals(5.01, outcome.divergedAt(), 1e-12, "transient " + transientSteps);
        }
    }

    /** x' = x² from 1 is infinite at t = 1. */
    @Test
    void aVariableThatGrowsWithoutBoundDivergesWhenItIsInfinite() {
        Outcome fixed = SmallModels.run(
                trial(BLOW_UP, Integrator.RK4, Protocol.fixed(0.001, 3_000, 0), 1, 1, 0), Recording.BASIC);
        assertEquals(1, fixed.divergedAt(), 0.02);
        for (Integrator integrator : List.of(Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)) {
            Outcome adaptive = SmallModels.run(
                    trial(BLOW_UP, integrator, Protocol.adaptive(3, 0, 1e-6), 1, 1, 0), Recording.BASIC);
            assertEquals(1, adaptive.divergedAt(), 1e-6);
        }
    }

    @Test
    void theRowsBesideGoOn() {
        for (Integrator integrator :
                List.of(Integrator.RK4, Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)) {
            KernelSpec spec = SmallModels.spec(BLOW_UP, integrator, Precision.DOUBLE);
            Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(3, 0, 1e-8) : Protocol.fixed(0.01, 300, 0);
            List<Outcome> outcomes = new Simulator(Recording.BASIC)
                    .run(List.of(
                            new Trial(spec, protocol, new double[] {1}, new double[] {1, 0}),
                            new Trial(spec, protocol, new double[] {0}, new double[] {1, 0}),
                            new Trial(spec, protocol, new double[] {0.5}, new double[] {1, 0})));
            assertEquals(1, outcomes.get(0).divergedAt(), 0.1);
            assertFalse(outcomes.get(1).diverged());
            assertEquals(1 - Math.exp(-3), outcomes.get(1).end(1), 1e-7);
            assertEquals(2, outcomes.get(2).divergedAt(), 0.1);
        }
    }
}
