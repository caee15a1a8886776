package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the compiled slopes with the equations evaluated one by one with library functions. */
@OneIn(8)
class EquationAccuracyTest {
    private static final int LANES = 64;

    private static List<Model> models() {
        return ModelCatalog.names().stream()
                .map(name -> ModelCatalog.find(name).orElseThrow())
                .toList();
    }

    private static Model oneVariable(String equation, String range) {
        String text = """
                name: One
                variables:
                  x: {initial: 0%s}
                  y: {initial: 0}
                parameters: {p: {default: 1.5}}
                input: I
                equations: {x: "%s", y: 0 * I}
                spike: {variable: y, threshold: 10}
                """;
        return ModelReader.read("one.yaml", text.formatted(range, equation).getBytes(StandardCharsets.UTF_8));
    }

    /** Every state of a spike and far beyond, in each precision. */
    @ParameterizedTest
    @MethodSource("models")
    void slopesOfBuiltInModelsAreRight(Model model) {
        double[][] states = new double[LANES][model.variables().size()];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] state : states) {
            for (int v = 0; v < state.length; v++) {
                Range range = model.variables().get(v).range();
                state[v] = range.isBounded() ? random.nextDouble(-150, 120) : random.nextDouble();
            }
        }
        // Far from any spike, rates reach e^10; errors are relative to the largest term.
        assertSlopes(withoutReset(model), Precision.DOUBLE, states, 2e-12);
        assertSlopes(withoutReset(model), Precision.FLOAT, states, 2e-4);
    }

    /** The steps of this test are so long that they would end in a reset. */
    private static Model withoutReset(Model model) {
        return new Model(
                model.name(),
                model.title(),
                model.source(),
                model.time(),
                model.variables(),
                model.parameters(),
                model.input(),
                model.let(),
                model.dynamics(),
                model.equations(),
                List.of(),
                Cell.NO_HOLD,
                model.spike(),
                model.longestStep());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(x / 3) | -60 | 60 | 3e-13",
                "exp(-x) | -30 | 30 | 3e-13",
                "exprel(x) | -30 | 30 | 3e-13",
                "exprel(x / 7) | -1e-3 | 1e-3 | 1e-15",
                "1 / exprel(x) | -20 | 20 | 3e-13",
                "log(abs(x) + 1) + sqrt(x * x) | -10 | 10 | 1e-14",
                "min(x, p) - max(x, -p) + sin(x) * cos(2 * x) | -10 | 10 | 1e-14",
                "x^3 - p * x^-2 + abs(x)^0.5 + abs(x)^1.7 | 1 | 10 | 1e-14",
                "-(-x) / (1 + x * x) / (2 - p / (3 + x^4)) | -10 | 10 | 1e-14",
                "exp(p * x) / (exp(x) + 1) | -10 | 10 | 1e-12",
                "where(x < p, x^2, -x) + where(x >= 1, 3, x) | -10 | 10 | 1e-14",
                "(x < p) + 2 * (x <= p) + 4 * (x > 1) + 8 * (x >= -1) + 16 * (x == x) + 32 * (x != p) | -10 | 10 | 0",
                "where(x > 0, sqrt(x), log(1 - x)) + where(x - x, 1 / (x - x), 7) | -10 | 10 | 1e-14",
                "where((x > -3) * (x < 3), 1 / (1 + min(x, 0)^2), floor(x / p)) | -10 | 10 | 1e-14",
                "where(x < -1 or x > p, x^3, 2) + where(x < 1 and not (x < -2), 3, x) | -10 | 10 | 1e-14",
                "where(x > 0, x + p, x) + where(x <= 1, x, x + 3 * p) + where(x > -1, p + x, x) | -10 | 10 | 1e-14",
                "where(x < 0, 7, where(x > 1e9, exp(400 * x), 3)) + where(x > 0, 7, where(x < -1e9, x^-9, x)) | -10 | 10 | 1e-13",
                "where(x < 3, x / 7, 1 / (x - 10)) + where(x < 10, 1, 1 / (x - 10)) | -10 | 9.9 | 1e-13",
                "1 + pulse(x, -p, 2 * p) + ramp(x, -p, p) + pulses(x, -3, 1, 2) | -10 | 10 | 1e-14",
            })
    void everyFunctionIsRightWithoutARange(String equation, double low, double high, double error) {
        Model model = oneVariable(equation, "");
        assertSlopes(model, Precision.DOUBLE, spread(low, high), error);
        assertSlopes(model, Precision.FLOAT, spread(low / 4, high / 4), Math.max(error * 1e9, 5e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(x / 10) + exp(-x / 18) + exp((x + 3) / 80) | -100 | 100 | 2e-13",
                "exprel(-(x + 40) / 10) | -100 | 100 | 2e-12",
                "1 / exprel(-(x + 40) / 10) | -40.00001 | -39.99999 | 2e-8",
                "1 / exprel(-(x + 40) / 10) | -41 | -39 | 2e-11",
                "1 / (1 + exp(-x)) + 1 / (2 + exp(x / 7)) + exp(x) / (1 + exp(x)) | -100 | 100 | 2e-12",
                "exp(x * 0.1) * exp(x / 0.7) | -50 | 50 | 2e-12",
            })
    void everyFunctionIsRightWithARange(String equation, double low, double high, double error) {
        Model model = oneVariable(equation, ", range: [-100, 100]");
        assertSlopes(model, Precision.DOUBLE, spread(low, high), error);
        assertSlopes(model, Precision.FLOAT, spread(low / 4, high / 4), 3e-5);
    }

    /** Beyond ±700 the exponential is cut off: large or tiny, but never with a wrong sign and never NaN. */
    @Test
    void farArgumentsSaturate() {
        double[] slopes = slopes(oneVariable("exp(x)", ""), Precision.DOUBLE, spread(-5000, 5000));
        assertEquals(0, slopes[0], 1e-80);
        assertEquals(1, Math.signum(slopes[LANES - 1] - 1e300));
    }

    /** Where the exponential is cut off, exprel goes on as −1/u: in single precision that begins at 80. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exprel(x)| DOUBLE | -7000 | 1e-14",
                "3 / exprel(x) | DOUBLE | -7000 | 1e-14",
                "x / (exp(x) - 1) | DOUBLE | -7000 | 1e-14",
                "exprel(x) | FLOAT | -100 | 1e-5",
                "3 / exprel(x) | FLOAT | -900 | 1e-5",
                "x / (1 - exp(-x)) | FLOAT | 900 | 1e-5",
            })
    void farArgumentsOfExprelAreRight(String equation, Precision precision, double x, double error) {
        for (String range : List.of("", ", range: [-10000, 10000]")) {
            assertSlopes(oneVariable(equation, range), precision, spread(x, x * 0.9), error);
        }
    }

    private static double[][] spread(double low, double high) {
        double[][] states = new double[LANES][2];
        for (int lane = 0; lane < LANES; lane++) {
            states[lane][0] = low + (high - low) * lane / (LANES - 1);
        }
        return states;
    }

    private static void assertSlopes(Model model, Precision precision, double[][] states, double error) {
        for (int v = 0; v < model.variables().size(); v++) {
            double[] slopes = CompiledSlopes.of(model, precision, states, v);
            for (int lane = 0; lane < LANES; lane++) {
                double truth = slope(model, rounded(states[lane], precision), v);
                double size = Math.max(Math.abs(truth), scale(model, v));
                String where = model.name() + " " + precision + ", variable " + v + " at " + states[lane][0];
                assertEquals(0, (slopes[lane] - truth) / size, error, where);
            }
        }
    }

    /** The size of terms that cancel in a slope: the conductances of HH times 100 mV, over the capacitance. */
    private static double scale(Model model, int variable) {
        return model.name().equals("HH") && variable == 0 ? 1e4 : 1e-300;
    }

    private static double[] rounded(double[] state, Precision precision) {
        double[] rounded = state.clone();
        for (int v = 0; precision == Precision.FLOAT && v < rounded.length; v++) {
            rounded[v] = (float) rounded[v];
        }
        return rounded;
    }

    private static double[] slopes(Model model, Precision precision, double[][] states) {
        return CompiledSlopes.of(model, precision, states, 0);
    }

    private static double slope(Model model, double[] state, int variable) {
        Map<String, Double> values = new HashMap<>();
        for (int v = 0; v < state.length; v++) {
            values.put(model.variableNames().get(v), state[v]);
        }
        model.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
        values.put(model.input().name(), 0.0);
        values.put(Model.TIME, 0.0);
        for (Definition let : model.let()) {
            values.put(let.name(), Evaluator.evaluate(let.expression(), values::get));
        }
        return Evaluator.evaluate(model.equations().get(variable).expression(), values::get);
    }
}
