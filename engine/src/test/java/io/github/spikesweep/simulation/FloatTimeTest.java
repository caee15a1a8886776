package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.java.JavaKernels;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.cut.CutSteps;
import io.github.spikesweep.simulation.cut.Piece;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The time in single precision, late in long simulations: kernels start there, so that nobody has to wait. */
@OneIn(4)
class FloatTimeTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final double STEP = 0.01;
    private static final int LANES = 32;

    /** What a kernel has done: how often the spike variable rose through the threshold in each lane, and where it ended. */
    private record Ran(List<Integer> spikes, List<Double> ends) {}

    private static double[] quantities(Model model, double[] values) {
        return DoubleStream.concat(
                        model.parameters().stream().mapToDouble(Parameter::defaultValue), Arrays.stream(values))
                .toArray();
    }

    /** Runs from {@code from} until {@code to}; each lane has values of its own for a, b and c. */
    private static Ran run(KernelSpec spec, double[][] values, double step, double from, double to) {
        Model model = spec.model();
        var compiled = JavaKernels.fixed().get(spec, LANES);
        LaneKernel kernel = compiled.newKernel();
        KernelLayout layout = compiled.layout();
        KernelLayout.CellRows rows = layout.cells().get(0);
        for (int lane = 0; lane < LANES; lane++) {
            for (int v = 0; v < model.variables().size(); v++) {
                kernel.put(
                        layout.variables().get(v) + lane,
                        InitialState.ofDefaults(model).values()[v]);
            }
            double[] quantities = quantities(model, values[lane % values.length]);
            for (int q = 0; q < quantities.length; q++) {
                kernel.put(layout.quantities().get(q).at(lane), quantities[q]);
            }
        }
        kernel.prepare(step);
        LaneHistories histories = new LaneHistories(kernel, layout, 0);
        double[] divergedAt = new double[LANES];
        Arrays.fill(divergedAt, Double.NaN);
        CutSteps cuts = new CutSteps(
                spec,
                kernel,
                layout,
                lane -> new SpikeChanges(spec, quantities(model, values[lane % values.length])),
                List.of(histories),
                divergedAt);
        cuts.prepare(step);
        double threshold = model.spike().threshold();
        int[] spikes = new int[LANES];
        List<Double> ends = new ArrayList<>();
        long last = Math.round(to / step);
        for (long first = Math.round(from / step); first < last; first++) {
            histories.begin();
            kernel.advance(first, 1, cuts);
            for (int lane = 0; lane < LANES; lane++) {
                double end = kernel.get(rows.starts() + LANES + lane);
                boolean crosses = kernel.get(rows.starts() + lane) < threshold && end >= threshold;
                spikes[lane] += crosses ? 1 : 0;
                spikes[lane] += (int)
                        histories.pieces(lane).stream().filter(Piece::resets).count();
            }
        }
        for (int lane = 0; lane < LANES; lane++) {
            ends.add(kernel.get(layout.variables().get(spec.spikeVariable()) + lane));
        }
        return new Ran(Arrays.stream(spikes).boxed().toList(), ends);
    }

    private static KernelSpec driven(
            Model model, Integrator integrator, Precision precision, String input, String... varying) {
        List<String> known = new ArrayList<>(NAMES);
        known.add("t");
        Expression expression = ExpressionParser.parse(input, Position.startOf("input"), known);
        return new KernelSpec(model, integrator, precision, expression, NAMES, Noise.NONE, Set.of(varying), Set.of());
    }

    private static List<Integer> all(int count) {
        return Collections.nCopies(LANES, count);
    }

    @ParameterizedTest
    @EnumSource
    void hodgkinHuxleyAnswersAPulseAfterTenMinutes(Precision precision) {
        Model model = ModelCatalog.find("HH").orElseThrow();
        KernelSpec constant = driven(model, Integrator.RK4, precision, "5*pulse(t, 600005.03, 0.02)");
        KernelSpec axes = driven(model, Integrator.RK4, precision, "5*pulse(t, a, b)", "a", "b");
        double[][] values = {{600005.03, 0.02, 0}};
        assertEquals(all(1), run(constant, values, STEP, 600_000, 600_010).spikes());
        assertEquals(all(1), run(axes, values, STEP, 600_000, 600_010).spikes());
    }

    /** Every pulse brings one and a half times what fires the neuron, however its edges fall among the steps. */
    @ParameterizedTest
    @CsvSource({
        "RK4, '150*pulse(t, 599995.004, 0.01) + 150*pulse(t, 599998, 0.01)', 2",
        "Euler, '150*pulse(t, 599995.004, 0.01) + 150*pulse(t, 599998, 0.01)', 2",
        "Butcher6, '150*pulse(t, 599995.004, 0.01) + 150*pulse(t, 599998, 0.01)', 2",
        "RK4, '150*pulse(t, a, b)', 1",
        "Euler, '150*pulse(t, a, b)', 1",
        "Butcher6, '150*pulse(t, a, b)', 1",
        "RK4, '150*pulses(t, 0.3, 0.01, 0.7)', 15",
        "Euler, '150*pulses(t, 0.3, b, c)', 15",
        "RK4, '150*pulses(t, a, b, c)', 10",
        "Euler, '150*pulses(t, a, b, c)', 10",
        "Butcher6, '150*pulses(t, a, b, c)', 10"
    })
    void everyPulseFiresOnce(String label, String input, int spikes) {
        for (Precision precision : Precision.values()) {
            assertEquals(all(spikes), spikesAroundTenMinutes(precision, label, input, "a", "b", "c"));
            assertEquals(all(spikes), spikesAroundTenMinutes(precision, label, input, "a"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RK4, '9*ramp(t, a, a + 3)*where(t < 599999, 1, 0)'",
        "Butcher6, '9*ramp(t, 599994.5, 599994.5 + b)'",
        "Euler, '9*ramp(t, a, a + c)'",
        "RK4, '5*sin((a - 599993.5)*t)'",
        "RK4, '50*sin(20*t)'",
        "RK4, '5*(t - a)*exp(-(t - a - 2)^2)'",
        "Euler, '9*where(t >= a, t < a + b + c, 0)'",
        "RK4, '9*where(floor((t - 0.01)/c) > floor((t - 0.3)/c), 1, 0)'",
        "Euler, 'abs(t - a)'"
    })
    void anyFunctionOfTheTimeFiresAsInDouble(String label, String input) {
        List<Integer> spikes = spikesAroundTenMinutes(Precision.DOUBLE, label, input, "a");
        assertTrue(spikes.stream().allMatch(count -> count > 0), spikes.toString());
        assertEquals(spikes, spikesAroundTenMinutes(Precision.FLOAT, label, input, "a"));
    }

    private static List<Integer> spikesAroundTenMinutes(
            Precision precision, String integrator, String input, String... varying) {
        double[][] values = new double[LANES][];
        for (int lane = 0; lane < LANES; lane++) {
            values[lane] = new double[] {599_994 + lane * 0.001, 0.01, 0.7};
        }
        KernelSpec spec = driven(
                SmallModels.INTEGRATE_AND_FIRE, Integrator.find(integrator).orElseThrow(), precision, input, varying);
        return run(spec, values, STEP, 599_990, 600_000.5).spikes();
    }

    /** A variable may move an edge: it is small, and the time it is added to is not. */
    @ParameterizedTest
    @EnumSource
    void edgesMayDependOnVariables(Precision precision) {
        Model model = SmallModels.read("""
                name: Late
                variables: {v: {initial: 0}, delay: {initial: 1.25}, phase: {initial: 0.5}}
                input: I
                let:
                  late: pulse(t, 599994 + delay, 0.01) + pulses(t, 0.004 - delay, 0.01, 4)
                  slow: 1 - 0.001*sin(6.283185307179586*(t - phase))
                equations: {v: 150*late*slow - v, delay: 0, phase: 0}
                reset: {v: 0}
                spike: {variable: v, threshold: 1}
                """);
        KernelSpec spec = KernelSpec.heldInput(model, Integrator.RK4, precision, Set.of(), Set.of());
        // 1 and, at 599990.754, 599994.754 and 599998.754, 3.
        assertEquals(
                all(4), run(spec, new double[][] {{0}}, STEP, 599_990, 600_000).spikes());
    }

    /** Conditions on such a variable and on the time alone go together. */
    @ParameterizedTest
    @EnumSource
    void stillVariablesAndPulses(Precision precision) {
        for (String input : List.of("5*pulse(t, 5, 1)", "5*where(t > 5, 1, 0)", "5*ramp(t, 5, 6)", "0")) {
            Model model = SmallModels.read("""
                    name: Still
                    variables: {v: {initial: 0}, q: {initial: 0}, r: {initial: 3.001}}
                    input: I
                    equations: {v: I - v, q: "where(t < r, 1, 0) - q", r: 0}
                    spike: {variable: v, threshold: 10}
                    """);
            KernelSpec spec = new KernelSpec(
                    model,
                    Integrator.RK4,
                    precision,
                    ExpressionParser.parse(input, Position.startOf(input), List.of("t")),
                    List.of(),
                    Noise.NONE,
                    Set.of(),
                    Set.of());
            Outcome outcome = new Simulator(Recording.BASIC)
                    .run(List.of(new Trial(
                            spec,
                            Protocol.fixed(0.02, 400, 0),
                            new double[0],
                            InitialState.ofDefaults(model).values())))
                    .get(0);
            assertFalse(outcome.diverged(), input);
            double whole = (1 - Math.exp(-3.001)) * Math.exp(-4.999);
            assertEquals(whole, outcome.end(1), (precision == Precision.DOUBLE ? 1e-4 : 0.03) * whole, input);
        }
    }

    /** A variable that a reset sets to the time is as good as a double where the time is held against it. */
    @ParameterizedTest
    @EnumSource
    void theTimeSinceTheLastSpikeIsExact(Precision precision) {
        Model model = SmallModels.read("""
                name: Clock
                variables: {v: {initial: 0}, last: {initial: 599990}, passed: {initial: 0}}
                input: I
                let: {since: t - last}
                equations:
                  v: 40*where(since >= 0.254, where(since < 0.304, 1, 0), 0)
                  last: 0
                  passed: 10*(since - passed)
                reset: {v: 0, last: t}
                spike: {variable: v, threshold: 1}
                """);
        KernelSpec spec = KernelSpec.heldInput(model, Integrator.EULER, precision, Set.of(), Set.of());
        // It charges from 0.254 to 0.279 after the last spike: every 0.279. In float it begins with the first whole
        // step.
        int count = 35;
        assertEquals(
                all(count),
                run(spec, new double[][] {{0}}, STEP, 599_990, 600_000).spikes());
    }

    /** At any time up to 1e8, any train of pulses: float counts what double counts, and that is every pulse. */
    @Tag("thorough")
    @Test
    void pulseTrainsAtRandomTimes() {
        Random random = new Random(18);
        for (int n = 0; n < 60; n++) {
            double step = List.of(0.01, 0.1, 0.025).get(random.nextInt(3));
            double from = Math.floor(Math.pow(10, 1 + 7 * random.nextDouble())) + 1;
            // Once in a pulse, it is set back so far that nothing but time brings it near the threshold again.
            Model model = SmallModels.read("""
                    name: Forgetful
                    variables: {v: {initial: 0}}
                    input: I
                    equations: {v: I - v*%s}
                    reset: {v: -20}
                    spike: {variable: v, threshold: 1}
                    """.formatted(0.5 / step));
            double to = from + 500 * step;
            double[][] values = new double[LANES][];
            List<Integer> pulses = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                double width = step * (0.1 + 2 * random.nextDouble());
                double period = width + step * (25 + 50 * random.nextDouble());
                // The end falls between the last pulse and the next.
                double last = to - step - width - (period - width - step) * random.nextDouble();
                int before = (int) Math.floor((last - from) / period * random.nextDouble());
                values[lane] = new double[] {last - before * period, width, period};
                pulses.add(before + 1);
            }
            String input = "pulses(t, a, b, c)*6/b";
            Integrator integrator = List.of(Integrator.RK4, Integrator.EULER, Integrator.BUTCHER6)
                    .get(random.nextInt(3));
            for (Precision precision : Precision.values()) {
                KernelSpec spec = driven(model, integrator, precision, input, "a", "b", "c");
                List<Integer> spikes = run(spec, values, step, from, to).spikes();
                String which = precision + " " + integrator + " from " + from + " in steps of " + step;
                assertEquals(pulses, spikes, which);
            }
        }
    }
}
