package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.DeviceLimitException;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A device has the bits of the CPU. */
@OneIn(9)
class SameBitsTest {
    /** No whole number of advances, before and after the transient. */
    private static final int STEPS = 1_003;

    private static final int TRANSIENT = 101;

    @BeforeEach
    void needsADevice() {
        DeviceOfTests.assume();
    }

    private static List<Trial> trials(NeuronName name, int rows, int steps) {
        double step = name.integrator() == Integrator.MAP ? 1 : 0.02;
        return TrialSeries.scan(name, Protocol.fixed(step, steps, TRANSIENT), rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HRDoubleRK4",
                "HHFloatRK4",
                "MLDoubleRK4",
                "FHNFloatRK6",
                "RulkovDoubleMap",
                "STGDoubleExponentialEuler",
                "IzhikevichDoubleRK4",
                "IzhikevichFloatEuler",
                "AdExDoubleExponentialEuler",
                "AdExFloatRK4"
            })
    void ofSomeNeurons(String name) {
        List<Trial> trials = trials(NeuronName.find(name).orElseThrow(), 70, STEPS);
        DeviceOfTests.assertSameBits(trials, name);
        DeviceOfTests.assertSameSpikes(trials, name);
    }

    static Stream<NeuronName> neurons() {
        return NeuronName.everyName().stream().filter(name -> !name.integrator().isAdaptive());
    }

    @ParameterizedTest
    @MethodSource("neurons")
    @Tag("thorough")
    void ofEveryNeuron(NeuronName name) {
        DeviceOfTests.assertSameBits(trials(name, 100, STEPS), name.toString());
    }

    @ParameterizedTest
    @CsvSource({"1, 102", "1, 116", "20, 5000", "300, 117", "300, 149", "300, 1701"})
    void whateverTheRowsAndSteps(int rows, int steps) {
        for (String name : List.of("HRDoubleRK4", "FHNFloatRK4")) {
            List<Trial> trials = trials(NeuronName.find(name).orElseThrow(), rows, steps);
            DeviceOfTests.assertSameBits(trials, rows + " rows of " + name);
            DeviceOfTests.assertSameSpikes(trials, rows + " rows of " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HRDoubleRK4", "HRFloatEuler", "MLDoubleRK4", "STGFloatRK4"})
    void whereRowsDiverge(String name) {
        List<Trial> sound = trials(NeuronName.find(name).orElseThrow(), 60, STEPS);
        List<Trial> trials = new ArrayList<>();
        for (int row = 0; row < sound.size(); row++) {
            Trial trial = sound.get(row);
            double[] initial = trial.initial().clone();
            initial[0] = row % 3 == 0 ? Math.pow(10, row) * 1e4 : initial[0];
            trials.add(new Trial(trial.kernel(), trial.protocol(), trial.quantities(), initial));
        }
        List<Outcome> outcomes = DeviceOfTests.assertSameBits(trials, name);
        DeviceOfTests.assertSameSpikes(trials, name);
        assertTrue(outcomes.stream().anyMatch(Outcome::diverged), "some diverge");
        assertFalse(outcomes.stream().allMatch(Outcome::diverged), "some do not");
    }

    /** What depends on the time alone is computed by the host, functions of its library included. */
    @ParameterizedTest
    @EnumSource
    void withInputsOfTimeAndNoise(Precision precision) {
        Model model = ModelCatalog.find("FHN").orElseThrow();
        for (Noise noise : Noise.values()) {
            KernelSpec spec = new KernelSpec(
                    model,
                    Integrator.RK4,
                    precision,
                    ExpressionParser.parse(
                            "0.5 + 0.3*sin(0.3*t) + max(0, p - t)", Position.startOf("input"), List.of("t", "p")),
                    List.of("p"),
                    noise,
                    Set.of("p"),
                    Set.of());
            List<Trial> trials = IntStream.range(0, 40)
                    .mapToObj(row -> {
                        double[] given = Stream.concat(
                                        model.parameters().stream().map(Parameter::defaultValue),
                                        Stream.of(row * 0.5, 0.1, 2.0, 3.0))
                                .mapToDouble(Double::doubleValue)
                                .limit(spec.givenCount())
                                .toArray();
                        return new Trial(
                                spec,
                                Protocol.fixed(0.02, STEPS, TRANSIENT),
                                given,
                                InitialState.ofDefaults(model).values(),
                                row);
                    })
                    .toList();
            DeviceOfTests.assertSameBits(trials, noise.toString());
            DeviceOfTests.assertSameSpikes(trials, noise.toString());
        }
    }

    /** A card is far from the CPU: where only spikes count, what passes between them is less than one number in four steps. */
    @ParameterizedTest
    @ValueSource(strings = {"HHDoubleRK4", "HRDoubleRK4", "FHNFloatRK4", "STGDoubleExponentialEuler"})
    void littlePassesWhereOnlySpikesCount(String name) {
        int steps = 40_000;
        List<Trial> trials = trials(NeuronName.find(name).orElseThrow(), 256, steps);
        ComputeDevice device = DeviceOfTests.another();
        List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES), device).run(trials);
        assertTrue(outcomes.stream().anyMatch(outcome -> outcome.spikeCount() > 0), "some spike");
        double bytes = (double) device.receivedBytes() / steps / trials.size();
        assertTrue(bytes > 0 && bytes < 2, bytes + " bytes a step");
    }

    private static List<Trial> logarithms(double... initial) {
        Model model = SmallModels.read("""
                name: Logarithms
                variables: {v: {initial: 0}, w: {initial: 1}}
                input: I
                equations: {v: "ln(w) - v + I", w: "-0.1*w^1.5"}
                spike: {variable: v, threshold: 1}
                """);
        KernelSpec spec = SmallModels.spec(model, Integrator.RK4, Precision.DOUBLE);
        return Arrays.stream(initial)
                .mapToObj(w ->
                        new Trial(spec, Protocol.fixed(0.02, STEPS, TRANSIENT), new double[] {0}, new double[] {0, w}))
                .toList();
    }

    @Test
    void ofLogarithmsAndPowers() {
        DeviceOfTests.assertSameBits(logarithms(1e-300, 0.5, 1, 3, 1e10, -1), "logarithms");
    }

    /** The library computes the logarithm of a subnormal number; the device leaves the block to the CPU. */
    @Test
    void ofWhatOnlyTheLibraryComputes() {
        List<Trial> trials = logarithms(1, 1e-310);
        DeviceOfTests.assertSameBits(trials, "subnormal");
        var kernel = DeviceOfTests.get().kernel(trials.get(0).kernel(), 8).orElseThrow();
        LaneBlock block = new LaneBlock(kernel, trials, Recording.BASIC, Progress.NONE);
        assertThrows(DeviceLimitException.class, block::run);
    }

    @Test
    void callsOfTheLibraryAreRefused() {
        Model model = SmallModels.read("""
                name: Turning
                variables: {v: {initial: 0}}
                input: I
                equations: {v: "sin(v) + I"}
                spike: {variable: v, threshold: 1}
                """);
        KernelSpec spec = SmallModels.spec(model, Integrator.RK4, Precision.DOUBLE);
        String message = assertThrows(
                        InputException.class, () -> DeviceOfTests.get().check(spec))
                .getMessage();
        assertEquals(
                "Turning calls sin of its variables in every step, which only the CPU computes with the same bits",
                message);
        assertThrows(InputException.class, () -> ComputeDevice.elsewhere("gpu").check(spec));
        ComputeDevice.elsewhere("Auto").check(spec);
    }

    @Test
    void adaptiveStepsAreRefused() {
        KernelSpec spec = SmallModels.spec(SmallModels.INTEGRATOR, Integrator.DORMAND_PRINCE, Precision.DOUBLE);
        String message = assertThrows(
                        InputException.class, () -> DeviceOfTests.get().check(spec))
                .getMessage();
        assertTrue(
                message.endsWith(
                        " takes steps of one length for all neurons: DormandPrince is computed by the CPU alone"),
                message);
    }

    @Test
    void unknownDevicesAreRefused() {
        String message = assertThrows(InputException.class, () -> ComputeDevice.of("abacus"))
                .getMessage();
        assertTrue(message.startsWith("--device abacus: no device has that name; accepted: cpu, auto, gpu, "), message);
    }
}
