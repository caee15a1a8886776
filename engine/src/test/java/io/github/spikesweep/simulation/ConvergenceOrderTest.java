package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of convergence, observed by halving the step. */
class ConvergenceOrderTest {
    /** Over an interval in which the solution is smooth and not at rest; errors stay well above rounding. */
    @ParameterizedTest
    @CsvSource({
        "HH, EULER, 0.01",
        "HH, EXPONENTIAL_EULER, 0.01",
        "HH, STRANG, 0.02",
        "HH, RK4, 0.05",
        "HH, RK6, 0.05",
        "HH, BUTCHER6, 0.05",
        "HR, BUTCHER6, 0.1",
        "HR, EULER, 0.005",
        "HR, EXPONENTIAL_EULER, 0.005",
        "HR, STRANG, 0.01",
        "HR, RK4, 0.01",
        "HR, RK6, 0.05"
    })
    void halvingTheStepShowsTheOrder(String modelName, Integrator integrator, double step) {
        Model model = ModelCatalog.find(modelName).orElseThrow();
        double truth = end(model, Integrator.BUTCHER6, 0.00125);
        double coarse = Math.abs(end(model, integrator, step) - truth);
        double fine = Math.abs(end(model, integrator, step / 2) - truth);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertEquals(integrator.order(), order, 0.25, "errors " + coarse + " and " + fine);
    }

    /** The spike variable after 1.5 units of time. */
    private static double end(Model model, Integrator integrator, double step) {
        Protocol protocol = Protocol.fixed(step, Math.round(1.5 / step), 0);
        boolean hh = model.name().equals("HH");
        TrialSeries series =
                TrialSeries.of(model, Precision.DOUBLE, integrator, protocol, hh ? "gna" : "e", hh ? 0.1 : 0);
        Trial trial = series.trial(hh ? 120 * 7.854e-3 : 3);
        return new Simulator(Recording.BASIC).run(List.of(trial)).get(0).end(0);
    }

    @ParameterizedTest
    @CsvSource({"EULER, 0.01", "EXPONENTIAL_EULER, 0.001", "STRANG, 0.1", "RK4, 0.1", "RK6, 0.1"})
    void anInputThatDependsOnTimeKeepsTheOrder(Integrator integrator, double step) {
        double truth = ForcedDecay.truth();
        double coarse = Math.abs(ForcedDecay.end(integrator, step) - truth);
        double fine = Math.abs(ForcedDecay.end(integrator, step / 2) - truth);
        assertEquals(integrator.order(), Math.log(coarse / fine) / Math.log(2), 0.25, coarse + " and " + fine);
    }
}
