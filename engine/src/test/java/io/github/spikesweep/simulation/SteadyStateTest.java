package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Recording.Detail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steady state is the mean over the last tenth of the time after the transient, eFEL's steady_state_voltage_stimend. */
class SteadyStateTest {
    /** It counts its iterations. */
    private static final Model COUNTER = SmallModels.read("""
            name: Counter
            variables: {x: {initial: 0}}
            input: I
            next: {x: x + I}
            spike: {variable: x, threshold: 1e9}
            """);

    @ParameterizedTest
    @CsvSource({"0, 95", "60, 98", "90, 99.5", "95, 99.75", "99.5, 99.975"})
    void isThatOfTheTimeAfterTheTransient(double transientTime, double mean) {
        Protocol steps = Protocol.fixed(0.05, 2000, Math.round(transientTime / 0.05));
        assertEquals(mean, steadyState(SmallModels.INTEGRATOR, Integrator.RK4, steps), 1e-9);
        for (Integrator integrator :
                new Integrator[] {Integrator.DORMAND_PRINCE, Integrator.TAYLOR, Integrator.RODAS5P}) {
            Protocol adaptive = new Protocol.Adaptive(100, transientTime, 1e-6, Double.POSITIVE_INFINITY);
            assertEquals(mean, steadyState(SmallModels.INTEGRATOR, integrator, adaptive), 1e-9, integrator.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 284.5", "100, 289.5", "295, 299"})
    void ofAMapIsThatOfItsValues(long transientSteps, double mean) {
        assertEquals(mean, steadyState(COUNTER, Integrator.MAP, Protocol.fixed(1, 300, transientSteps)));
    }

    private static double steadyState(Model model, Integrator integrator, Protocol protocol) {
        Trial trial = new Trial(
                SmallModels.spec(model, integrator, Precision.DOUBLE), protocol, new double[] {1}, new double[] {0});
        return SmallModels.run(trial, Recording.of(Detail.STEADY_STATE)).steadyState();
    }
}
