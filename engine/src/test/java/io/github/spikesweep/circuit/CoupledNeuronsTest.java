package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two coupled neurons against the truth: all equations of a circuit as one system, by SciPy's DOP853 with rtol 1e-11 and atol 1e-13, spikes by root
 * finding on its interpolation. The files have the swept value, counts and times of all spikes, mean absolute difference and correlation over the
 * second half of the run.
 */
@OneIn(5)
class CoupledNeuronsTest {
    /** As the truth was computed. */
    private static final String HODGKIN_HUXLEY =
            "{a: {model: HH, initial: {v: -75}}, b: {model: HH, initial: {v: -65}}}";

    private static final String HINDMARSH_ROSE =
            "{a: {model: HR, parameters: {e: 2.2, mu: 0.006}, initial: {x: -1.5, y: 0, z: 0}}, "
                    + "b: {model: HR, parameters: {e: 2.2, mu: 0.006}, initial: {x: -1, y: -3, z: 2}}}";

    /**
     * @param inputs of both cells
     * @param duration of the run
     * @param synapses as a circuit has them
     * @param set what the swept value sets
     * @param accuracy of spike times with RK4 at a step of 0.01
     */
    record Case(
            String file,
            String cells,
            List<Double> inputs,
            double duration,
            String synapses,
            DoubleFunction<Map<String, Double>> set,
            double accuracy) {
        @Override
        public String toString() {
            return file;
        }
    }

    /** A row of a file. */
    record Truth(double value, List<double[]> times, double difference, double correlation) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "hh-electrical-attractive",
                        HODGKIN_HUXLEY,
                        List.of(0.1, 0.08),
                        200,
                        "{c: {type: Electrical, between: [a, b]}}",
                        g -> Map.of("c.g", g),
                        1e-5),
                new Case(
                        "hr-electrical-attractive",
                        HINDMARSH_ROSE,
                        List.of(0.0, 0.0),
                        500,
                        "{c: {type: Electrical, between: [a, b]}}",
                        g -> Map.of("c.g", g),
                        1e-3),
                new Case(
                        "hh-chemical",
                        HODGKIN_HUXLEY,
                        List.of(0.1, 0.1),
                        300,
                        "{c: {type: Golowasch, from: a, to: b}}",
                        s -> Map.of("c.g_fast", -0.015 * s, "c.g_slow", -0.025 * s),
                        1e-5),
                new Case(
                        "hr-chemical",
                        HINDMARSH_ROSE,
                        List.of(0.0, 0.0),
                        500,
                        "{c: {type: Golowasch, between: [a, b], parameters: {e_syn: -1.92, s_fast: 4, v_fast: -0.5, k1: 0.1, k2: 0.05, s_slow: 5, v_slow: -1}}}",
                        g -> Map.of("c.g_fast", g, "c.g_slow", g / 2),
                        1e-4),
                new Case(
                        "hh-diffusion-excitatory",
                        HODGKIN_HUXLEY,
                        List.of(0.1, 0.0),
                        200,
                        "{c: {type: Destexhe, from: a, to: b}}",
                        g -> Map.of("c.g", -g),
                        2e-5));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsGiveTheTruth(Case each) {
        long steps = Math.round(each.duration / 0.01);
        check(
                each,
                Integrator.RK4,
                Protocol.fixed(0.01, steps, 0),
                Protocol.fixed(0.01, steps, steps / 2),
                each.accuracy);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("cases")
    void adaptiveStepsGiveTheTruth(Case each) {
        check(
                each,
                Integrator.DORMAND_PRINCE,
                Protocol.adaptive(each.duration, 0, 1e-9),
                Protocol.adaptive(each.duration, each.duration / 2, 1e-9),
                1e-6);
    }

    private static void check(Case each, Integrator integrator, Protocol whole, Protocol half, double accuracy) {
        List<Truth> rows = read(each.file);
        Model circuit = TestCircuits.read("cells: " + each.cells + "\nsynapses: " + each.synapses + "\n");
        KernelSpec spec = TestCircuits.spec(
                circuit,
                integrator,
                Precision.DOUBLE,
                each.set.apply(0.5).keySet().toArray(String[]::new));
        List<Outcome> spikes =
                new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(trials(each, rows, spec, whole));
        CellPair pair = new CellPair("a", "b");
        List<Outcome> pairs =
                new Simulator(new Recording(Set.of(), List.of(), Set.of(pair), 1)).run(trials(each, rows, spec, half));
        double worst = 0;
        for (int row = 0; row < rows.size(); row++) {
            Truth truth = rows.get(row);
            String where = each.file + " at " + truth.value;
            for (int cell = 0; cell < 2; cell++) {
                double[] times = spikes.get(row).cell(cell).spikes().times();
                double[] wanted = truth.times.get(cell);
                assertEquals(wanted.length, times.length, where + " " + Arrays.toString(times));
                for (int k = 0; k < times.length; k++) {
                    worst = Math.max(worst, Math.abs(times[k] - wanted[k]));
                }
            }
            PairOutcome of = pairs.get(row).pair(pair);
            // Without coupling the second cell has come to rest: what is left of its movement is rounding.
            double tolerance = 1e-3;
            boolean isStill = truth.times.get(1).length == 0 && truth.value == 0;
            assertEquals(isStill ? Double.NaN : truth.correlation, of.correlation(), tolerance, where);
            assertEquals(truth.difference, of.meanDifference(), tolerance * Math.max(1, truth.difference), where);
        }
        double largest = worst;
        assertTrue(largest < accuracy, () -> String.format(Locale.ROOT, "%s: %.3g", each.file, largest));
    }

    private static List<Trial> trials(Case each, List<Truth> rows, KernelSpec spec, Protocol protocol) {
        return rows.stream()
                .map(truth -> {
                    Map<String, Double> set = new HashMap<>(each.set.apply(truth.value));
                    set.put("a.input", each.inputs.get(0));
                    set.put("b.input", each.inputs.get(1));
                    return TestCircuits.trial(spec, protocol, set);
                })
                .toList();
    }

    private static List<Truth> read(String file) {
        try (InputStream in = CoupledNeuronsTest.class.getResourceAsStream(file + "-truth.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Truth(
                            Double.parseDouble(cells[0]),
                            List.of(numbers(cells[3]), numbers(cells[4])),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6])))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] numbers(String text) {
        return text.isBlank()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
