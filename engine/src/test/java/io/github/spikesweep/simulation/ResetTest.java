package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The leaky integrate-and-fire neuron under a constant input fires every ln(I/(I − 1)). */
class ResetTest {
    private static final Recording TIMES = Recording.of(Recording.Detail.SPIKE_TIMES);

    private static double period(double input) {
        return Math.log(input / (input - 1));
    }

    private static Trial trial(Integrator integrator, Protocol protocol, double input) {
        KernelSpec spec = SmallModels.spec(SmallModels.INTEGRATE_AND_FIRE, integrator, Precision.DOUBLE);
        return new Trial(spec, protocol, new double[] {input}, new double[] {0});
    }

    @ParameterizedTest
    @EnumSource(names = {"RK4", "RK6", "BUTCHER6"})
    void aFixedStepResetsAtTheEndOfTheStepInWhichTheThresholdIsCrossed(Integrator integrator) {
        double step = 0.01;
        Outcome outcome = SmallModels.run(trial(integrator, Protocol.fixed(step, 2_000, 0), 1.5), TIMES);
        double[] times = outcome.spikes().times();
        assertEquals(period(1.5), times[0], 1e-7, "the first spike owes nothing to a reset");
        assertTrue(times.length > 15);
        for (int k = 1; k < times.length; k++) {
            double reset = Math.ceil(times[k - 1] / step - 1e-9) * step;
            assertEquals(reset + period(1.5), times[k], 1e-7, "spike " + k);
        }
        assertTrue(outcome.minimum(0) == 0 && outcome.maximum(0) >= 1 && outcome.maximum(0) < 1.01);
    }

    @Test
    void adaptiveStepsResetAtTheSpikeItself() {
        for (Integrator integrator : List.of(Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)) {
            double[] times = SmallModels.run(trial(integrator, Protocol.adaptive(20, 0, 1e-8), 1.5), TIMES)
                    .spikes()
                    .times();
            assertEquals((int) (20 / period(1.5)), times.length);
            for (int k = 0; k < times.length; k++) {
                assertEquals((k + 1) * period(1.5), times[k], 1e-8, "spike " + k);
            }
        }
    }

    @Test
    void everyAssignmentSeesTheStateBeforeTheReset() {
        Model model = SmallModels.read("""
                name: Exchange
                variables: {v: {initial: 0}, w: {initial: -3}}
                parameters: {b: {default: 2}}
                input: I
                let: {both: v + w}
                equations: {v: I, w: 0*w}
                reset: {v: w, w: both*b}
                spike: {variable: v, threshold: 0.875}
                """);
        for (Integrator integrator : List.of(
                Integrator.EULER,
                Integrator.EXPONENTIAL_EULER,
                Integrator.RK4,
                Integrator.DORMAND_PRINCE,
                Integrator.RODAS5P)) {
            KernelSpec spec = SmallModels.spec(model, integrator, Precision.DOUBLE);
            Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(1.5, 0, 1e-6) : Protocol.fixed(0.25, 6, 0);
            Trial trial = new Trial(spec, protocol, new double[] {2, 1}, new double[] {0, -3});
            Outcome outcome = SmallModels.run(trial, TIMES);
            assertEquals(1, outcome.spikes().count());
            assertEquals(0.875, outcome.spikes().first(), 1e-12);
            // v = t becomes w = −3 and rises again; w becomes (v − 3) · 2. Fixed steps reset at the end of theirs.
            double reset = integrator.isAdaptive() ? 0.875 : 1;
            assertEquals(-3 + 1.5 - reset, outcome.end(0), 1e-9, integrator.label());
            assertEquals((reset - 3) * 2, outcome.end(1), 1e-9, integrator.label());
        }
    }
}
