package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Correlation and mean difference of two cells against sums over what was recorded of both. */
class CellPairsTest {
    private static final CellPair PAIR = new CellPair("a", "b");
    private static final CellPair TURNED = new CellPair("b", "a");

    private static final Model STILL = TestCircuits.model("""
            name: Still
            variables: {v: {initial: 0.1}}
            parameters: {slope: {default: 0}}
            input: I
            equations: {v: slope + 0*I}
            spike: {variable: v, threshold: 1e9}
            """);

    private static final Model FALLING = TestCircuits.model("""
            name: Falling
            variables: {v: {initial: 0}, w: {initial: 0}}
            input: I
            equations: {v: 10*(v - v^3/3 - w + I), w: 0.8*(v - 0.8*w)}
            spike: {variable: v, direction: down, threshold: -1}
            """);

    private static Outcome run(KernelSpec spec, Protocol protocol, double every, Map<String, Double> set) {
        List<String> traced = spec.model().cells().stream()
                .map(cell -> cell.spike().variable())
                .toList();
        return new Simulator(new Recording(Set.of(), traced, Set.of(PAIR, TURNED), every))
                .run(List.of(TestCircuits.trial(spec, protocol, set)))
                .get(0);
    }

    private static double[] trace(Outcome outcome, Model circuit, int cell) {
        return outcome.trace(circuit.indexOf(circuit.cells().get(cell).spike().variable()));
    }

    private static double sum(double[] x, double[] y, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * x[k] * y[k];
        }
        return sum;
    }

    /** Of values with weights that add up to 1. */
    private static PairOutcome expected(double[] x, double[] y, double[] weights) {
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1);
        double mx = sum(x, ones, weights);
        double my = sum(y, ones, weights);
        double[] dx = Arrays.stream(x).map(value -> value - mx).toArray();
        double[] dy = Arrays.stream(y).map(value -> value - my).toArray();
        double[] difference = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            difference[k] = Math.abs(x[k] - y[k]);
        }
        return new PairOutcome(
                sum(dx, dy, weights) / Math.sqrt(sum(dx, dx, weights) * sum(dy, dy, weights)),
                sum(difference, ones, weights));
    }

    private static void assertNear(PairOutcome expected, PairOutcome actual, double error) {
        assertEquals(expected.correlation(), actual.correlation(), error);
        assertEquals(expected.meanDifference(), actual.meanDifference(), error * (1 + expected.meanDifference()));
    }

    @ParameterizedTest
    @CsvSource({
        "FHN, RK4, DOUBLE, 0.02, 0.5",
        "Izhikevich, RK4, DOUBLE, 0.05, 10",
        "Izhikevich, BUTCHER6, FLOAT, 0.05, 10",
        "AdEx, EULER, DOUBLE, 0.05, 900",
        "Falling, RK4, DOUBLE, 0.02, 0.1",
        "Rulkov, MAP, FLOAT, 1, 0.1",
    })
    void stepsAreSummed(String model, Integrator integrator, Precision precision, double step, double input) {
        Model circuit = TestCircuits.read("""
                cells: {a: {model: %1$s}, b: {model: %1$s}}
                synapses: {gap: {type: Electrical, between: [a, b], parameters: {g: 0.002}}}
                """.formatted(model), List.of(FALLING), List.of());
        KernelSpec spec = TestCircuits.spec(circuit, integrator, precision);
        Map<String, Double> set = Map.of("a.input", input, "b.input", 0.8 * input);
        for (int transientSteps : new int[] {0, 613}) {
            Outcome outcome = run(spec, Protocol.fixed(step, 3_001, transientSteps), step, set);
            // The value at the end belongs to the next step.
            double[] weights = new double[3_001 - transientSteps];
            Arrays.fill(weights, 1.0 / weights.length);
            double[] x = trace(outcome, circuit, 0);
            double[] y = trace(outcome, circuit, 1);
            assertEquals(weights.length + 1, x.length);
            PairOutcome expected = expected(x, y, weights);
            assertNear(expected, outcome.pair(PAIR), 1e-10);
            assertTrue(Math.abs(expected.correlation()) < 0.999, "moves: " + expected);
            assertEquals(outcome.pair(PAIR), outcome.pair(TURNED));
        }
    }

    @ParameterizedTest
    @CsvSource({"HH, 0.1", "Falling, 0.1"})
    void adaptiveStepsAreIntegrated(String model, double input) {
        Model circuit = TestCircuits.read("""
                cells: {a: {model: %1$s}, b: {model: %1$s}}
                synapses: {gap: {type: Electrical, between: [a, b], parameters: {g: 0.002}}}
                """.formatted(model), List.of(FALLING), List.of());
        KernelSpec spec = TestCircuits.spec(circuit, Integrator.DORMAND_PRINCE, Precision.DOUBLE);
        double every = 1.0 / 1024;
        for (double transientTime : new double[] {0, 13.5}) {
            Outcome outcome = run(
                    spec,
                    Protocol.adaptive(50, transientTime, 1e-8),
                    every,
                    Map.of("a.input", input, "b.input", 0.8 * input));
            double[] x = trace(outcome, circuit, 0);
            double[] y = trace(outcome, circuit, 1);
            double[] weights = new double[x.length];
            Arrays.fill(weights, 1.0 / (x.length - 1));
            weights[0] /= 2;
            weights[x.length - 1] /= 2;
            assertNear(expected(x, y, weights), outcome.pair(PAIR), 1e-6);
            assertNear(outcome.pair(PAIR), outcome.pair(TURNED), 1e-12);
        }
    }

    /** A reset makes a jump, which a trace sees late by half of its distance. */
    @Test
    void jumpsAreIntegratedToo() {
        Model circuit = TestCircuits.read("cells: {a: {model: Izhikevich}, b: {model: Izhikevich}}");
        KernelSpec spec = TestCircuits.spec(circuit, Integrator.DORMAND_PRINCE, Precision.DOUBLE);
        double every = 1.0 / 2048;
        Outcome outcome = run(spec, Protocol.adaptive(100, 20, 1e-8), every, Map.of("a.input", 10.0, "b.input", 8.0));
        double[] x = trace(outcome, circuit, 0);
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1.0 / x.length);
        assertNear(expected(x, trace(outcome, circuit, 1), weights), outcome.pair(PAIR), 1e-4);
        assertTrue(outcome.cell(0).spikes().count() > 1);
    }

    @ParameterizedTest
    @CsvSource({"RK4", "DORMAND_PRINCE"})
    void whatDoesNotMoveHasNoCorrelation(Integrator integrator) {
        Model circuit = TestCircuits.read("cells: {a: {model: Still}, b: {model: Still}}", List.of(STILL), List.of());
        KernelSpec spec = TestCircuits.spec(circuit, integrator, Precision.DOUBLE, "a.slope", "b.slope");
        Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(10, 0, 1e-6) : Protocol.fixed(0.1, 100, 0);
        Map<String, Double> still = Map.of("b.v", 0.3);
        PairOutcome both = run(spec, protocol, 0.1, still).pair(PAIR);
        assertEquals(Double.NaN, both.correlation());
        assertEquals(0.2, both.meanDifference(), 1e-12);
        for (String moving : List.of("a.slope", "b.slope")) {
            assertEquals(
                    Double.NaN,
                    run(spec, protocol, 0.1, Map.of(moving, 1.0)).pair(PAIR).correlation());
        }
        PairOutcome together =
                run(spec, protocol, 0.1, Map.of("a.slope", 1.0, "b.slope", 2.0)).pair(PAIR);
        assertEquals(1, together.correlation(), 1e-12);
        PairOutcome apart = run(spec, protocol, 0.1, Map.of("a.slope", 1.0, "b.slope", -2.0))
                .pair(PAIR);
        assertEquals(-1, apart.correlation(), 1e-12);
        assertEquals(integrator.isAdaptive() ? 15 : 14.85, apart.meanDifference(), 1e-9);
        Protocol none = integrator.isAdaptive() ? Protocol.adaptive(10, 10, 1e-6) : Protocol.fixed(0.1, 100, 100);
        PairOutcome ofNoTime =
                run(spec, none, 0.1, Map.of("a.slope", 1.0, "b.slope", 2.0)).pair(PAIR);
        assertEquals(new PairOutcome(Double.NaN, Double.NaN), ofNoTime);
    }
}
