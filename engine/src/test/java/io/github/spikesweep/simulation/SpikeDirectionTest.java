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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spikes that point down are those of the mirrored neuron that point up, bit for bit, in every integrator and precision. */
@OneIn(9)
class SpikeDirectionTest {
    private static final Recording ALL = new Recording(
            Set.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.ACTION_POTENTIALS, Recording.Detail.STEADY_STATE),
            List.of("v"),
            0.5);

    /** FitzHugh–Nagumo's neuron, which is odd in its variables, with spikes of v that point one way. */
    private static Model relaxing(String direction, double threshold, double rearm) {
        return SmallModels.read("""
                name: Odd
                variables: {v: {initial: 0}, w: {initial: 0}}
                parameters: {b: {default: 0}}
                input: I
                equations: {v: 10*(v - v^3/3 - w + I), w: 0.8*(v - 0.8*w + b)}
                spike: {variable: v, direction: %s, threshold: %s, rearm: %s, refractory: 0.5, onset_slope: 2}
                """.formatted(direction, threshold, rearm));
    }

    private static Model firing(String direction, double sign) {
        return SmallModels.read("""
                name: Reset
                variables: {v: {initial: 0, range: [-80, 80]}, w: {initial: 0}}
                parameters: {b: {default: %s}}
                input: I
                equations: {v: (b - v - w + 10*I) / 10, w: (0.1*(v - b) - w) / 30}
                reset: {v: b, w: w + %s}
                spike: {variable: v, direction: %s, threshold: %s, onset_slope: 0.5}
                """.formatted(-65 * sign, sign, direction, -50 * sign));
    }

    record Method(Integrator integrator, Precision precision) {
        List<Outcome> run(Model model, List<double[]> rows, double transientTime) {
            Protocol protocol = integrator.isAdaptive()
                    ? Protocol.adaptive(200, transientTime, 1e-7)
                    : Protocol.fixed(0.02, 10_000, Math.round(transientTime / 0.02));
            Set<String> varying = new HashSet<>(model.parameterNames());
            varying.add(model.input().name());
            KernelSpec spec = KernelSpec.heldInput(model, integrator, precision, varying, Set.of(0, 1));
            return new Simulator(ALL)
                    .run(rows.stream()
                            .map(row -> new Trial(spec, protocol, Arrays.copyOfRange(row, 2, 4), Arrays.copyOf(row, 2)))
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

    private static List<double[]> mirrored(List<double[]> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row).map(x -> -x).toArray())
                .toList();
    }

    private static void assertMirrored(Outcome up, Outcome down) {
        assertEquals(up.divergedAt(), down.divergedAt());
        assertArrayEquals(up.spikes().times(), down.spikes().times());
        assertEquals(up.steps(), down.steps());
        assertEquals(
                up.actionPotentials().meanAmplitude(), down.actionPotentials().meanAmplitude());
        assertEquals(
                up.actionPotentials().meanHalfWidth(), down.actionPotentials().meanHalfWidth());
        // 0.0 and −0.0 are one number.
        assertEquals(up.steadyState(), -down.steadyState(), 0);
        for (int v = 0; v < 2; v++) {
            assertEquals(up.minimum(v), -down.maximum(v), 0);
            assertEquals(up.maximum(v), -down.minimum(v), 0);
            assertEquals(up.end(v), -down.end(v), 0);
        }
        assertArrayEquals(up.trace(0), Arrays.stream(down.trace(0)).map(x -> -x).toArray(), 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aNeuronWithoutAResetIsItsMirrorImage(Method method) {
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            rows.add(new double[] {-1 + 0.13 * k, 0.4 - 0.05 * k, 0.1 * (k % 5), 0.02 * k});
        }
        for (double rearm : new double[] {0.4, -0.6}) {
            for (double transientTime : new double[] {0, 37}) {
                List<Outcome> up = method.run(relaxing("up", 0.4, rearm), rows, transientTime);
                List<Outcome> down = method.run(relaxing("down", -0.4, -rearm), mirrored(rows), transientTime);
                int spikes = 0;
                for (int row = 0; row < rows.size(); row++) {
                    assertMirrored(up.get(row), down.get(row));
                    spikes += up.get(row).spikes().count();
                }
                assertTrue(spikes > 500, spikes + " spikes");
                assertTrue(up.get(0).actionPotentials().meanAmplitude() > 0.5);
            }
        }
    }

    /** Rows that start beyond the threshold, are reset beyond it, or leave their range, too. */
    @ParameterizedTest
    @MethodSource("methods")
    void aNeuronWithAResetIsItsMirrorImage(Method method) {
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            rows.add(new double[] {-65 + k, 0.1 * k, k == 7 ? -49 : k == 8 ? -90 : -60, k == 8 ? 5 : 1.5 + 0.1 * k});
        }
        for (double transientTime : new double[] {0, 37}) {
            List<Outcome> up = method.run(firing("up", 1), rows, transientTime);
            List<Outcome> down = method.run(firing("down", -1), mirrored(rows), transientTime);
            int spikes = 0;
            int diverged = 0;
            for (int row = 0; row < rows.size(); row++) {
                assertMirrored(up.get(row), down.get(row));
                spikes += up.get(row).spikes().count();
                diverged += up.get(row).diverged() ? 1 : 0;
            }
            assertTrue(spikes > 200, spikes + " spikes");
            assertEquals(2, diverged);
        }
    }

    /** The first spike that points down of v = cos t, whose slope is the input, is at π/2. */
    @ParameterizedTest
    @MethodSource("methods")
    void aFallIsASpikeAndARiseIsNone(Method method) {
        Model circle = SmallModels.read("""
                name: Circle
                variables: {v: {initial: 1}, w: {initial: 0}}
                parameters: {b: {default: 0}}
                input: I
                equations: {v: -w, w: v}
                spike: {variable: v, direction: down, threshold: 0, onset_slope: 0.1}
                """);
        Outcome outcome =
                method.run(circle, List.of(new double[] {1, 0, 0, 0}), 0).get(0);
        double[] times = outcome.spikes().times();
        double error = method.integrator().order() == 2 ? 1e-3 : method.precision() == Precision.FLOAT ? 1e-4 : 1e-5;
        if (method.integrator().order() > 1) {
            assertEquals(32, times.length);
            assertEquals(Math.PI / 2, times[0], error);
            assertEquals(Math.PI / 2 + 10 * Math.PI, times[5], error);
            // From where it falls by 0.1 a unit of time to −1.
            double onset = Math.sqrt(1 - 0.01);
            assertEquals(onset + 1, outcome.actionPotentials().meanAmplitude(), 1e-3);
            double half = (onset - 1) / 2;
            assertEquals(2 * Math.acos(-half), outcome.actionPotentials().meanHalfWidth(), 1e-3);
        }
    }

    @Test
    void aMapFallsThroughTheThreshold() {
        Model map = SmallModels.read("""
                name: Turn
                variables: {v: {initial: 1}}
                next: {v: -v}
                input: I
                spike: {variable: v, direction: down, threshold: 0}
                """);
        KernelSpec spec = SmallModels.spec(map, Integrator.MAP, Precision.DOUBLE);
        Outcome outcome = SmallModels.run(
                new Trial(spec, Protocol.fixed(1, 10, 0), new double[] {0}, new double[] {1}),
                Recording.of(Recording.Detail.SPIKE_TIMES));
        assertArrayEquals(new double[] {1, 3, 5, 7, 9}, outcome.spikes().times());
        assertFalse(outcome.diverged());
    }
}
