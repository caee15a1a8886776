package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which order the intervals of models with a reset get right, against adaptive steps with a tolerance of 1e-11. */
@OneIn(4)
class ResetOrderTest {
    private static final double DURATION = 200;
    private static final int ROWS = 20;

    /** The order over the three halvings from {@code coarse}, and the largest error of an interval at 0.05. */
    @ParameterizedTest
    @CsvSource({
        "AdEx, STRANG, 0.1, 1.3, 2e-2",
        "AdEx, RK4, 0.1, 2, 2e-5",
        "AdEx, RK6, 0.1, 2, 2e-5",
        "AdEx, BUTCHER6, 0.1, 2.5, 5e-6",
        "Izhikevich, STRANG, 0.1, 1.8, 2e-2",
        "Izhikevich, RK4, 0.1, 3.5, 5e-6",
        "Izhikevich, RK6, 0.1, 4, 1e-7",
        "Izhikevich, BUTCHER6, 0.1, 5, 2e-7"
    })
    void intervalsGetRight(String name, Integrator integrator, double coarse, double order, double error) {
        double[][] truth = times(name, Integrator.DORMAND_PRINCE, Protocol.adaptive(DURATION, 0, 1e-11));
        double first = meanError(truth, name, integrator, coarse);
        double last = meanError(truth, name, integrator, coarse / 8);
        double observed = Math.log(first / last) / Math.log(8);
        assertTrue(observed >= order, "order " + observed + ": " + first + " and " + last);
        double[][] found = times(name, integrator, Protocol.fixed(0.05, Math.round(DURATION / 0.05), 0));
        for (int row = 0; row < ROWS; row++) {
            assertEquals(truth[row].length, found[row].length, "row " + row);
            for (int k = 1; k < truth[row].length; k++) {
                assertEquals(truth[row][k] - truth[row][k - 1], found[row][k] - found[row][k - 1], error);
            }
        }
    }

    /** The root of the mean squared error of an interval. */
    private static double meanError(double[][] truth, String name, Integrator integrator, double step) {
        double[][] found = times(name, integrator, Protocol.fixed(step, Math.round(DURATION / step), 0));
        double squares = 0;
        int count = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int k = 1; k < Math.min(truth[row].length, found[row].length); k++) {
                double off = found[row][k] - found[row][k - 1] - (truth[row][k] - truth[row][k - 1]);
                squares += off * off;
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    private static double[][] times(String name, Integrator integrator, Protocol protocol) {
        Model model = ModelCatalog.find(name).orElseThrow();
        boolean isAdEx = name.equals("AdEx");
        TrialSeries series = TrialSeries.of(
                model, Precision.DOUBLE, integrator, protocol, model.input().name(), 0);
        List<Trial> trials = series.trials(ROWS, k -> isAdEx ? 600 + k * 600.0 / 19 : 5 + k * 15.0 / 19);
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(trials).stream().map(outcome -> outcome.spikes().times()).toArray(double[][]::new);
    }
}
