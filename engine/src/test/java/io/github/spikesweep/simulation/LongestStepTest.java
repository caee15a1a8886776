package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The {@code longest_step} of a built-in model is the longest of 1, 2 and 5 times a power of ten with which RK4 gives the same
 * spikes as with a tenth of it: equally many, each less than a hundredth of an interval away. A reset happens at the end of a
 * step, up to a step late, which adds up: in a model with a reset every spike may add a hundredth of an interval, and the last
 * one may be past the end.
 */
@OneIn(5)
class LongestStepTest {
    private static final int ROWS = 64;
    private static final double ALLOWED = 0.01;

    private static List<Model> models() {
        return ModelCatalog.names().stream()
                .map(name -> ModelCatalog.find(name).orElseThrow())
                .filter(model -> !model.isMap() && FiringNeuron.firesAlone(model))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepsTheSpikes(Model model) {
        assertEquals(0, deviation(model, model.longestStep()), ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("models")
    void isTheLongestThatDoes(Model model) {
        boolean startsWith2 = new BigDecimal(String.valueOf(model.longestStep()))
                .stripTrailingZeros()
                .unscaledValue()
                .equals(BigInteger.TWO);
        double deviation = deviation(model, model.longestStep() * (startsWith2 ? 2.5 : 2));
        assertTrue(deviation > ALLOWED, () -> "with the next step spikes are away by " + deviation);
    }

    /** The largest deviation of a spike in intervals, per spike if the model resets. */
    private static double deviation(Model model, double step) {
        List<Outcome> found = outcomes(model, step);
        List<Outcome> finer = outcomes(model, step / 10);
        double largest = 0;
        for (int row = 0; row < ROWS; row++) {
            if (found.get(row).diverged()) {
                return Double.POSITIVE_INFINITY;
            }
            double[] times = found.get(row).spikes().times();
            double[] truth = finer.get(row).spikes().times();
            int shared = Math.min(times.length, truth.length);
            if (Math.abs(times.length - truth.length) > (model.reset().isEmpty() ? 0 : 1)) {
                return Double.POSITIVE_INFINITY;
            }
            double interval = truth.length < 2
                    ? FiringNeuron.of(model).duration()
                    : (truth[truth.length - 1] - truth[0]) / (truth.length - 1);
            for (int k = 0; k < shared; k++) {
                double away = Math.abs(times[k] - truth[k]) / interval;
                largest = Math.max(largest, model.reset().isEmpty() ? away : away / (k + 1));
            }
        }
        return largest;
    }

    private static List<Outcome> outcomes(Model model, double step) {
        double duration = FiringNeuron.of(model).duration();
        NeuronName name = new NeuronName(model.name(), Precision.DOUBLE, Integrator.RK4);
        Protocol protocol = Protocol.fixed(step, Math.round(duration / step), 0);
        return new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(TrialSeries.scan(name, protocol, ROWS));
    }
}
