package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exponentials of a variable that has no range are right wherever it is: accurate, 0 or infinite. */
class ExponentialsWithoutARangeTest {
    private static final int LANES = 2048;

    /**
     * The exponent's scale and shift; those that share a limit, and those that are too far from 0, too steep or too flat for one.
     */
    static Stream<Arguments> exponents() {
        List<double[]> all = List.of(
                new double[] {1 / 5.29, 25.5},
                new double[] {-1 / 11.6, 169.7},
                new double[] {1 / 3.6, 34.9},
                new double[] {-1 / 80.0, 65},
                new double[] {1, 0},
                new double[] {0.01, -1e5},
                new double[] {-0.5, 3000},
                new double[] {1e-12, 4},
                new double[] {-1e9, 1e-8},
                new double[] {1e-30, 0},
                new double[] {1e25, 0});
        return Stream.of(Precision.values())
                .flatMap(precision -> all.stream().map(each -> Arguments.of(precision, each[0], each[1])));
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void theyAreAccurateOr0OrInfinite(Precision precision, double scale, double shift) {
        String text = """
                name: one
                variables: {x: {initial: 0}, y: {initial: 0}}
                input: I
                equations: {x: 0*I, y: "exp(%s * (x + (%s)))"}
                spike: {variable: x, threshold: 1000}
                """.formatted("(" + scale + ")", shift);
        Model model = ModelReader.read("one.yaml", text.getBytes(StandardCharsets.UTF_8));
        boolean single = precision == Precision.FLOAT;
        double farthest = single ? 150 : 900;
        double[][] states = IntStream.range(0, LANES)
                .mapToObj(k -> {
                    double u = farthest * (2.0 * k / (LANES - 1) - 1);
                    // The exponents of the last lanes are further and further from 0.
                    double x = k < LANES - 64
                            ? u / scale - shift
                            : (k % 2 == 0 ? 1 : -1) * Math.scalb(1.0, k - LANES + 125);
                    return new double[] {single ? (float) x : x, 0};
                })
                .toArray(double[][]::new);
        double[] values = CompiledSlopes.of(model, precision, states, 1, 1);
        double largest = single ? Float.MAX_VALUE : Double.MAX_VALUE;
        double least = single ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        for (int k = 0; k < LANES; k++) {
            double x = states[k][0];
            double sum = single ? (float) (x + (float) shift) : x + shift;
            double truth = StrictMath.exp(scale * sum);
            String where = precision + ", exp(" + scale + " (x + " + shift + ")) at " + x;
            if (truth > largest * 1.001) {
                assertEquals(Double.POSITIVE_INFINITY, values[k], where);
            } else if (truth < largest * 0.999 && truth > least * 1.001) {
                // What the exponent is off by: its sum, its scale and the products in the coefficients; and of 2^10
                // squares (2^6 in single
                // precision) the roundings, and those of the coefficients, whose terms have both signs below 0.
                double squares = single ? 0x1p6 : 0x1p10;
                double terms = Math.exp(2 * Math.max(0, -scale * sum) / squares);
                double error = (single ? 0x1p-24 : 0x1p-53) * (squares * (2 + terms) + 3 * Math.abs(scale * sum));
                assertEquals(0, (values[k] - truth) / truth, error, where);
            } else if (truth <= least) {
                assertTrue(values[k] >= 0 && values[k] <= least * 1.01, where + ": " + values[k]);
            }
        }
    }
}
