package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Neurons that start or are reset at or above the threshold, in every integrator and precision. Each runs beside an ordinary one, which
 * goes on as if it were alone.
 */
@OneIn(12)
class ResetLevelTest {
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.ACTION_POTENTIALS, Recording.Detail.STEADY_STATE),
            List.of("v"),
            1);

    /** Fires every 10 ln 4 = 13.863 ms under an input of 2: it rises from −65 towards −45. */
    private static final Model LEAKY = leaky(-50);

    private static final double PERIOD = 10 * Math.log(4);
    private static final double STEP = 0.01;

    /** How neurons may move: the adaptive method in double precision alone. */
    record Method(Integrator integrator, Precision precision) {
        Protocol protocol(double duration, double transientTime) {
            return integrator.isAdaptive()
                    ? Protocol.adaptive(duration, transientTime, 1e-8)
                    : Protocol.fixed(STEP, Math.round(duration / STEP), Math.round(transientTime / STEP));
        }

        /** Euler's first-order error of a spike time, and rounding in single precision. */
        double error() {
            return error(0.05, 1e-3, precision == Precision.FLOAT ? 1e-3 : 1e-6);
        }

        /** The one of three that is that of methods of order 1, of order 2, or of higher ones. */
        double error(double first, double second, double higher) {
            return switch (integrator.order()) {
                case 1 -> first;
                case 2 -> second;
                default -> higher;
            };
        }

        /** The rows of one model side by side; each is variables, then parameters and the input. */
        List<Outcome> run(Model model, double duration, double transientTime, double[]... rows) {
            Set<String> varying = new HashSet<>(model.parameterNames());
            varying.add(model.input().name());
            KernelSpec spec = KernelSpec.heldInput(model, integrator, precision, varying, Set.of());
            int variables = model.variables().size();
            return new Simulator(ALL)
                    .run(Arrays.stream(rows)
                            .map(row -> new Trial(
                                    spec,
                                    protocol(duration, transientTime),
                                    Arrays.copyOfRange(row, variables, row.length),
                                    Arrays.copyOf(row, variables)))
                            .toList());
        }
    }

    private static Model leaky(double threshold) {
        return SmallModels.read("""
                name: Leaky
                variables: {v: {initial: -65}}
                parameters: {v_reset: {default: -65}}
                input: I
                equations: {v: (-65 - v + 10*I) / 10}
                reset: {v: v_reset}
                spike: {variable: v, threshold: %s}
                """.formatted(threshold));
    }

    static Stream<Method> methods() {
        return Arrays.stream(Integrator.values())
                .filter(integrator -> integrator != Integrator.MAP)
                .flatMap(integrator -> Arrays.stream(Precision.values())
                        .filter(precision -> precision == Precision.DOUBLE || !integrator.isAdaptive())
                        .map(precision -> new Method(integrator, precision)));
    }

    /** Those that take AdEx, whose equations have a minimum. */
    static Stream<Method> methodsOfAdEx() {
        return methods().filter(method -> method.integrator() != Integrator.TAYLOR);
    }

    private static void assertSame(Outcome expected, Outcome actual) {
        assertEquals(expected.diverged(), actual.diverged());
        assertArrayEquals(expected.spikes().times(), actual.spikes().times());
        assertArrayEquals(expected.trace(0), actual.trace(0));
        assertEquals(expected.minimum(0), actual.minimum(0));
        assertEquals(expected.maximum(0), actual.maximum(0));
        assertEquals(expected.end(0), actual.end(0));
        assertEquals(expected.steadyState(), actual.steadyState());
        assertEquals(
                expected.actionPotentials().meanAmplitude(),
                actual.actionPotentials().meanAmplitude());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aStartAtOrAboveTheThresholdIsResetAtTime0AndIsNoSpike(Method method) {
        for (double transientTime : new double[] {0, 20}) {
            List<Outcome> outcomes = method.run(LEAKY, 100, transientTime, new double[][] {
                {-65, -65, 2}, {-50, -65, 2}, {-47, -65, 2}, {-40, -65, 2}, {1e30, -65, 2}, {-50.001, -65, 2}
            });
            Outcome ordinary = outcomes.get(0);
            // 13.863 to 97.041; without the first in the transient of 20.
            assertEquals(transientTime == 0 ? 7 : 6, ordinary.spikes().count());
            assertTrue(ordinary.maximum(0) <= -50);
            for (int row = 1; row <= 4; row++) {
                assertSame(ordinary, outcomes.get(row));
            }
            // From just below the threshold it takes 10 ln(5.001/5) = 0.002 to the first spike, which counts.
            Outcome below = outcomes.get(5);
            assertEquals(transientTime == 0 ? 8 : 6, below.spikes().count());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResetThatLeavesItAtOrAboveTheThresholdIsADivergence(Method method) {
        for (double transientTime : new double[] {0, 20}) {
            List<Outcome> outcomes = method.run(LEAKY, 100, transientTime, new double[][] {
                {-65, -50, 2}, {-65, -49, 2}, {-65, -65, 2}, {-65, 1e30, 2}, {-65, -50, 1}, {-65, -51, 2}
            });
            for (int row : new int[] {0, 1, 3}) {
                assertEquals(PERIOD, outcomes.get(row).divergedAt(), method.error(), "row " + row);
            }
            assertFalse(outcomes.get(2).diverged());
            assertFalse(outcomes.get(4).diverged(), "it never fires: 10 · 1 from rest leads to −55");
            assertEquals(0, outcomes.get(4).spikes().count());
            assertFalse(outcomes.get(5).diverged());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aStartThatItsResetLeavesAboveIsADivergenceAtTime0(Method method) {
        List<Outcome> outcomes =
                method.run(LEAKY, 100, 0, new double[][] {{-40, -50, 2}, {-50, -50, 0}, {-50, -49, 0}, {-65, -65, 2}});
        for (int row = 0; row < 3; row++) {
            assertEquals(0, outcomes.get(row).divergedAt(), "row " + row);
            assertEquals(0, outcomes.get(row).spikes().count());
        }
        assertEquals(7, outcomes.get(3).spikes().count());
        assertEquals(
                0, method.run(LEAKY, 100, 0, new double[] {-40, -50, 2}).get(0).divergedAt());
    }

    /** −50.0000001 is below the threshold, but not in single precision. */
    @ParameterizedTest
    @MethodSource("methods")
    void belowIsBelowInThePrecisionOfTheRow(Method method) {
        Outcome outcome =
                method.run(LEAKY, 100, 0, new double[] {-40, -50.0000001, 0}).get(0);
        assertEquals(method.precision() == Precision.FLOAT, outcome.diverged());
        if (!outcome.diverged()) {
            assertEquals(0, outcome.spikes().count());
            assertEquals(-50.0000001, outcome.trace(0)[0]);
            assertEquals(-50.0000001, outcome.maximum(0));
        }
    }

    /** AdEx under 1000 pA, for 200 ms; the times by SciPy's DOP853 (1.18.0) at 1e-10, with events. */
    @ParameterizedTest
    @MethodSource("methodsOfAdEx")
    void adExFiresEightTimesFromAnyStartAndDivergesWhereItIsResetToItsPeak(Method method) {
        Model model = ModelCatalog.find("AdEx").orElseThrow();
        int reset = model.variables().size() + model.parameterNames().indexOf("v_reset");
        double[][] rows = new double[5][];
        double[] starts = {-70.6, 20, -70.6, 20, 25};
        double[] resets = {-70.6, -70.6, 20, 20, -70.6};
        for (int row = 0; row < rows.length; row++) {
            Trial usual = Setting.of("AdEx", Integrator.RK4).with("I", 1000).trial(method.protocol(200, 0));
            rows[row] = DoubleStream.concat(Arrays.stream(usual.initial()), Arrays.stream(usual.quantities()))
                    .toArray();
            rows[row][0] = starts[row];
            rows[row][reset] = resets[row];
        }
        List<Outcome> outcomes = method.run(model, 200, 0, rows);
        double error = method.error(0.6, 3e-2, method.precision() == Precision.FLOAT ? 1e-2 : 1e-5);
        double[] low = {11.791611, 25.376137, 41.196328, 59.775826, 81.644266, 107.146542, 136.17475, 168.071334};
        double[] high = {13.470887, 29.149629, 47.556388, 69.224346, 94.516205, 123.355776, 155.112794, 188.859231};
        assertArrayEquals(low, outcomes.get(0).spikes().times(), error);
        assertArrayEquals(high, outcomes.get(1).spikes().times(), error);
        assertSame(outcomes.get(1), outcomes.get(4));
        assertEquals(low[0], outcomes.get(2).divergedAt(), error);
        assertEquals(0, outcomes.get(3).divergedAt());
        for (int row : new int[] {0, 1, 4}) {
            assertFalse(outcomes.get(row).diverged());
            assertTrue(outcomes.get(row).maximum(0) <= 20);
        }
    }

    /** Izhikevich's neuron under an input of 10, for 200 ms, with times by SciPy as above. */
    @ParameterizedTest
    @MethodSource("methods")
    void izhikevichsNeuronFiresFourTimesFromItsPeak(Method method) {
        Model model = ModelCatalog.find("Izhikevich").orElseThrow();
        double[] set = Setting.of("Izhikevich", Integrator.RK4)
                .with("I", 10)
                .trial(method.protocol(200, 0))
                .quantities();
        double[][] rows = Stream.of(new double[] {30, -13}, new double[] {35, -13}, new double[] {-65, -5})
                .map(start -> DoubleStream.concat(Arrays.stream(start), Arrays.stream(set))
                        .toArray())
                .toArray(double[][]::new);
        List<Outcome> outcomes = method.run(model, 200, 0, rows);
        double error = method.error(0.5, 1e-2, method.precision() == Precision.FLOAT ? 1e-2 : 1e-5);
        assertArrayEquals(
                new double[] {21.807648, 66.652153, 111.464567, 156.27698},
                outcomes.get(0).spikes().times(),
                error);
        assertSame(outcomes.get(2), outcomes.get(0));
        assertSame(outcomes.get(2), outcomes.get(1));
        assertTrue(outcomes.get(0).maximum(0) <= 30);
    }

    /** It rises by 8 a ms; where theta grows by 8 at each spike, the resets are to −16, −8, 0 and 8, the threshold. */
    @ParameterizedTest
    @MethodSource("methods")
    void aResetThatDependsOnVariablesDivergesOnceItComesToTheThreshold(Method method) {
        Model model = SmallModels.read("""
                name: Creeping
                variables: {v: {initial: 0}, theta: {initial: 0}}
                parameters: {rise: {default: 8}}
                input: I
                equations: {v: I, theta: 0*theta}
                reset: {v: "-16 + theta", theta: theta + rise}
                spike: {variable: v, threshold: 8}
                """);
        List<Outcome> outcomes = method.run(
                model, 10.5, 0, new double[][] {{0, 0, 8, 8}, {0, 0, 0, 8}, {0, 0, 24, 8}, {8, 0, 8, 8}, {8, 24, 8, 8}
                });
        // From 0 at 1, to −16: 3 later at 4, to −8: 2 later at 6, to 0: at 7, to 8.
        assertEquals(7, outcomes.get(0).divergedAt(), 1e-5);
        assertFalse(outcomes.get(1).diverged());
        assertEquals(4, outcomes.get(1).spikes().count()); // 1, 4, 7, 10
        assertEquals(4, outcomes.get(2).divergedAt(), 1e-5);
        assertEquals(6, outcomes.get(3).divergedAt(), 1e-5);
        assertEquals(0, outcomes.get(4).divergedAt());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResetToWhatIsNoFiniteNumberIsADivergenceAtThatTime(Method method) {
        Model model = SmallModels.read("""
                name: Broken
                variables: {v: {initial: 0}, w: {initial: 0}}
                parameters: {a: {default: 0}, b: {default: 1}, c: {default: 0}}
                input: I
                equations: {v: I, w: 0*w}
                reset: {v: a / b - 3, w: c / b}
                spike: {variable: v, threshold: 1}
                """);
        List<Outcome> outcomes = method.run(model, 6.5, 0, new double[][] {
            {0, 0, 0, 1, 0, 1},
            {0, 0, 1, 0, 0, 1},
            {0, 0, -1, 0, 0, 1},
            {0, 0, 0, 0, 0, 1},
            {0, 0, 0, 1e-300, 1e300, 1},
            {1, 0, -1, 0, 0, 1},
            {1, 0, 0, 1e-300, 1e300, 1}
        });
        assertFalse(outcomes.get(0).diverged());
        assertEquals(2, outcomes.get(0).spikes().count()); // 1, 5
        for (int row = 1; row <= 4; row++) {
            assertEquals(1, outcomes.get(row).divergedAt(), 1e-5, "row " + row);
        }
        assertEquals(0, outcomes.get(5).divergedAt());
        assertEquals(0, outcomes.get(6).divergedAt());
    }

    /** v = 2t is exactly 1 at the end of the 32nd step of 1/64, and after a reset to 0 at that of every 32nd one after it. */
    @ParameterizedTest
    @MethodSource("methods")
    void theThresholdIsReachedAtTheEndOfAStepThatEndsOnIt(Method method) {
        KernelSpec spec = SmallModels.spec(SmallModels.RAMP, method.integrator(), method.precision());
        Protocol protocol =
                method.integrator().isAdaptive() ? Protocol.adaptive(2, 0, 1e-8) : Protocol.fixed(1.0 / 64, 128, 0);
        Outcome outcome = SmallModels.run(new Trial(spec, protocol, new double[] {2}, new double[] {0}), ALL);
        assertFalse(outcome.diverged());
        // The weights of the others are no binary fractions.
        double[] times = outcome.spikes().times();
        assertEquals(0.5, times[0], 1.0 / 64);
        assertEquals(1, outcome.maximum(0));
        if (method.integrator() == Integrator.EULER) {
            assertArrayEquals(new double[] {0.5, 1, 1.5, 2}, times);
            assertEquals(0, outcome.end(0));
        }
    }

    /** In single precision −50.4 is −50.400002: the comparison that resets and the one that counts are the same. */
    @ParameterizedTest
    @MethodSource("methods")
    void aThresholdThatIsNoFloatCountsToo(Method method) {
        for (double threshold : new double[] {-50.4, -50.3, -50.1}) {
            Outcome outcome = method.run(leaky(threshold), 100, 0, new double[] {-65, -65, 2})
                    .get(0);
            double period = 10 * Math.log(20 / (-45 - threshold));
            assertEquals((int) (100 / period), outcome.spikes().count(), "threshold " + threshold);
            assertEquals(period, outcome.spikes().first(), method.error());
        }
    }

    /** At most one spike a step; steps that follow the tolerance fire every 10 ln(5.0000001/5) = 2e-7. */
    @ParameterizedTest
    @MethodSource("methods")
    void aResetToJustBelowTheThresholdFiresAtOnce(Method method) {
        if (method.precision() == Precision.FLOAT) {
            return;
        }
        if (method.integrator().isAdaptive()) {
            Outcome outcome = method.run(LEAKY, PERIOD + 1.03e-5, 0, new double[] {-65, -50.0000001, 2})
                    .get(0);
            assertFalse(outcome.diverged());
            assertEquals(52, outcome.spikes().count());
            assertTrue(outcome.maximum(0) <= -50);
            return;
        }
        // It rises by 0.5 a ms there: by 0.001 in 0.002 ms, five times in a step of 0.01, and by 1e-7 too often.
        List<Outcome> outcomes = method.run(LEAKY, 14, 0, new double[][] {{-65, -50.001, 2}, {-65, -50.0000001, 2}});
        assertFalse(outcomes.get(0).diverged());
        double times = (14 - outcomes.get(0).spikes().first()) / (10 * Math.log(5.001 / 5));
        assertEquals(times + 1, outcomes.get(0).spikes().count(), 1);
        assertTrue(outcomes.get(0).maximum(0) <= -50);
        assertEquals(
                PERIOD + 64 * 2e-7,
                outcomes.get(1).divergedAt(),
                method.integrator() == Integrator.EULER ? 0.05 : 1e-6);
    }

    /** Without a reset nothing happens at the start, and the first spike is the first rise from below, or from the rearming level. */
    @ParameterizedTest
    @MethodSource("methods")
    void withoutAResetAStartAboveTheThresholdIsNoSpike(Method method) {
        Model swing = SmallModels.read("""
                name: Swing
                variables: {v: {initial: 1}, w: {initial: 0}}
                parameters: {offset: {default: 0}}
                input: I
                equations: {v: -w + 0*I, w: v - offset}
                spike: {variable: v, threshold: 0.5}
                """);
        double[][] rows = {{1, 0, 0, 0}, {0.5, 0, 0, 0}, {1, 0, 0.75, 0}, {1, 0, 1, 0}};
        // The cosine from 1 rises through 0.5 at 2π − π/3 and a turn later; from 0.5, at 2π and 4π; around 0.75 it
        // touches 0.5.
        List<Outcome> outcomes = method.run(swing, 20, 0, rows);
        double error = 2 * method.error();
        double turn = 2 * Math.PI;
        assertArrayEquals(
                new double[] {turn * 5 / 6, turn * 11 / 6, turn * 17 / 6},
                outcomes.get(0).spikes().times(),
                error);
        assertEquals(0, outcomes.get(3).spikes().count());
        assertEquals(
                method.integrator() == Integrator.EULER ? 1.1 : 1,
                outcomes.get(0).maximum(0),
                0.1);
        // Down to 0.2 it never comes around 0.7 with an amplitude of 0.3; so the rises from 0.4 count for nothing.
        for (double rearm : new double[] {0.5, 0.45, 0.3}) {
            Model rearmed = swing.withSpike(new SpikeCondition("v", 0.5, rearm, 0, 10));
            Outcome outcome =
                    method.run(rearmed, 20, 0, new double[] {1, 0, 0.7, 0}).get(0);
            assertEquals(rearm < 0.4 ? 0 : 3, outcome.spikes().count(), "rearm " + rearm);
            Outcome second =
                    method.run(rearmed, 20, 12, new double[] {1, 0, 0.7, 0}).get(0);
            assertEquals(rearm < 0.4 ? 0 : 1, second.spikes().count(), "rearm " + rearm);
        }
    }
}
