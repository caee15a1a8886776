package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.single.Neuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The leaky integrate-and-fire neuron whose voltage is held after a reset, in every integrator and precision. Under a constant input it fires
 * every hold + τ ln((v∞ − v_reset)/(v∞ − v_threshold)).
 */
@OneIn(24)
class HoldTest {
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.ACTION_POTENTIALS, Recording.Detail.STEADY_STATE),
            List.of("v", "w"),
            0.1);

    private static final double STEP = 0.05;

    /** w follows the voltage over its resting value, and is raised by a spike; it does not act on the voltage unless g is set. */
    private static final String LEAKY = """
            name: Leaky
            time: ms
            variables: {v: {initial: -65, unit: mV}, w: {initial: 0, unit: mV}}
            parameters:
              tau: {default: 10, unit: ms}
              v_reset: {default: -65, unit: mV}
              t_ref: {default: 2, unit: ms}
              g: {default: 0}
            input: {name: I, unit: mV}
            equations: {v: (-65 - v - g*w + I) / tau, w: (v + 65 - w) / 20}
            reset: {v: v_reset, w: w + 1}
            hold: t_ref
            spike: {variable: v, threshold: -50}
            """;

    private static final Model HELD = SmallModels.read(LEAKY);
    private static final Model FREE = SmallModels.read(LEAKY.replace("hold: t_ref\n", ""));

    /** A row of the neuron. */
    record Neurons(double v, double tau, double vReset, double hold, double g, double input) {
        static Neurons held(double hold) {
            return new Neurons(-65, 10, -65, hold, 0, 20);
        }

        double interval() {
            return hold + rise(vReset);
        }

        double rise(double from) {
            double end = -65 + input;
            return tau * Math.log((end - from) / (end + 50));
        }
    }

    record Method(Integrator integrator, Precision precision) {
        Protocol protocol(double duration, double transientTime) {
            return integrator.isAdaptive()
                    ? Protocol.adaptive(duration, transientTime, 1e-8)
                    : Protocol.fixed(STEP, Math.round(duration / STEP), Math.round(transientTime / STEP));
        }

        List<Outcome> run(Model model, double duration, double transientTime, List<Neurons> rows) {
            return run(ALL, model, duration, transientTime, rows);
        }

        List<Outcome> run(Recording recording, Model model, double duration, double transientTime, List<Neurons> rows) {
            Set<String> varying = new HashSet<>(model.parameterNames());
            varying.add("I");
            KernelSpec spec = KernelSpec.heldInput(model, integrator, precision, varying, Set.of(1));
            return new Simulator(recording)
                    .run(rows.stream()
                            .map(row -> new Trial(
                                    spec,
                                    protocol(duration, transientTime),
                                    new double[] {row.tau, row.vReset, row.hold, row.g, row.input},
                                    new double[] {row.v, 0}))
                            .toList());
        }

        Outcome run(Model model, double duration, double transientTime, Neurons row) {
            return run(model, duration, transientTime, List.of(row)).get(0);
        }

        /** The relative error of the time in which a voltage rises: that of the method, or of single precision. */
        double error() {
            return integrator.order() == 1 ? 0.03 : precision == Precision.FLOAT ? 3e-5 : 2e-7;
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
        assertArrayEquals(expected.spikes().times(), actual.spikes().times());
        assertArrayEquals(expected.trace(0), actual.trace(0));
        assertArrayEquals(expected.trace(1), actual.trace(1));
        assertEquals(expected.end(0), actual.end(0));
        assertEquals(expected.end(1), actual.end(1));
        assertEquals(expected.steadyState(), actual.steadyState());
        assertEquals(expected.minimum(0), actual.minimum(0));
        assertEquals(expected.maximum(1), actual.maximum(1));
        assertEquals(
                expected.actionPotentials().meanAmplitude(),
                actual.actionPotentials().meanAmplitude());
    }

    /** A hold that is no shorter than a step takes up what the reset is late. */
    @ParameterizedTest
    @MethodSource("methods")
    void theIntervalIsTheHoldAndTheTimeToRise(Method method) {
        Neurons row = Neurons.held(2);
        double[] times = method.run(HELD, 500, 0, row).spikes().times();
        // 2 + 10 ln 4 = 15.863.
        assertEquals((int) ((500 - row.rise(-65)) / row.interval()) + 1, times.length);
        assertEquals(row.rise(-65), times[0], method.error() * row.rise(-65));
        for (int k = 1; k < times.length; k++) {
            assertEquals(row.interval(), times[k] - times[k - 1], method.error() * row.rise(-65) + 1e-6, "spike " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void randomNeuronsFireAtTheirClosedForm(Method method) {
        Random random = new Random(20);
        List<Neurons> rows = new ArrayList<>();
        for (int k = 0; k < 256; k++) {
            double hold = switch (k % 4) {
                case 0 -> STEP * (1 + random.nextInt(100));
                case 1 -> STEP + random.nextDouble(20);
                case 2 -> STEP * random.nextDouble();
                default -> 0;
            };
            rows.add(new Neurons(
                    -80 + random.nextDouble(29),
                    5 + random.nextDouble(30),
                    -80 + random.nextDouble(25),
                    hold,
                    0,
                    17 + random.nextDouble(30)));
        }
        List<Outcome> outcomes = method.run(Recording.of(Recording.Detail.SPIKE_TIMES), HELD, 300, 0, rows);
        int intervals = 0;
        for (int k = 0; k < rows.size(); k++) {
            Neurons row = rows.get(k);
            double[] times = outcomes.get(k).spikes().times();
            String shown = row.toString();
            double rounding = method.precision() == Precision.FLOAT ? 1e-3 : 1e-7;
            double error = method.error() * row.rise(row.vReset) + rounding;
            for (int spike = 1; spike < times.length; spike++) {
                double late = times[spike] - times[spike - 1] - row.interval();
                // With fixed steps, a reset is up to a step late; a hold takes that up, as far as it reaches.
                double most = method.integrator().isAdaptive() ? 0 : Math.max(0, STEP - row.hold);
                assertTrue(-error <= late && late <= most + error, shown + ": " + late);
                intervals++;
            }
            assertFalse(outcomes.get(k).diverged());
        }
        assertTrue(intervals > 2500, intervals + " intervals");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void withoutAHoldIntervalsAreRightToo(Method method) {
        Random random = new Random(21);
        List<Neurons> rows = new ArrayList<>();
        for (int k = 0; k < 256; k++) {
            rows.add(new Neurons(
                    -65, 5 + random.nextDouble(30), -80 + random.nextDouble(25), 0, 0, 20 + random.nextDouble(30)));
        }
        List<Outcome> outcomes = method.run(Recording.of(Recording.Detail.SPIKE_TIMES), FREE, 200, 0, rows);
        double late = 0;
        for (int k = 0; k < rows.size(); k++) {
            late += outcomes.get(k).spikes().meanInterval() - rows.get(k).interval();
        }
        // By Euler's method, whose error is of the first order, −0.348 of a step.
        double error = method.integrator() == Integrator.EULER ? 0.4 : 1e-4;
        assertEquals(0, late / rows.size() / STEP, error);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aHoldOf0IsNone(Method method) {
        List<Neurons> rows = List.of(Neurons.held(0), new Neurons(-40, 8, -70, 0, 0.5, 22));
        List<Outcome> held = method.run(HELD, 200, 13, rows);
        List<Outcome> free = method.run(FREE, 200, 13, rows);
        for (int row = 0; row < rows.size(); row++) {
            // Rounded differently: the slope of what is held has one more factor.
            double error = method.precision() == Precision.FLOAT ? 1e-3 : 1e-10;
            Outcome expected = free.get(row);
            assertArrayEquals(expected.spikes().times(), held.get(row).spikes().times(), error);
            assertArrayEquals(expected.trace(0), held.get(row).trace(0), error);
            assertEquals(expected.steadyState(), held.get(row).steadyState(), error);
        }
        assertEquals(FREE, SmallModels.read(LEAKY.replace("hold: t_ref\n", "hold: 0\n")));
    }

    /** In a trace, the voltage stays exactly where it was put, and the other variable goes on. */
    @ParameterizedTest
    @MethodSource("methods")
    void onlyTheVoltageIsHeld(Method method) {
        Outcome outcome = method.run(HELD, 40, 0, new Neurons(-65, 10, -63.7, 5, 0, 20));
        double spike = outcome.spikes().first();
        double reset = method.precision().nearest(-63.7);
        double[] v = outcome.trace(0);
        double[] w = outcome.trace(1);
        int first = (int) Math.ceil((spike + STEP) / 0.1);
        int last = (int) Math.floor((spike + 5) / 0.1);
        double error = method.integrator() == Integrator.EULER || method.precision() == Precision.FLOAT ? 3e-3 : 1e-7;
        for (int k = first; k <= last; k++) {
            assertEquals(reset, v[k], "at " + k * 0.1);
            double passed = (k - first) * 0.1;
            assertEquals(1.3 + (w[first] - 1.3) * Math.exp(-passed / 20), w[k], error, "at " + k * 0.1);
        }
        assertTrue(v[last + 1] > reset);
        assertTrue(last - first > 45);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aStartAtTheThresholdIsResetAndHeld(Method method) {
        for (double start : new double[] {-50, -40}) {
            Neurons row = new Neurons(start, 10, -65, 7, 0, 20);
            double[] times = method.run(HELD, 100, 0, row).spikes().times();
            assertEquals(row.interval(), times[0], method.error() * row.rise(-65) + 1e-6);
        }
    }

    /** What happens in the transient only is not counted; its hold goes on after it. */
    @ParameterizedTest
    @MethodSource("methods")
    void aHoldOutlastsTheTransient(Method method) {
        Neurons row = Neurons.held(4);
        double[] all = method.run(HELD, 100, 0, row).spikes().times();
        // The first spike is at 13.863, held until 17.863.
        double[] later = method.run(HELD, 100, 15, row).spikes().times();
        assertArrayEquals(
                Arrays.copyOfRange(all, 1, all.length),
                later,
                method.integrator().isAdaptive() ? 1e-6 : 0);
        assertEquals(-65, method.run(HELD, 100, 15, row).trace(0)[0]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aHoldThatIsNoTimeDivergesAtTime0(Method method) {
        List<Neurons> rows = new ArrayList<>();
        for (double hold : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, 2, 1e300}) {
            rows.add(new Neurons(-65, 10, -65, hold, 0, 20));
            rows.add(new Neurons(-40, 10, -65, hold, 0, 20));
            rows.add(new Neurons(-40, 10, -40, hold, 0, 20));
        }
        List<Outcome> outcomes = method.run(HELD, 100, 0, rows);
        for (int k = 0; k < rows.size(); k++) {
            double hold = rows.get(k).hold;
            boolean tooLong = hold == 1e300 && method.precision() == Precision.FLOAT;
            boolean fails = !Model.isHold(hold) || tooLong || (rows.get(k).vReset == -40 && rows.get(k).v == -40);
            assertEquals(
                    fails ? 0 : Double.NaN,
                    outcomes.get(k).divergedAt(),
                    rows.get(k).toString());
        }
        assertEquals(6, outcomes.get(9).spikes().count());
        if (method.precision() == Precision.DOUBLE) {
            assertEquals(1, outcomes.get(12).spikes().count(), "held to the end");
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResetThatFailsIsADivergenceAsWithoutAHold(Method method) {
        Neurons row = new Neurons(-65, 10, -50, 2, 0, 20);
        double divergedAt = method.run(FREE, 100, 0, row).divergedAt();
        // The equations of a neuron that may be held are rounded otherwise.
        double rounding =
                method.integrator().isAdaptive() ? 0 : 16 * method.precision().spacing(divergedAt);
        assertEquals(divergedAt, method.run(HELD, 100, 0, row).divergedAt(), rounding);
        assertTrue(method.run(HELD, 100, 0, row).diverged());
    }

    /** Rows side by side, any number of them, give the bits that they give alone. */
    @ParameterizedTest
    @MethodSource("methods")
    void lanesDoNotMatter(Method method) {
        Random random = new Random(3);
        List<Neurons> rows = new ArrayList<>();
        for (int k = 0; k < 37; k++) {
            rows.add(new Neurons(-70 + k, 10, -65, random.nextDouble(5), 0.3, 20 + k));
        }
        List<Outcome> together = method.run(HELD, 60, 7, rows);
        for (int k = 0; k < rows.size(); k++) {
            assertSame(method.run(HELD, 60, 7, rows.get(k)), together.get(k));
        }
    }

    /** Spikes that point down, and their holds, are the mirror image. */
    @ParameterizedTest
    @MethodSource("methods")
    void mirroredNeuronsAreHeldAlike(Method method) {
        Model mirrored = SmallModels.read(LEAKY.replace("(-65 - v -", "(65 - v -")
                .replace("(v + 65 - w)", "(v - 65 - w)")
                .replace("default: -65", "default: 65")
                .replace("w + 1}", "w - 1}")
                .replace("threshold: -50", "direction: down, threshold: 50"));
        Neurons row = new Neurons(-65, 12, -62, 1.23, 0.4, 23);
        Outcome up = method.run(HELD, 100, 0, row);
        Outcome down = method.run(mirrored, 100, 0, new Neurons(65, 12, 62, 1.23, 0.4, -23));
        assertArrayEquals(up.spikes().times(), down.spikes().times());
        assertTrue(up.spikes().count() > 4);
        assertArrayEquals(up.trace(1), Arrays.stream(down.trace(1)).map(x -> -x).toArray(), 0);
    }

    /** A pulse that falls into the hold does not move the voltage; one that outlasts it does from its end on. */
    @ParameterizedTest
    @MethodSource("methods")
    void aPulseDuringAHoldIsLost(Method method) {
        if (method.precision() == Precision.FLOAT) {
            return;
        }
        Model model = SmallModels.read("""
                name: Held
                variables: {v: {initial: 2}}
                input: I
                equations: {v: I}
                reset: {v: 0}
                hold: 3
                spike: {variable: v, threshold: 1}
                """);
        for (String input : List.of("pulse(t, 1, 1.5) * a", "pulse(t, 1, 2.5) * a")) {
            KernelSpec spec = SmallModels.driven(model, method.integrator(), input);
            Trial trial = new Trial(spec, method.protocol(5, 0), new double[] {1, 0}, new double[] {2});
            Outcome outcome = SmallModels.run(trial, Recording.BASIC);
            // It starts beyond the threshold and is held at 0 until 3.
            assertEquals(input.contains("2.5") ? 0.5 : 0, outcome.end(0), 1e-9, input);
        }
    }

    /** Of a step in which a hold ends, the voltage has the mean input of the whole step. */
    @Test
    void theEndOfAHoldIsExactForAConstantInput() {
        Model model = SmallModels.read("""
                name: Held
                variables: {v: {initial: 2}}
                parameters: {t_ref: {default: 1}}
                input: I
                equations: {v: I}
                reset: {v: 0}
                hold: t_ref
                spike: {variable: v, threshold: 1}
                """);
        KernelSpec spec = SmallModels.spec(model, Integrator.RK4, Precision.DOUBLE);
        for (double hold : new double[] {0, 0.1, 0.25, 0.3, 1, 1.99}) {
            Trial trial = new Trial(spec, Protocol.fixed(0.25, 8, 0), new double[] {hold, 0.4}, new double[] {2});
            assertEquals(
                    0.4 * (2 - hold), SmallModels.run(trial, Recording.BASIC).end(0), 1e-12, "hold " + hold);
        }
    }

    /** It rises by 1 in 0.4, less than a step, and fires where it does, in the step in which its hold ends, too. */
    @Test
    void aSpikeInTheStepInWhichAHoldEndsIsInItsPlace() {
        Model model = SmallModels.read("""
                name: Quick
                variables: {v: {initial: 0}}
                input: I
                equations: {v: I}
                reset: {v: 0}
                hold: 1.25
                spike: {variable: v, threshold: 1}
                """);
        for (Precision precision : Precision.values()) {
            KernelSpec spec = SmallModels.spec(model, Integrator.RK4, precision);
            Trial trial = new Trial(spec, Protocol.fixed(0.5, 40, 0), new double[] {2.5}, new double[] {0});
            double[] times = SmallModels.run(trial, ALL).spikes().times();
            assertEquals(12, times.length);
            for (int k = 0; k < times.length; k++) {
                assertEquals(0.4 + k * 1.65, times[k], 1e-5, precision + " spike " + k);
            }
        }
    }

    /** The noise goes on during a hold, and the voltage does not see it. */
    @Test
    void noiseGoesOnDuringAHold() {
        KernelSpec spec = new KernelSpec(
                HELD,
                Integrator.RK4,
                Precision.DOUBLE,
                new Expression.Name("I"),
                List.of("I"),
                Noise.ORNSTEIN_UHLENBECK,
                Set.of(),
                Set.of());
        double[] quantities = {10, -65, 6, 0, 20, 0, 5, 3};
        Outcome outcome = new Simulator(ALL)
                .run(List.of(new Trial(spec, Protocol.fixed(STEP, 4000, 0), quantities, new double[] {-65, 0}, 7)))
                .get(0);
        double[] times = outcome.spikes().times();
        assertTrue(times.length > 5);
        for (int k = 1; k < times.length; k++) {
            assertTrue(times[k] - times[k - 1] > 6 + 1, "spike " + k);
            int at = (int) Math.ceil((times[k - 1] + STEP) / 0.1);
            assertEquals(-65, outcome.trace(0)[at]);
            assertEquals(-65, outcome.trace(0)[at + 50]);
        }
    }

    @Test
    void aNeuronSteppedByHandIsHeld() {
        KernelSpec spec = KernelSpec.heldInput(HELD, Integrator.RK4, Precision.DOUBLE, Set.of(), Set.of());
        Neuron neuron = Neuron.of(spec);
        neuron.set("v", -40);
        neuron.addSynapticInput(20);
        neuron.step(0.5);
        assertEquals(-65, neuron.get("v"));
        neuron.addSynapticInput(20);
        neuron.step(0.25);
        assertEquals(-65, neuron.get("v"));
        for (int k = 0; k < 5; k++) {
            neuron.addSynapticInput(20);
            neuron.step(0.25);
            assertEquals(-65, neuron.get("v"), "held for 2 in all");
        }
        neuron.addSynapticInput(20);
        neuron.step(0.25);
        assertEquals(-45 - 20 * Math.exp(-0.025), neuron.get("v"), 1e-8);
        neuron.setParameter("t_ref", -1);
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> neuron.step(0.25));
        assertEquals("the hold of Leaky is -1.0, not a time of 0 or more", fault.getMessage());
    }
}
