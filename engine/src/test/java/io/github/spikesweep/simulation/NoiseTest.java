package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.simulation.noise.NoiseKey;
import io.github.spikesweep.simulation.noise.NormalDeviate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The noise as seen by a model that copies its input. */
class NoiseTest {
    private static final double MEAN = 0.7;
    private static final double SIGMA = 1.3;
    private static final double TAU = 5;
    private static final int STEPS = 2_000;
    private static final int ROWS = 300;

    private static Trial trial(Precision precision, double step, long seed, long id) {
        Expression input = ExpressionParser.parse("0.25", Position.startOf("input"), List.of());
        KernelSpec spec = new KernelSpec(
                SmallModels.COPY,
                Integrator.MAP,
                precision,
                input,
                List.of(),
                Noise.ORNSTEIN_UHLENBECK,
                Set.of("noise.sigma"),
                Set.of());
        return new Trial(
                SPECS.computeIfAbsent(precision, p -> spec),
                Protocol.fixed(step, STEPS, 0),
                new double[] {MEAN, SIGMA, TAU},
                new double[] {0},
                NoiseKey.of(seed, id));
    }

    /** Rows run side by side if their spec is the same object. */
    private static final Map<Precision, KernelSpec> SPECS = new EnumMap<>(Precision.class);

    private static List<double[]> noise(Precision precision, double step, long seed) {
        List<Trial> trials = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            trials.add(trial(precision, step, seed, id));
        }
        return traces(trials, step);
    }

    /** The input in each step, which is the state after it. */
    private static List<double[]> traces(List<Trial> trials, double step) {
        return new Simulator(new Recording(Set.of(), List.of("x"), step))
                .run(trials).stream()
                        .map(outcome -> Arrays.copyOfRange(outcome.trace(0), 1, STEPS + 1))
                        .toList();
    }

    /** Each estimate over 300 rows is within four standard errors. */
    @ParameterizedTest
    @EnumSource
    void isGaussianWithItsMeanVarianceAndAutocorrelation(Precision precision) {
        List<double[]> rows = noise(precision, 1, 42);
        for (int n : new int[] {0, 1, 17, STEPS - 1}) {
            double sum = 0;
            double squares = 0;
            double fourth = 0;
            for (double[] row : rows) {
                double z = (row[n] - 0.25 - MEAN) / SIGMA;
                sum += z / ROWS;
                squares += z * z / ROWS;
                fourth += z * z * z * z / ROWS;
            }
            assertEquals(0, sum, 4 / Math.sqrt(ROWS), "mean in step " + n);
            assertEquals(1, squares, 4 * Math.sqrt(2.0 / ROWS), "variance in step " + n);
            assertEquals(3, fourth, 4 * Math.sqrt(96.0 / ROWS), "fourth moment in step " + n);
        }
        for (int lag : new int[] {1, 2, 5, 10, 40}) {
            double product = 0;
            int count = ROWS * (STEPS - lag);
            for (double[] row : rows) {
                for (int n = 0; n + lag < STEPS; n++) {
                    product += (row[n] - 0.25 - MEAN) * (row[n + lag] - 0.25 - MEAN) / (SIGMA * SIGMA * count);
                }
            }
            // Samples within about 2τ are correlated.
            double error = Math.sqrt(2.0 * 2 * TAU / count);
            assertEquals(Math.exp(-lag / TAU), product, 4 * error, "autocorrelation at lag " + lag);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 10", "0.01, 100"})
    void theCorrelationTimeDoesNotDependOnTheStep(double step, int lag) {
        double product = 0;
        for (double[] row : noise(Precision.DOUBLE, step, 7)) {
            product += (row[0] - 0.25 - MEAN) * (row[lag] - 0.25 - MEAN) / (SIGMA * SIGMA * ROWS);
        }
        assertEquals(Math.exp(-1 / TAU), product, 4 / Math.sqrt(ROWS) * 1.5);
    }

    @Test
    void dependsOnSeedIdAndStepAlone() {
        List<double[]> rows = noise(Precision.DOUBLE, 1, 42);
        List<Trial> backwards = new ArrayList<>();
        for (int id = 0; id < 20; id++) {
            backwards.add(trial(Precision.DOUBLE, 1, 42, id));
        }
        Collections.reverse(backwards);
        List<double[]> few = traces(backwards, 1);
        for (int id = 0; id < 20; id++) {
            assertArrayEquals(rows.get(id), few.get(19 - id));
        }
        double[] otherSeed =
                traces(List.of(trial(Precision.DOUBLE, 1, 43, 3)), 1).get(0);
        assertTrue(correlation(rows.get(3), otherSeed) < 0.3);
        assertTrue(correlation(rows.get(3), rows.get(4)) < 0.3);
    }

    /** The recursion of the page about sweep files, with the deviates of steps 0, 1, 2, …; the step changes nothing in these. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25, 500})
    void followsItsRecursion(double step) {
        double decay = Math.exp(-step / TAU);
        for (int id = 0; id < 3; id++) {
            double[] noise =
                    traces(List.of(trial(Precision.DOUBLE, step, 42, id)), step).get(0);
            long key = NoiseKey.of(42, id);
            double expected = MEAN + SIGMA * NormalDeviate.of(NoiseKey.bits(key, 0));
            for (int n = 0; n < STEPS; n++) {
                assertEquals(0.25 + expected, noise[n], 1e-13, "step " + n);
                double deviate = NormalDeviate.of(NoiseKey.bits(key, n + 1));
                expected = MEAN + (expected - MEAN) * decay + SIGMA * Math.sqrt(1 - decay * decay) * deviate;
            }
        }
    }

    /** The variance of the integral over a time t is S t, with S = σ² h coth(h/(2τ)): 2σ²τ for long τ, σ² h for short ones. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"0.01, 0.1, 2", "0.05, 0.1, 2.0410", "0.1, 0.1, 2.1640", "0.1, 0.01, 10.0009", "0.1, 0.0001, 1000"})
    void itsIntegralIsThatOfWhiteNoise(double step, double tau, double intensityOverTau) {
        int rows = 4000;
        double intensity = intensityOverTau * SIGMA * SIGMA * tau;
        double time = 20;
        KernelSpec spec = new KernelSpec(
                SmallModels.INTEGRATOR,
                Integrator.EULER,
                Precision.DOUBLE,
                ExpressionParser.parse("0", Position.startOf("input"), List.of()),
                List.of(),
                Noise.ORNSTEIN_UHLENBECK,
                Set.of("noise.sigma"),
                Set.of());
        List<Trial> trials = new ArrayList<>();
        for (int id = 0; id < rows; id++) {
            trials.add(new Trial(
                    spec,
                    Protocol.fixed(step, Math.round(time / step), 0),
                    new double[] {0, SIGMA, tau},
                    new double[] {0},
                    NoiseKey.of(11, id)));
        }
        double variance = new Simulator(Recording.BASIC)
                .run(trials).stream()
                        .mapToDouble(outcome -> outcome.end(0) * outcome.end(0) / rows)
                        .sum();
        // Four standard errors, and what the ends of the time lack.
        assertEquals(1, variance / (intensity * time), 4 * Math.sqrt(2.0 / rows) + tau / time);
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += (a[n] - 0.25 - MEAN) * (b[n] - 0.25 - MEAN) / (SIGMA * SIGMA * a.length);
        }
        return Math.abs(sum);
    }

    /** Literal values: the standard normal quantiles as tabulated. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.025, -1.959963984540054",
        "0.9999, 3.719016485455709",
        "1e-10, -6.361340902404056",
        "1e-100, -21.27345356096532"
    })
    void quantilesAreThoseOfTheNormalDistribution(double p, double z) {
        assertEquals(z, NormalDeviate.quantile(p), 1e-13 * Math.max(1, Math.abs(z)));
    }
}
