package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes {@code (x_inf - x)/tau} in other forms than those with a floor that is a parameter: against formulas that lose no digits. */
class RelaxationAccuracyTest {
    private static final double LOWEST = 0.03125;
    private static final double K = 0.0625;

    /** The slope of x as a model has it, and as it is. */
    private record Form(String slope, Truth truth) {
        @Override
        public String toString() {
            return slope;
        }
    }

    private interface Truth {
        double at(double v, double x);
    }

    private static double logistic(double u) {
        return 1 / (1 + StrictMath.exp(-u));
    }

    private static double infinity(double v) {
        return logistic((v + 40) / 4);
    }

    private static double rest(double v) {
        return logistic(-(v + 40) / 4);
    }

    /** x∞ − x, with the digits that the difference of two numbers near 1 has left. */
    private static double away(double v, double x) {
        return v > -40 ? (1 - x) - rest(v) : infinity(v) - x;
    }

    private static double opening(double v) {
        double u = (v + 40) / 10;
        return u == 0 ? 1 : u / -StrictMath.expm1(-u);
    }

    private static double closing(double v) {
        return 4 * StrictMath.exp(-(v + 65) / 18);
    }

    static Stream<Form> forms() {
        Truth textbook = (v, x) -> opening(v) * (1 - x) - closing(v) * x;
        return Stream.of(
                new Form("(a/(a + b) - x)/(1/(a + b))", textbook),
                new Form("(a/(a + b) - x)*(a + b)", textbook),
                new Form(
                        "(a/(a + b) - x)/max(1/(a + b), lowest)",
                        (v, x) -> textbook.at(v, x) / Math.max(1, LOWEST * (opening(v) + closing(v)))),
                new Form(
                        "(a/(a + b) - x)/(lowest + 1/(a + b))",
                        (v, x) -> textbook.at(v, x) / (1 + LOWEST * (opening(v) + closing(v)))),
                new Form("(inf - x)/max(1 - x, lowest)", (v, x) -> away(v, x) / Math.max(1 - x, LOWEST)),
                new Form("(inf - x)/(lowest + (1 - x)/k)", (v, x) -> away(v, x) / (LOWEST + (1 - x) / K)),
                new Form(
                        "(inf - x)/max(x*(1 - inf)/k, lowest)",
                        (v, x) -> away(v, x) / Math.max(x * rest(v) / K, LOWEST)),
                new Form(
                        "where((1 - inf)/k < lowest, (inf - x)/lowest, (inf - x)/((1 - inf)/k))",
                        (v, x) -> away(v, x) / Math.max(rest(v) / K, LOWEST)),
                new Form("(inf - x)*min(k/(1 - inf), 1/lowest)", (v, x) -> away(v, x) / Math.max(rest(v) / K, LOWEST)),
                new Form("(inf - x)/k/max(1 - inf, 0.01)", (v, x) -> away(v, x) / K / Math.max(rest(v), 0.01)),
                new Form("(inf - x)/sqrt(1 - inf + 0.01)", (v, x) -> away(v, x) / Math.sqrt(rest(v) + 0.01)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRight(Form form) {
        for (Precision precision : Precision.values()) {
            boolean single = precision == Precision.FLOAT;
            double[][] states = Stream.of(-90., -41., -40., -39.5, -20., 0., 20., 40., 90.)
                    .flatMap(v -> Stream.of(0, 0.5, 1, infinity(v), infinity(v) * (1 - 1e-6))
                            .map(x -> new double[] {v, single ? x.floatValue() : x.doubleValue()}))
                    .toArray(double[][]::new);
            double[] slopes = CompiledSlopes.of(model(form.slope()), precision, states, 1);
            for (int k = 0; k < states.length; k++) {
                double truth = form.truth().at(states[k][0], states[k][1]);
                double error = (single ? 1e-5 : 1e-9) * (Math.abs(truth) + 1 / LOWEST);
                assertEquals(truth, slopes[k], error, form + " at " + List.of(states[k][0], states[k][1]));
            }
        }
    }

    /** x is no part of the divisor, but both sides vanish together where it is 0. */
    @ParameterizedTest
    @EnumSource
    void aVariableOfTheNumeratorHidesNoLostDigits(Precision precision) {
        double[][] states = Stream.of(1., 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 0.)
                .map(v -> new double[] {precision == Precision.FLOAT ? v.floatValue() : v, 0})
                .toArray(double[][]::new);
        double[] slopes = CompiledSlopes.of(model("(x + cos(v) - 1)/v^2"), precision, states, 1);
        assertTrue(Double.isFinite(slopes[0]));
        assertTrue(Double.isNaN(slopes[slopes.length - 1]));
        for (int k = 0; k < slopes.length; k++) {
            double half = StrictMath.sin(states[k][0] / 2) / states[k][0];
            boolean right = Math.abs(slopes[k] + 2 * half * half) < (precision == Precision.FLOAT ? 1e-2 : 1e-3);
            assertTrue(right || Double.isNaN(slopes[k]), slopes[k] + " at " + states[k][0]);
        }
    }

    /** With bounds that keep 1 − x∞ from 0, if only by 1e-15. */
    @Test
    void aTimeConstantThatIsNearlyNothingHasItsDigitsOrIsNone() {
        Model model = model("(inf^2 - x)/(1 - inf^2)");
        double[] slopes = CompiledSlopes.of(model, Precision.DOUBLE, new double[][] {{-30, 0.5}, {98, 0.5}}, 1);
        double rest = rest(-30) * (1 + infinity(-30));
        assertEquals((0.5 - rest) / rest, slopes[0], 1e-9);
        assertTrue(Double.isNaN(slopes[1]), "no number, not " + slopes[1]);
    }

    private static Model model(String slope) {
        String text = """
                name: Relaxation
                variables:
                  v: {initial: -65, range: [-100, 100]}
                  x: {initial: 0}
                parameters: {k: {default: %s}, lowest: {default: %s}}
                input: I
                let:
                  a: 0.1*(v + 40)/(1 - exp(-(v + 40)/10))
                  b: 4*exp(-(v + 65)/18)
                  inf: 1/(1 + exp(-(v + 40)/4))
                equations:
                  v: I - v
                  x: %s
                spike: {variable: v, threshold: 1000}
                """.formatted(K, LOWEST, slope);
        return ModelReader.read("relaxation.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
