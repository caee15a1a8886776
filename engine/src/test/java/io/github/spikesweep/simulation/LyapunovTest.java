package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Tangent;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Largest Lyapunov exponents, against exact ones and those of lyapunov.csv, which lyapunov.py beside it has computed with Jacobians written by hand. */
@OneIn(9)
class LyapunovTest {
    private static final Model LORENZ = SmallModels.read("""
            name: Lorenz
            time: "1"
            variables: {x: {initial: 1}, y: {initial: 1}, z: {initial: 20}}
            parameters: {sigma: {default: 10}, rho: {default: 28}, beta: {default: 8/3}}
            equations:
              x: sigma*(y - x)
              y: x*(rho - z) - y
              z: x*y - beta*z
            spike: {variable: x, threshold: 0}
            """);

    private static final Model LOGISTIC = map("x: {initial: 0.3}", "x: r*x*(1 - x)");

    private static Model map(String variables, String next) {
        return SmallModels.read("""
                name: Map
                variables: {%s}
                parameters: {r: {default: 4}}
                next: {%s}
                spike: {variable: x, threshold: 0.5}
                """.formatted(variables, next));
    }

    private static double exponent(Model model, Map<String, Double> values, Integrator integrator, Protocol protocol) {
        return outcome(model, values, integrator, Precision.DOUBLE, protocol).lyapunov();
    }

    private static Outcome outcome(
            Model model, Map<String, Double> values, Integrator integrator, Precision precision, Protocol protocol) {
        Setting setting = Setting.of(Tangent.with(model), precision, integrator);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            setting = setting.with(value.getKey(), value.getValue());
        }
        return SmallModels.run(
                setting.trial(protocol, InitialState.ofDefaults(model).values()), Recording.BASIC);
    }

    private static double[] reference(String system) throws IOException {
        try (InputStream in = LyapunovTest.class.getResourceAsStream("lyapunov.csv")) {
            String line = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> each.startsWith(system + ","))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.split(","))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    /** ln 2 at r = 4; ln |2 − r| at the fixed point 1 − 1/r, which is stable up to r = 3. */
    @Test
    void theLogisticMapHasItsExactExponents() {
        Protocol protocol = Protocol.fixed(1, 1_000_000, 1_000);
        assertEquals(Math.log(2), exponent(LOGISTIC, Map.of(), Integrator.MAP, protocol), 1e-4);
        assertEquals(Math.log(0.5), exponent(LOGISTIC, Map.of("r", 2.5), Integrator.MAP, protocol), 1e-9);
    }

    /** x ← 1 − 2 √|x| has the exponent 1/2 (Beck &amp; Schlögl 1993); its derivative is not defined at 0. */
    @Test
    void aCuspHasItsExactExponent() {
        Model cusp = map("x: {initial: 0.3}", "x: 1 - 2*sqrt(abs(x))");
        assertEquals(0.5, exponent(cusp, Map.of(), Integrator.MAP, Protocol.fixed(1, 2_000_000, 1_000)), 3e-3);
    }

    /** Baker's map, in which one direction grows by 2 and the other shrinks by 1/2, with a jump. */
    @Test
    void whatJumpsHasTheDerivativeBetweenItsJumps() {
        Model baker = map(
                "x: {initial: 0.3}, y: {initial: 0.2}",
                "x: \"mod(2*x + 1e-9*sin(1e4*y), 1)\", y: \"where(x < 0.5, y/2, (y + 1)/2)\"");
        assertEquals(Math.log(2), exponent(baker, Map.of(), Integrator.MAP, Protocol.fixed(1, 100_000, 1_000)), 1e-3);
    }

    @Test
    void henonsMapIsAsChaoticAsTheLiteratureSays() throws IOException {
        Model henon = map("x: {initial: 0.1}, y: {initial: 0.1}", "x: 1 - 1.4*x^2 + y, y: 0.3*x");
        double found = exponent(henon, Map.of(), Integrator.MAP, Protocol.fixed(1, 2_000_000, 1_000));
        assertEquals(0.419, found, 1e-3);
        assertEquals(reference("henon")[0], found, 1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1", "4.5", "5.0"})
    void rulkovsChaoticMapAgreesWithAComputationByHand(String alpha) throws IOException {
        Model rulkov = SmallModels.read("""
                name: RulkovChaotic
                variables: {x: {initial: -1}, y: {initial: -2.9}}
                parameters: {alpha: {default: 4.1}, mu: {default: 0.001}, sigma: {default: -1}}
                next: {x: alpha/(1 + x^2) + y, y: y - mu*(x - sigma)}
                spike: {variable: x, threshold: 0}
                """);
        double[] expected = reference("rulkov-" + alpha);
        double found = exponent(
                rulkov,
                Map.of("alpha", Double.parseDouble(alpha)),
                Integrator.MAP,
                Protocol.fixed(1, 2_020_000, 20_000));
        assertEquals(expected[0], found, 1e-3);
        Outcome rough = outcome(
                rulkov,
                Map.of("alpha", Double.parseDouble(alpha)),
                Integrator.MAP,
                Precision.FLOAT,
                Protocol.fixed(1, 2_020_000, 20_000));
        assertEquals(expected[0], rough.lyapunov(), 2e-3);
    }

    /** 0.9056 (Sprott 2003, Chaos and Time-Series Analysis), with every integrator. */
    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"RK4", "RK6", "BUTCHER6", "DORMAND_PRINCE", "RODAS5P"})
    void lorenzHasItsExponent(Integrator integrator) throws IOException {
        Protocol protocol =
                integrator.isAdaptive() ? Protocol.adaptive(10_000, 20, 1e-6) : Protocol.fixed(0.01, 1_000_000, 2_000);
        double found = exponent(LORENZ, Map.of(), integrator, protocol);
        assertEquals(0.9056, found, 0.005);
        assertEquals(reference("lorenz")[0], found, 0.005);
    }

    @Tag("thorough")
    @Test
    void lorenzHasItsExponentByMethodsOfOrderOneAndInSinglePrecision() {
        Protocol fine = Protocol.fixed(0.001, 2_500_000, 20_000);
        assertEquals(0.9056, exponent(LORENZ, Map.of(), Integrator.EXPONENTIAL_EULER, fine), 0.02);
        assertEquals(0.9056, exponent(LORENZ, Map.of(), Integrator.EULER, fine), 0.02);
        Outcome rough =
                outcome(LORENZ, Map.of(), Integrator.RK4, Precision.FLOAT, Protocol.fixed(0.01, 2_000_000, 2_000));
        assertEquals(0.9056, rough.lyapunov(), 0.01);
    }

    /** Hindmarsh &amp; Rose (1984) show chaos at e 3.25 with mu 0.005. */
    @ParameterizedTest
    @CsvSource({"3.25, 0.005", "3.3, 0.0021"})
    void hindmarshRoseIsChaoticWhereAComputationByHandSaysSo(double e, double mu) throws IOException {
        Model model = ModelCatalog.find("HR").orElseThrow();
        double[] expected = reference("hindmarsh-rose-" + e);
        Map<String, Double> values = Map.of("e", e, "mu", mu);
        double fixed = exponent(model, values, Integrator.RK4, Protocol.fixed(0.02, 3_200_000, 200_000));
        double adaptive = exponent(model, values, Integrator.DORMAND_PRINCE, Protocol.adaptive(64_000, 4_000, 1e-6));
        assertEquals(expected[0], fixed, 1e-3);
        assertEquals(expected[0], adaptive, 1e-3);
        assertTrue(fixed > 5e-3, "chaotic");
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"RK4", "EXPONENTIAL_EULER", "STRANG", "DORMAND_PRINCE", "RODAS5P"})
    void aPeriodicNeuronHasNone(Integrator integrator) {
        Model model = ModelCatalog.find("HH").orElseThrow();
        Protocol protocol =
                integrator.isAdaptive() ? Protocol.adaptive(8_200, 200, 1e-6) : Protocol.fixed(0.02, 410_000, 10_000);
        double found = exponent(model, Map.of("I", 0.1), integrator, protocol);
        assertTrue(Math.abs(found) < 1e-3, String.valueOf(found));
    }

    /** At rest it is the largest real part of the eigenvalues, which Hipparchus finds from differences of slopes. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"HH, 0.02", "HH, 0.03", "ML, 20", "FHN, 0"})
    void atRestItIsThatOfTheEquilibrium(String name, double input) {
        Model model = ModelCatalog.find(name).orElseThrow();
        Protocol protocol = Protocol.fixed(0.01, 1_000_000, 500_000);
        double[] rest = outcomeEnd(model, input, protocol);
        double expected = Equilibrium.near(
                        rest,
                        Setting.of(name, Integrator.EULER).with(model.input().name(), input))
                .growth();
        assertTrue(expected < 0, "stable: " + expected);
        assertEquals(
                expected,
                exponent(model, Map.of(model.input().name(), input), Integrator.RK4, protocol),
                Math.max(1e-3 * Math.abs(expected), 5e-4));
    }

    private static double[] outcomeEnd(Model model, double input, Protocol protocol) {
        Outcome outcome = SmallModels.run(
                Setting.of(model, Precision.DOUBLE, Integrator.RK4)
                        .with(model.input().name(), input)
                        .trial(protocol),
                Recording.BASIC);
        return IntStream.range(0, model.variables().size())
                .mapToDouble(outcome::end)
                .toArray();
    }

    /** Two equal cells that start alike stay alike; the vector shows that they would part, if they were not. */
    @Test
    void equalCellsDoNotHideThatTheyWouldPart() {
        Model pair = map("x: {initial: 0.3}, y: {initial: 0.3}", "x: r*x*(1 - x), y: 1.1*r*y*(1 - y)/1.1");
        assertEquals(Math.log(2), exponent(pair, Map.of(), Integrator.MAP, Protocol.fixed(1, 100_000, 1_000)), 1e-2);
        Model apart = SmallModels.read("""
                name: Apart
                time: "1"
                variables: {x: {initial: 0}, y: {initial: 0}}
                equations: {x: -x + 0.5*(x - y), y: -y + 0.5*(y - x)}
                spike: {variable: x, threshold: 1}
                """);
        assertEquals(0, exponent(apart, Map.of(), Integrator.RK4, Protocol.fixed(0.01, 10_000, 2_000)), 1e-9);
    }

    /** Where the derivative is 0 or the vector overflows there is no number; the row itself is as it is without. */
    @Test
    void aVectorThatVanishesOrOverflowsGivesNoNumber() {
        Protocol protocol = Protocol.fixed(1, 1_000, 0);
        Outcome none =
                outcome(map("x: {initial: 0.5}", "x: 0.5"), Map.of(), Integrator.MAP, Precision.DOUBLE, protocol);
        assertTrue(Double.isNaN(none.lyapunov()) && !none.diverged());
        Outcome steep = outcome(
                map("x: {initial: 0.3}", "x: \"mod(1e100*x, 1)\""),
                Map.of(),
                Integrator.MAP,
                Precision.DOUBLE,
                protocol);
        assertTrue(Double.isNaN(steep.lyapunov()) && !steep.diverged());
        Outcome diverging = outcome(LOGISTIC, Map.of("r", 5.0), Integrator.MAP, Precision.DOUBLE, protocol);
        assertTrue(diverging.diverged());
    }

    @Test
    void aModelWithResetsHasNoVector() {
        assertThrows(IllegalArgumentException.class, () -> Tangent.with(SmallModels.INTEGRATE_AND_FIRE));
    }

    private static List<NeuronName> smooth() {
        return NeuronName.everyName().stream()
                .filter(name -> name.integrator() != Integrator.TAYLOR)
                .filter(name -> !ModelCatalog.find(name.model()).orElseThrow().fires())
                .toList();
    }

    /** Of those a model that compiles fast with every kind of step, and one with quotients that vanish with two. */
    private static List<NeuronName> some() {
        Map<String, Set<Integrator>> kinds = Map.of(
                "HR",
                EnumSet.of(
                        Integrator.RK4,
                        Integrator.EXPONENTIAL_EULER,
                        Integrator.STRANG,
                        Integrator.DORMAND_PRINCE,
                        Integrator.RODAS5P),
                "HH",
                EnumSet.of(Integrator.RK4, Integrator.DORMAND_PRINCE),
                "RulkovBistable",
                EnumSet.of(Integrator.MAP));
        return smooth().stream()
                .filter(name -> kinds.getOrDefault(name.model(), Set.of()).contains(name.integrator()))
                .toList();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("smooth")
    void everyModelKeepsItsBits(NeuronName name) {
        theModelKeepsItsBits(name);
    }

    /** Spikes, extremes, ends, steps: whoever asks for the exponent gets the table that others get. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("some")
    void theModelKeepsItsBits(NeuronName name) {
        Protocol protocol = name.integrator() == Integrator.MAP
                ? Protocol.fixed(1, 2_000, 100)
                : name.integrator().isAdaptive() ? Protocol.adaptive(60, 10, 1e-6) : Protocol.fixed(0.01, 6_000, 1_000);
        List<Trial> alone = TrialSeries.scan(name, protocol, 5);
        KernelSpec spec = alone.get(0).kernel();
        KernelSpec with = new KernelSpec(
                Tangent.with(spec.model()),
                spec.integrator(),
                spec.precision(),
                spec.inputs(),
                spec.inputNames(),
                spec.noise(),
                spec.varying(),
                spec.recorded());
        List<Trial> extended = alone.stream()
                .map(trial -> new Trial(with, protocol, trial.quantities(), trial.initial()))
                .toList();
        Recording recording = Recording.of(Recording.Detail.SPIKE_TIMES, Recording.Detail.STEADY_STATE);
        List<Outcome> expected = new Simulator(recording).run(alone);
        List<Outcome> found = new Simulator(recording).run(extended);
        for (int row = 0; row < expected.size(); row++) {
            assertArrayEquals(numbers(expected.get(row), spec), numbers(found.get(row), spec), name + " " + row);
            assertTrue(Double.isNaN(expected.get(row).lyapunov()), "not asked for");
            assertTrue(Double.isFinite(found.get(row).lyapunov()), "asked for");
        }
        assertEquals(bits(found), bits(new Simulator(recording, 1).run(extended)), "whatever the company");
    }

    private static List<Long> bits(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> Double.doubleToLongBits(outcome.lyapunov()))
                .toList();
    }

    private static double[] numbers(Outcome outcome, KernelSpec spec) {
        List<Double> numbers =
                new ArrayList<>(List.of((double) outcome.steps(), outcome.divergedAt(), outcome.steadyState()));
        Arrays.stream(outcome.spikes().times()).forEach(numbers::add);
        for (int v = 0; v < spec.model().variables().size(); v++) {
            numbers.addAll(List.of(outcome.end(v), outcome.minimum(v), outcome.maximum(v)));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
