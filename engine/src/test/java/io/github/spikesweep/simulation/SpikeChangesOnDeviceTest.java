package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where spikes change something, a device has the bits of the CPU, which cuts the steps of both. */
@OneIn(5)
class SpikeChangesOnDeviceTest {
    private static final double STEP = 0.05;
    private static final int TRANSIENT = 101;

    /** Leaky neurons with a hold, a threshold of their own, and an adaptation. */
    private static final Model LEAKY = SmallModels.read("""
            name: Leaky
            time: ms
            variables: {v: {initial: -65}, w: {initial: 0}}
            parameters: {tau: {default: 10}, v_reset: {default: -65}, t_ref: {default: 1}, top: {default: -50}}
            input: I
            equations: {v: (-65 - v - w + I) / tau, w: -w / 20}
            reset: {v: v_reset, w: w + 1}
            hold: t_ref
            spike: {variable: v, threshold: top}
            """);

    /** Spikes point down, and what has no reset changes nothing. */
    private static final Model DOWN = SmallModels.read("""
            name: Down
            variables: {x: {initial: 0}, n: {initial: 0}}
            parameters: {back: {default: 0}}
            input: I
            equations: {x: -I - x, n: 0}
            reset: {x: back, n: n + x}
            spike: {variable: x, threshold: -1, direction: down}
            """);

    /** Its resets fail where {@code back} is not below the threshold or w gets too large; in between, u grows beyond all bounds. */
    private static final Model FAILING = SmallModels.read("""
            name: Failing
            variables: {v: {initial: 0}, w: {initial: 1, range: [0, 50]}, u: {initial: 0.1}}
            parameters: {back: {default: 0}, gain: {default: 1}, kick: {default: 0}}
            input: I
            equations: {v: I - v + 1e-9*u, w: -0.01*w, u: u^2 - u}
            reset: {v: back, w: gain*w, u: u + kick}
            spike: {variable: v, threshold: 1}
            """);

    @BeforeEach
    void needsADevice() {
        DeviceOfTests.assume();
    }

    private static KernelSpec spec(Model model, Integrator integrator, Precision precision, String input, Noise noise) {
        Set<String> varying = new HashSet<>(model.parameterNames());
        varying.add("a");
        return new KernelSpec(
                model,
                integrator,
                precision,
                ExpressionParser.parse(input, Position.startOf("input"), List.of("t", "a")),
                List.of("a"),
                noise,
                varying,
                Set.of(0, 1));
    }

    /** A trial with some values other than the defaults; of the noise, mean 0, standard deviation 2 and time constant 3. */
    private static Trial trial(KernelSpec spec, int steps, long key, Map<String, Double> set) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : spec.model().parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        List<String> noise = spec.noise().quantities();
        for (int k = 0; k < noise.size(); k++) {
            values.put(noise.get(k), k == 0 ? 0.0 : 1.0 + k);
        }
        values.putAll(set);
        double[] given = spec.given().stream().mapToDouble(values::get).toArray();
        double[] initial = InitialState.ofDefaults(spec.model()).values();
        initial[0] = set.getOrDefault("start", initial[0]);
        return new Trial(spec, Protocol.fixed(STEP, steps, TRANSIENT), given, initial, key);
    }

    private static List<Trial> leaky(KernelSpec spec, int rows, int steps) {
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Double> set = new HashMap<>();
            set.put("a", 14 + row * 0.7);
            set.put("t_ref", row % 4 * 0.33);
            set.put("top", -50.0 + row % 3);
            set.put("start", row % 5 == 0 ? -49.0 + row % 3 : -65.0);
            trials.add(trial(spec, steps, row, set));
        }
        return trials;
    }

    private static void assertSpiking(List<Outcome> outcomes) {
        long spiking = outcomes.stream().filter(of -> of.spikeCount() > 2).count();
        assertTrue(2 * spiking > outcomes.size(), spiking + " of " + outcomes.size() + " spike");
    }

    record Method(Integrator integrator, Precision precision) {}

    static Stream<Method> methods() {
        return Arrays.stream(Integrator.values())
                .filter(integrator -> integrator != Integrator.MAP && !integrator.isAdaptive())
                .flatMap(integrator ->
                        Arrays.stream(Precision.values()).map(precision -> new Method(integrator, precision)));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("methods")
    void ofHeldNeurons(Method method) {
        KernelSpec spec = spec(LEAKY, method.integrator, method.precision, "a", Noise.NONE);
        assertSpiking(DeviceOfTests.assertSameBits(leaky(spec, 40, 1_503), method.toString()));
    }

    @Tag("thorough")
    @Test
    void whateverTheRowsAndSteps() {
        KernelSpec spec = spec(LEAKY, Integrator.EULER, Precision.DOUBLE, "a", Noise.NONE);
        for (int rows : new int[] {1, 3, 8, 65, 300}) {
            for (int steps : new int[] {TRANSIENT + 1, 117, 118, 1_701, 6_000}) {
                DeviceOfTests.assertSameBits(leaky(spec, rows, steps), rows + " rows, " + steps + " steps");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withInputsOfTimeAndNoise(Precision precision) {
        for (Noise noise : Noise.values()) {
            KernelSpec spec = spec(
                    LEAKY,
                    Integrator.RK4,
                    precision,
                    "a + 5*sin(0.3*t) + where(t < 31.23, 4, 0) + max(0, 9 - t)",
                    noise);
            assertSpiking(DeviceOfTests.assertSameBits(leaky(spec, 40, 1_503), noise.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereSpikesPointDown(Precision precision) {
        KernelSpec spec = spec(DOWN, Integrator.RK4, precision, "a", Noise.NONE);
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            trials.add(trial(spec, 1_503, row, Map.of("a", 0.9 + row * 0.1, "back", row * 0.02)));
        }
        assertSpiking(DeviceOfTests.assertSameBits(trials, precision.toString()));
    }

    /** Some do so in a reset, some by what it leaves, some by too many spikes, and some never. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("methods")
    void whereRowsDiverge(Method method) {
        KernelSpec spec = spec(FAILING, method.integrator, method.precision, "a", Noise.NONE);
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < 48; row++) {
            Map<String, Double> set = new HashMap<>();
            set.put("a", row % 16 == 15 ? 1e9 : 1.1 + row * 0.05);
            set.put("back", row % 6 == 1 ? 1.0 : row * 0.01);
            set.put("gain", row % 6 == 2 ? 3.0 : 1.0);
            set.put("kick", row % 6 == 3 ? 0.6 : 0.0);
            set.put("start", row % 6 == 4 ? 2.0 : 0.0);
            trials.add(trial(spec, 1_003, row, set));
        }
        List<Outcome> outcomes = DeviceOfTests.assertSameBits(trials, method.toString());
        for (int kind : new int[] {1, 2, 3}) {
            assertTrue(outcomes.get(12 + kind).diverged(), "kind " + kind);
        }
        assertTrue(outcomes.get(15).diverged(), "too many spikes");
        assertFalse(outcomes.get(12).diverged());
        assertSpiking(List.of(outcomes.get(12), outcomes.get(18), outcomes.get(16)));
    }
}
