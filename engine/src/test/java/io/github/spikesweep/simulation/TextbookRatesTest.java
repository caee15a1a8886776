package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates whose rates are written as in textbooks, 0/0 at one potential, with the potential clamped there and nearby. */
@OneIn(7)
class TextbookRatesTest {
    private static final String HODGKIN_HUXLEY = """
            name: HH
            variables:
              v: {initial: -65%s}
              m: {initial: 0.05}
              h: {initial: 0.6}
              n: {initial: 0.3}
            input: I
            let:
              alpha_m: 0.1*(v + 40) / (1 - exp(-(v + 40)/10))
              beta_m: 4 * exp(-(v + 65) / 18)
              alpha_h: 0.07 * exp(-(v + 65) / 20)
              beta_h: 1 / (1 + exp(-(v + 35) / 10))
              alpha_n: 0.01*(v + 55) / (1 - exp(-(v + 55)/10))
              beta_n: 0.125 * exp(-(v + 65) / 80)
            equations:
              v: %s
              m: alpha_m*(1 - m) - beta_m*m
              h: alpha_h*(1 - h) - beta_h*h
              n: alpha_n*(1 - n) - beta_n*n
            spike: {variable: v, threshold: 0}
            """;

    private record Method(Integrator integrator, Precision precision) {}

    private static final List<Method> METHODS = List.of(
            new Method(Integrator.RK4, Precision.DOUBLE),
            new Method(Integrator.RK4, Precision.FLOAT),
            new Method(Integrator.DORMAND_PRINCE, Precision.DOUBLE),
            new Method(Integrator.RODAS5P, Precision.DOUBLE),
            new Method(Integrator.TAYLOR, Precision.DOUBLE));

    private static final String RANGE = ", range: [-220, 180]";

    private static Outcome clamped(Model model, Integrator integrator, Precision precision, double... start) {
        KernelSpec spec = SmallModels.spec(model, integrator, precision);
        Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(300, 0, 1e-7) : Protocol.fixed(0.01, 30_000, 0);
        return SmallModels.run(new Trial(spec, protocol, new double[] {0}, start), Recording.BASIC);
    }

    private static Model gate(String range, String alpha) {
        return SmallModels.read("""
                name: Gate
                variables:
                  v: {initial: -35%s}
                  n: {initial: 0}
                input: I
                equations:
                  v: 0*I
                  n: (%s)*(1 - n) - n
                spike: {variable: v, threshold: 1000}
                """.formatted(range, alpha));
    }

    /** At −35, where the rate was 0 and the gate closed. n∞ = α/(α + 1), α = u/(1 − e^(−u)), u = (v + 35)/10. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({
        "-35, 0.5",
        "-36, 0.4873985111434237",
        "-34, 0.5123933030278593",
        "-35.00001, 0.4999998749999896",
        "-35.000000001, 0.4999999999875"
    })
    void aClampedGateEndsAtItsSteadyState(double v, double steady) {
        for (String range : List.of(RANGE, "")) {
            Model model = gate(range, "(v + 35)/(1 - exp(-(v + 35)/10))/10");
            for (Integrator integrator :
                    List.of(Integrator.RK4, Integrator.DORMAND_PRINCE, Integrator.RODAS5P, Integrator.TAYLOR)) {
                Outcome exact = clamped(model, integrator, Precision.DOUBLE, v, 0);
                assertFalse(exact.diverged());
                assertEquals(steady, exact.end(1), integrator.isAdaptive() ? 1e-6 : 1e-9, integrator + range);
            }
            Outcome single = clamped(model, Integrator.RK4, Precision.FLOAT, v, 0);
            assertEquals(steady, single.end(1), 1e-6, range);
        }
    }

    /** Every 5 mV from −100 to 50, −55 and −40 among them, against the rates of the built-in model. */
    @ParameterizedTest
    @ValueSource(strings = {RANGE, ""})
    void clampedGatesOfHodgkinAndHuxleyAreThoseOfTheBuiltInModel(String range) {
        Model naive = SmallModels.read(HODGKIN_HUXLEY.formatted(range, "0*I"));
        for (Precision precision : Precision.values()) {
            KernelSpec spec = SmallModels.spec(naive, Integrator.RK4, precision);
            Protocol protocol = Protocol.fixed(0.01, 30_000, 0);
            List<Outcome> outcomes = new Simulator(Recording.BASIC)
                    .run(IntStream.rangeClosed(0, 30)
                            .mapToObj(k -> new double[] {5 * k - 100, 0.05, 0.6, 0.3})
                            .map(start -> new Trial(spec, protocol, new double[] {0}, start))
                            .toList());
            double tolerance = precision == Precision.FLOAT ? 1e-5 : 1e-9;
            for (int k = 0; k < outcomes.size(); k++) {
                int v = 5 * k - 100;
                double m = rate((v + 40) / 10.0);
                double n = 0.1 * rate((v + 55) / 10.0);
                Outcome outcome = outcomes.get(k);
                assertEquals(m / (m + 4 * Math.exp(-(v + 65) / 18.0)), outcome.end(1), tolerance, "m at " + v);
                assertEquals(n / (n + 0.125 * Math.exp(-(v + 65) / 80.0)), outcome.end(3), 2e-5, "n at " + v);
            }
        }
        Outcome n = clamped(naive, Integrator.DORMAND_PRINCE, Precision.DOUBLE, -55, 0.05, 0.6, 0.3);
        assertEquals(0.4754838, n.end(3), 1e-6);
        Outcome m = clamped(naive, Integrator.DORMAND_PRINCE, Precision.DOUBLE, -40, 0.05, 0.6, 0.3);
        assertEquals(0.5006486, m.end(1), 1e-6);
    }

    private static double rate(double u) {
        return u == 0 ? 1 : u / -Math.expm1(-u);
    }

    /** What is recognised is computed as the built-in model computes it. */
    @Tag("thorough")
    @Test
    void naiveRatesGiveTheBitsOfTheBuiltInModel() {
        Model builtIn = ModelCatalog.find("HH").orElseThrow();
        Model naive = builtIn.withFormulas(
                builtIn.cells(),
                SmallModels.read(HODGKIN_HUXLEY.formatted(RANGE, "0*I")).let(),
                builtIn.equations(),
                List.of());
        for (Method method : METHODS) {
            assertEquals(ends(builtIn, method), ends(naive, method), method.toString());
        }
    }

    private static List<Double> ends(Model model, Method method) {
        KernelSpec spec = SmallModels.spec(model, method.integrator(), method.precision());
        double[] quantities = new double[model.parameters().size() + 1];
        for (int p = 0; p < model.parameters().size(); p++) {
            quantities[p] = model.parameters().get(p).defaultValue();
        }
        quantities[quantities.length - 1] = 0.1;
        Protocol protocol =
                method.integrator().isAdaptive() ? Protocol.adaptive(100, 0, 1e-6) : Protocol.fixed(0.01, 10_000, 0);
        double[] start = InitialState.ofDefaults(model).values();
        Outcome outcome = SmallModels.run(new Trial(spec, protocol, quantities, start), Recording.BASIC);
        List<Double> ends = new ArrayList<>();
        for (int v = 0; v < start.length; v++) {
            ends.add(outcome.end(v));
        }
        return ends;
    }

    private static final List<String> OTHERS = List.of(
            "sin(v + 35)/(v + 35)",
            "(v + 35)*pow(exp(v + 35) - 1, floor(-0.5))",
            "sinh(v + 35)/(v + 35)",
            "(v + 35)/tan(v + 35)",
            "tanh(v + 35)/(v + 35)",
            "log(1 + (v + 35))/(v + 35)",
            "(v + 35)/(sqrt(1 + (v + 35)) - 1)",
            "(1 - cos(v + 35))/(v + 35)^2",
            "(v + 35)/(exp((v + 35)/5) - 2*exp((v + 35)/10) + 1)",
            "1/tanh(v + 35) - 1/(v + 35)",
            "(v + 35)*(exp(v + 35) - 1)^-1 * sin(v + 35)/(v + 35)");

    static Stream<Arguments> others() {
        return OTHERS.stream().flatMap(alpha -> Stream.of(Arguments.of(alpha, RANGE), Arguments.of(alpha, "")));
    }

    /** By turns with a range and without one. */
    static Stream<Arguments> othersByTurns() {
        return IntStream.range(0, OTHERS.size()).mapToObj(k -> Arguments.of(OTHERS.get(k), k % 2 == 0 ? RANGE : ""));
    }

    /** No number, where 0/0 is not taken for what it should be: the row says so. */
    @ParameterizedTest
    @MethodSource("othersByTurns")
    void otherQuotientsDivergeAtTheirSingularity(String alpha, String range) {
        assertDiverges(alpha, range);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("others")
    void otherQuotientsDivergeWithARangeAndWithoutOne(String alpha, String range) {
        assertDiverges(alpha, range);
    }

    private static void assertDiverges(String alpha, String range) {
        for (Method method : METHODS) {
            Outcome outcome = clamped(gate(range, alpha), method.integrator(), method.precision(), -35, 0);
            assertTrue(outcome.diverged(), method + range);
        }
    }

    /** A quotient in the input, at time 0: ∫ (1 − e^(−t))/t dt from 0 to 1, and 0/0 where it is not recognised. */
    @Test
    void quotientsInTheInputHaveTheirLimitToo() {
        Protocol protocol = Protocol.fixed(0.01, 100, 0);
        KernelSpec recognised = SmallModels.driven(SmallModels.INTEGRATOR, Integrator.RK4, "a*(1 - exp(-t))/t");
        Outcome outcome = SmallModels.run(
                new Trial(recognised, protocol, new double[] {1, 0}, new double[] {0}), Recording.BASIC);
        assertEquals(0.79659959929705, outcome.end(0), 1e-9);
        KernelSpec other = SmallModels.driven(SmallModels.INTEGRATOR, Integrator.RK4, "a*sin(t)/t");
        assertTrue(SmallModels.run(new Trial(other, protocol, new double[] {1, 0}, new double[] {0}), Recording.BASIC)
                .diverged());
    }
}
