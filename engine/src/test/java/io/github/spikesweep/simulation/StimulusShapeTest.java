package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pulses and ramps that are none: rows diverge at once, files are refused. */
class StimulusShapeTest {
    @ParameterizedTest
    @EnumSource(names = {"EULER", "RK4", "DORMAND_PRINCE"})
    void rowsWhoseStimuliHaveNoShapeDivergeAtOnce(Integrator integrator) {
        assertDiverges(integrator, "pulse(t, a, b)", 5, -1);
        assertDiverges(integrator, "pulses(t, 1, a, b)", 1, 0);
        assertDiverges(integrator, "pulses(t, 1, a, b)", 1, -2);
        assertDiverges(integrator, "pulses(t, 1, a, b)", -1, 2);
        assertDiverges(integrator, "ramp(t, a, b)", 20, 20);
        assertDiverges(integrator, "3 + a*ramp(t, 2*a, b)", 20, 30);
        assertSound(integrator, "pulse(t, a, b)", 5, 0);
        assertSound(integrator, "ramp(t, a, b)", 20, 20.5);
        assertSound(integrator, "pulses(t, 1, a, b)", 3, 2);
    }

    /** The steps could not tell the pulses apart. */
    @ParameterizedTest
    @CsvSource({"0.09, true", "0.1, false", "0.11, false"})
    void aPeriodIsNotShorterThanAStep(double period, boolean diverges) {
        Outcome outcome =
                outcomes(Integrator.RK4, "pulses(t, 1, a, b)", 0.05, period).get(0);
        assertEquals(diverges, outcome.diverged());
    }

    private static void assertDiverges(Integrator integrator, String input, double a, double b) {
        List<Outcome> outcomes = outcomes(integrator, input, a, b);
        assertTrue(outcomes.get(0).diverged(), input);
        assertEquals(0, outcomes.get(0).divergedAt());
        assertFalse(outcomes.get(1).diverged(), "its neighbour is sound");
    }

    private static void assertSound(Integrator integrator, String input, double a, double b) {
        assertFalse(outcomes(integrator, input, a, b).get(0).diverged(), input);
    }

    private static List<Outcome> outcomes(Integrator integrator, String input, double a, double b) {
        var spec = SmallModels.driven(SmallModels.INTEGRATOR, integrator, input);
        Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(10, 0, 1e-6) : Protocol.fixed(0.1, 100, 0);
        Trial trial = new Trial(spec, protocol, new double[] {a, b}, new double[] {0});
        Trial neighbour = new Trial(spec, protocol, new double[] {1, 3}, new double[] {0});
        return new Simulator(Recording.BASIC).run(List.of(trial, neighbour));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I*pulse(t, 5, -1) | small.yaml:4:19: the width of a pulse is at least 0, found -1
            I + pulses(t, 5, 1, 0) | small.yaml:4:21: the period of pulses is more than 0, found 0
            I + ramp(t, 20, 2*10) | small.yaml:4:21: a ramp stops after its start, found a start at 20 and a stop at 20; 'a < t' is 0 until a and 1 after it
            """)
    void modelsWithSuchNumbersAreRefused(String equation, String message) {
        String text = "name: M\nvariables: {x: {initial: 0}}\ninput: I\nequations: {x: '" + equation
                + "'}\nspike: {variable: x, threshold: 1e9}\n";
        assertEquals(
                message,
                assertThrows(InputException.class, () -> SmallModels.read(text)).getMessage());
    }
}
