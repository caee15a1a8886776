package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.single.Neuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A threshold that parameters set is, in every row, the number that they make: rows side by side have the bits of neurons in whose file that number
 * stands.
 */
@OneIn(9)
class ThresholdParameterTest {
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.ACTION_POTENTIALS, Recording.Detail.STEADY_STATE),
            List.of("v"),
            0.5);
    private static final double[] SHIFTS = {0, -3.25, 1.7, 0.1, -0.1, 2.5, 4, -7.3};

    /** With a hold, so that crossings within a step count. */
    private static String resetting(String spike) {
        return """
                name: Reset
                variables: {v: {initial: -65}, w: {initial: 0}}
                parameters: {shift: {default: 0}}
                input: I
                equations: {v: (-65 - v - w + 10*I) / 10, w: -w / 30}
                reset: {v: -65, w: w + 1}
                hold: 1.3
                spike: {variable: v, onset_slope: 0.5, %s}
                """.formatted(spike);
    }

    /** Spikes downwards, through the negative of the level. */
    private static String falling(String spike) {
        return """
                name: Reset
                variables: {v: {initial: 65}, w: {initial: 0}}
                parameters: {shift: {default: 0}}
                input: I
                equations: {v: (65 - v - w - 10*I) / 10, w: -w / 30}
                reset: {v: 65, w: w - 1}
                spike: {variable: v, direction: down, onset_slope: 0.5, %s}
                """.formatted(spike);
    }

    /** Oscillates without a reset. */
    private static String swinging(String spike) {
        return """
                name: Swing
                variables: {v: {initial: 0.5}, w: {initial: 0}}
                parameters: {shift: {default: 0}}
                input: I
                equations: {v: 10*(v - v^3/3 - w + I), w: 0.8*(v - 0.8*w)}
                spike: {variable: v, onset_slope: 2, %s}
                """.formatted(spike);
    }

    record Method(Integrator integrator, Precision precision) {
        List<Outcome> run(Model model, double input, double... shifts) {
            Protocol protocol =
                    integrator.isAdaptive() ? Protocol.adaptive(100, 10, 1e-7) : Protocol.fixed(0.02, 5_000, 500);
            Setting setting = Setting.of(model, precision, integrator, "shift").with("I", input);
            return new Simulator(ALL)
                    .run(Arrays.stream(shifts)
                            .mapToObj(shift -> setting.with("shift", shift).trial(protocol))
                            .toList());
        }
    }

    static Stream<Method> methods() {
        return Arrays.stream(Integrator.values())
                .filter(integrator -> integrator != Integrator.MAP)
                .flatMap(integrator -> Arrays.stream(Precision.values())
                        .filter(precision -> precision == Precision.DOUBLE || !integrator.isAdaptive())
                        .map(precision -> new Method(integrator, precision)));
    }

    private static void assertSame(Outcome expected, Outcome actual) {
        assertFalse(expected.diverged());
        assertFalse(actual.diverged());
        assertTrue(expected.spikes().count() > 1, expected.spikes().count() + " spikes");
        assertArrayEquals(expected.spikes().times(), actual.spikes().times());
        assertArrayEquals(expected.trace(0), actual.trace(0));
        assertEquals(expected.minimum(0), actual.minimum(0));
        assertEquals(expected.maximum(0), actual.maximum(0));
        assertEquals(expected.end(0), actual.end(0));
        assertEquals(expected.end(1), actual.end(1));
        assertEquals(expected.steadyState(), actual.steadyState());
        assertEquals(
                expected.actionPotentials().meanAmplitude(),
                actual.actionPotentials().meanAmplitude());
        assertEquals(
                expected.actionPotentials().meanHalfWidth(),
                actual.actionPotentials().meanHalfWidth());
    }

    /** Compares two of the rows, others with each integrator. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("methods")
    void someRowsHaveTheBitsOfNeuronsWithThatNumber(Method method) {
        int first = List.of(Integrator.values()).indexOf(method.integrator()) % 4;
        check(method, new int[] {first, first + 4});
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("methods")
    void rowsHaveTheBitsOfNeuronsWithThatNumber(Method method) {
        check(method, IntStream.range(0, SHIFTS.length).toArray());
    }

    private static void check(Method method, int[] rows) {
        check(method, rows, 3, ThresholdParameterTest::resetting, "threshold: -50 + shift", -50, 1);
        check(method, rows, 3, ThresholdParameterTest::falling, "threshold: 50 - shift", 50, -1);
        String formula = "threshold: shift / 10, rearm: shift / 10 - 0.5";
        check(method, rows, 0.1, ThresholdParameterTest::swinging, formula, 0, 0.1);
    }

    private static void check(
            Method method,
            int[] rows,
            double input,
            UnaryOperator<String> file,
            String formula,
            double level,
            double scale) {
        List<Outcome> together = method.run(SmallModels.read(file.apply(formula)), input, SHIFTS);
        for (int row : rows) {
            double threshold = level + (scale == 0.1 ? SHIFTS[row] / 10 : scale * SHIFTS[row]);
            // A cell that changes nothing at its spikes tells them by the exact number, unless a quantity is its
            // threshold.
            double told = method.precision().nearest(threshold);
            String number = "threshold: " + told + (scale == 0.1 ? ", rearm: " + (threshold - 0.5) : "");
            Outcome alone =
                    method.run(SmallModels.read(file.apply(number)), input, 0).get(0);
            assertSame(alone, together.get(row));
        }
    }

    /** v rises from −65 towards −35, so it reaches θ after 10 ln(30/(−35 − θ)), and again 1.3 later than that with the hold. */
    @Test
    void intervalsAreThoseOfTheThresholdOfEachRow() {
        Model model = SmallModels.read("""
                name: Leaky
                variables: {v: {initial: -65}}
                parameters: {theta: {default: -50}}
                input: I
                equations: {v: (-65 - v + 10*I) / 10}
                reset: {v: -65}
                spike: {variable: v, threshold: theta}
                """);
        Setting setting = Setting.of(model, Precision.DOUBLE, Integrator.DORMAND_PRINCE, "theta")
                .with("I", 3);
        double[] thresholds = {-60, -50, -42.5, -36};
        List<Trial> trials = new ArrayList<>();
        for (double theta : thresholds) {
            trials.add(setting.with("theta", theta).trial(Protocol.adaptive(200, 0, 1e-9)));
        }
        List<Outcome> outcomes = new Simulator(ALL).run(trials);
        for (int row = 0; row < thresholds.length; row++) {
            double period = 10 * Math.log(30 / (-35 - thresholds[row]));
            double[] times = outcomes.get(row).spikes().times();
            assertEquals((int) (200 / period), times.length);
            for (int k = 0; k < times.length; k++) {
                assertEquals((k + 1) * period, times[k], 1e-6);
            }
            assertEquals(thresholds[row], outcomes.get(row).maximum(0));
        }
    }

    /** One value for all rows, as where no axis sets it. */
    @Test
    void aThresholdThatDoesNotDifferBetweenRowsIsThatOfAll() {
        Model model = ModelCatalog.find("Izhikevich").orElseThrow();
        for (String varying : List.of("v_peak", "a")) {
            Setting setting =
                    Setting.of(model, Precision.DOUBLE, Integrator.RK4, varying).with("I", 10);
            Outcome lower = new Simulator(ALL)
                    .run(List.of(setting.with("v_peak", 0).trial(Protocol.fixed(0.05, 4_000, 0))))
                    .get(0);
            assertEquals(0, lower.maximum(0));
            // The peak hardly counts, since the upstroke takes no time.
            Outcome usual = new Simulator(ALL)
                    .run(List.of(setting.trial(Protocol.fixed(0.05, 4_000, 0))))
                    .get(0);
            assertEquals(30, usual.maximum(0));
            assertEquals(usual.spikes().count(), lower.spikes().count(), 1);
        }
    }

    @Test
    void aNeuronByHandFollowsItsParameter() {
        Neuron neuron = Neuron.create("IzhikevichDoubleRK4");
        double highest = -100;
        for (int k = 0; k < 4_000; k++) {
            if (k == 1_000) {
                neuron.setParameter("v_peak", -20);
                highest = -100;
            }
            neuron.addSynapticInput(10);
            neuron.step(0.05);
            highest = Math.max(highest, neuron.get("v"));
        }
        assertTrue(highest < -20);
        neuron.setParameter("v_peak", -70);
        assertThrows(IllegalStateException.class, () -> neuron.step(0.05));
    }

    @Test
    void aFormulaFollowsByHandToo() {
        Model model = SmallModels.read(resetting("threshold: -50 + shift"));
        Neuron neuron = Neuron.of(KernelSpec.heldInput(model, Integrator.RK4, Precision.FLOAT, Set.of(), Set.of()));
        neuron.setParameter("shift", -10);
        for (int k = 0; k < 4_000; k++) {
            neuron.addSynapticInput(3);
            neuron.step(0.05);
            assertTrue(neuron.get("v") < -60);
        }
        assertTrue(neuron.get("w") > 0);
        neuron.setParameter("shift", Double.NaN);
        assertThrows(IllegalStateException.class, () -> neuron.step(0.05));
    }
}
