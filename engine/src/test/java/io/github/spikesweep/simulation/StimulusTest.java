package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares pulses and ramps with their integrals. */
class StimulusTest {
    private static double end(Model model, Integrator integrator, String input, double step, double a, double b) {
        KernelSpec spec = SmallModels.driven(model, integrator, input);
        Protocol protocol = integrator.isAdaptive()
                ? Protocol.adaptive(10, 0, 1e-8)
                : Protocol.fixed(step, Math.round(10 / step), 0);
        Trial trial = new Trial(spec, protocol, new double[] {a, b}, new double[] {0});
        return SmallModels.run(trial, Recording.BASIC).end(0);
    }

    /** Wherever the edges of a pulse are relative to the steps, its whole charge arrives. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAP")
    void aPulseIsNeitherLostNorMoved(Integrator integrator) {
        for (double onset : new double[] {0, 1, 1.0001, 1.0499, 3.33333, 9.99}) {
            for (double width : new double[] {0, 0.001, 0.1, 0.777, 20}) {
                double expected = Math.min(onset + width, 10) - onset;
                double sum = end(SmallModels.INTEGRATOR, integrator, "pulse(t, a, b)", 0.1, onset, width);
                assertEquals(expected, sum, 1e-9, onset + ", " + width);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RK4", "EXPONENTIAL_EULER", "STRANG", "DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void pulsesRepeatFromTheirOnsetOn(Integrator integrator) {
        // From 0.55 on, 0.3 in every 2: at 0.55, 2.55, 4.55, 6.55, 8.55.
        assertEquals(1.5, end(SmallModels.INTEGRATOR, integrator, "pulses(t, a, b, 2)", 0.1, 0.55, 0.3), 1e-9);
        assertEquals(9.45, end(SmallModels.INTEGRATOR, integrator, "pulses(t, a, b, 2)", 0.1, 0.55, 5), 1e-9);
        assertEquals(0, end(SmallModels.INTEGRATOR, integrator, "pulses(t, a, b, 2)", 0.1, 0.55, 0), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(names = {"RK4", "DORMAND_PRINCE", "RODAS5P", "TAYLOR"})
    void aRampRisesFromItsStartToItsStop(Integrator integrator) {
        assertEquals(2 + 4, end(SmallModels.INTEGRATOR, integrator, "ramp(t, a, b)", 0.1, 2, 6), 1e-9);
    }

    private static final Model DECAY = SmallModels.read("""
            name: Decay
            variables: {x: {initial: 0}}
            input: I
            equations: {x: I - x}
            spike: {variable: x, threshold: 1e9}
            """);

    /** With edges on the steps, a method of order p keeps order p. */
    @ParameterizedTest
    @CsvSource({"RK4, 0.5, 4", "RK6, 0.25, 5", "BUTCHER6, 0.5, 6"})
    void edgesOnTheStepsKeepTheOrder(Integrator integrator, double step, double order) {
        double truth = Math.exp(-7) * (1 - Math.exp(-2));
        double coarse = Math.abs(end(DECAY, integrator, "pulse(t, a, b)", step, 1, 2) - truth);
        double fine = Math.abs(end(DECAY, integrator, "pulse(t, a, b)", step / 2, 1, 2) - truth);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.6, coarse + " and " + fine);
    }
}
