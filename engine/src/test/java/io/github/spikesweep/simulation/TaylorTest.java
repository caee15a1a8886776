package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Smoothness;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taylor's method: spike times against the oracle, all functions, what it refuses. */
@OneIn(5)
class TaylorTest {
    private static final Recording TIMES = Recording.of(Recording.Detail.SPIKE_TIMES);

    /** By the row of the scan. */
    private static final Map<Integer, double[]> TRUTH = new ConcurrentHashMap<>();

    /** Every function that has a series, and the time in it. */
    private static final Model FUNCTIONS = SmallModels.read("""
            name: Functions
            time: "1"
            variables: {x: {initial: 1}, y: {initial: 0.5}, z: {initial: 0.2}, w: {initial: 0.7}}
            input: I
            let:
              gate: 1 / (1 + exp(-x))
              drive: sin(3*t) + sqrt(2 + cos(t)) + 0.1*log10(3 + t)
              rate: exprel(x - y) / exprel(y)
            equations:
              x: y*gate + drive - x^3 - 0.1*sinh(x)
              y: 2*(1 - x^2)*y - tanh(x) + I + 0.3*atan(x) + 0.1*cosh(y)^-2
              z: exprel(-z) * x - z^3 / (1 + y^2) + 0.1*tan(0.3*w) + 0.1*rate
              w: (1 + x^2)^0.7 - w^1.5 + ln(2 + y^2) * 2^(-w) - pow(1 + w^2, 0.3*gate) + log(1 + w)
            spike: {variable: x, threshold: 1e9}
            """);

    @Tag("thorough")
    @Test
    void allFunctionsAreFollowed() {
        double[] truth = end(Integrator.DORMAND_PRINCE, 1e-11);
        for (double tolerance : new double[] {1e-5, 1e-9}) {
            assertArrayEquals(truth, end(Integrator.TAYLOR, tolerance), tolerance);
        }
    }

    private static double[] end(Integrator integrator, double tolerance) {
        Outcome outcome = SmallModels.run(
                new Trial(
                        SmallModels.driven(FUNCTIONS, integrator, "a*sin(b*t) + pulse(t, 1.3, 0.4) + ramp(t, 0.5, 2)"),
                        Protocol.adaptive(3, 0, tolerance),
                        new double[] {0.7, 2},
                        new double[] {1, 0.5, 0.2, 0.7}),
                Recording.BASIC);
        assertTrue(!outcome.diverged());
        return new double[] {outcome.end(0), outcome.end(1), outcome.end(2), outcome.end(3)};
    }

    /** With the oracle's spikes, and fewer steps than by Dormand and Prince's method from 1e-5 on. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10})
    void hodgkinHuxleySpikesWithinTheTolerance(double tolerance) {
        Protocol protocol = Protocol.adaptive(100, 0, tolerance);
        List<Trial> trials = new ArrayList<>();
        for (int row = 1; row < 20; row += 3) {
            trials.add(scan(Integrator.TAYLOR, row).trial(protocol));
        }
        List<Outcome> outcomes = new Simulator(TIMES).run(trials);
        for (int row = 0; row < trials.size(); row++) {
            double[] found = outcomes.get(row).spikes().times();
            // The oracle errs by 1e-13 a step, which is about 1e-10 in a late spike near the onset of firing.
            assertArrayEquals(
                    TRUTH.computeIfAbsent(row, k -> Oracle.spikeTimes(trials.get(k))),
                    found,
                    Math.max(tolerance, 2e-10),
                    "row " + row);
        }
        long other = SmallModels.run(scan(Integrator.DORMAND_PRINCE, 19).trial(protocol), TIMES)
                .steps();
        assertTrue(
                tolerance > 1e-4 || 2 * outcomes.get(6).steps() < other,
                outcomes.get(6).steps() + " and " + other);
    }

    private static Setting scan(Integrator integrator, int row) {
        return Setting.of("HH", integrator, "gna").with("I", 0.1).with("gna", (50 + 150.0 * row / 19) * 7.854e-3);
    }

    /** The rates of HH have removable singularities at −40 and −55 mV. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(doubles = {-40, -55, -40 + 1e-9, -55 - 1e-7, -54.9, -39.2})
    void startsWhereARateIsZeroOverZero(double voltage) {
        for (double tolerance : new double[] {1e-5, 1e-9}) {
            Trial trial = scan(Integrator.TAYLOR, 15)
                    .trial(Protocol.adaptive(50, 0, tolerance), new double[] {voltage, 0.05, 0.6, 0.3});
            assertArrayEquals(
                    Oracle.spikeTimes(trial),
                    SmallModels.run(trial, TIMES).spikes().times(),
                    tolerance);
        }
    }

    /** A tenth of a step long is how long x = sin t is above 0.99999: up and down between two ends. */
    @Test
    void aPeakWithinAStepIsASpike() {
        Model model = SmallModels.read("""
                name: Wave
                variables: {x: {initial: 0}, y: {initial: 1}}
                input: I
                equations: {x: y, y: I - x}
                spike: {variable: x, threshold: 0.99999}
                """);
        double[] times = SmallModels.run(
                        Setting.of(model, Precision.DOUBLE, Integrator.TAYLOR).trial(Protocol.adaptive(200, 0, 1e-8)),
                        TIMES)
                .spikes()
                .times();
        assertEquals(32, times.length);
        for (int k = 0; k < times.length; k++) {
            assertEquals(Math.asin(0.99999) + 2 * Math.PI * k, times[k], 1e-5);
        }
    }

    @Test
    void whatIsNotSmoothIsRefused() {
        Model model = ModelCatalog.find("AdEx").orElseThrow();
        assertEquals("min in 'u' of AdEx", Smoothness.fault(model).orElseThrow());
        Trial trial = Setting.of(model, Precision.DOUBLE, Integrator.TAYLOR).trial(Protocol.adaptive(1, 0, 1e-3));
        InputException fault = assertThrows(InputException.class, () -> SmallModels.run(trial, TIMES));
        assertEquals("Taylor steps smooth equations; found min in 'u' of AdEx", fault.getMessage());
    }

    /** Of all smooth models: parameters and starts off by up to a twentieth, inputs by up to a fifth, with tolerances from 1e-4 to 1e-9. */
    @Test
    @Tag("thorough")
    void aThousandDrawnRowsSpikeWithinTheTolerance() {
        List<FiringNeuron> neurons = FiringNeuron.smooth().stream()
                .filter(neuron -> Smoothness.fault(neuron.model()).isEmpty())
                .toList();
        SplittableRandom random = new SplittableRandom(24);
        int spikes = 0;
        for (int row = 0; row < 1000; row++) {
            FiringNeuron neuron = neurons.get(row % neurons.size());
            Setting setting = Setting.of(neuron.model(), Precision.DOUBLE, Integrator.TAYLOR);
            for (String name : neuron.model().parameterNames()) {
                double usual = neuron.model().parameter(name).orElseThrow().defaultValue();
                setting = setting.with(name, usual * random.nextDouble(0.95, 1.05));
            }
            setting = setting.with(neuron.model().input().name(), neuron.input() * random.nextDouble(0.8, 1.2));
            double[] initial = InitialState.ofDefaults(neuron.model()).values().clone();
            for (int v = 0; v < initial.length; v++) {
                initial[v] *= random.nextDouble(0.95, 1.05);
            }
            // A tolerance for each model: every order is a kernel.
            double tolerance = Math.pow(10, -4 - row % neurons.size() % 6);
            Trial trial = setting.trial(Protocol.adaptive(50, 0, tolerance), initial);
            double[] truth = Oracle.spikeTimes(trial);
            String where = neuron + ", row " + row + ", tolerance " + tolerance;
            assertArrayEquals(truth, SmallModels.run(trial, TIMES).spikes().times(), tolerance, where);
            spikes += truth.length;
        }
        assertTrue(spikes > 2000, "they spike");
    }
}
