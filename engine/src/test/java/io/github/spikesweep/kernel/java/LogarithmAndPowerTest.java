package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.transcendental.PowersOfTwo;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logarithms and powers in compiled kernels beside those of the library, which are right to less than a unit in the last place. */
@OneIn(8)
class LogarithmAndPowerTest {
    private static final int LANES = 1024;
    /** Euler's step; what is computed is multiplied by it. */
    private static final double STEP = 1;

    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        -8,
        Double.MIN_VALUE,
        1e-310,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        0.5,
        2,
        1e-45,
        1e-40,
        1.2e-38,
        3.4e38,
        Math.sqrt(0.5),
        Math.nextDown(Math.sqrt(0.5)),
        Math.sqrt(2),
        0x1.6a09ep-1,
        0x1.6a09dffffffffp-1,
        Math.nextUp(1.0),
        Math.nextDown(1.0),
        1000,
        1e-3
    };

    private static Model model(String formula) {
        String text = """
                name: one
                variables: {x: {initial: 0}, a: {initial: 0}, y: {initial: 0}}
                input: I
                equations: {x: 0*I, a: 0*I, y: "%s"}
                spike: {variable: x, threshold: 1000}
                """;
        return ModelReader.read("one.yaml", text.formatted(formula).getBytes(StandardCharsets.UTF_8));
    }

    /** What a kernel makes of a formula of x and a. */
    private static double[] computed(String formula, Precision precision, double[] x, double[] a) {
        return computed(model(formula), precision, x, a);
    }

    private static double[] computed(Model model, Precision precision, double[] x, double[] a) {
        double[][] states = IntStream.range(0, x.length)
                .mapToObj(k -> new double[] {x[k], a[k], 0})
                .toArray(double[][]::new);
        return CompiledSlopes.of(model, precision, states, 2, STEP);
    }

    private static double nearest(double value, Precision precision) {
        return precision == Precision.FLOAT ? (float) value : value;
    }

    private static double unit(double value, Precision precision) {
        return precision == Precision.FLOAT ? Math.ulp((float) value) : Math.ulp(value);
    }

    /** The largest error of a formula at random points, in units in the last place. */
    private static double largestError(
            String formula,
            DoubleBinaryOperator truth,
            Precision precision,
            int points,
            DoubleUnaryOperator x,
            double largestPower) {
        Model model = model(formula);
        SplittableRandom random = new SplittableRandom(7);
        double largest = 0;
        for (int done = 0; done < points; done += LANES) {
            double[] xs = random.doubles(LANES, -1, 1)
                    .map(u -> nearest(x.applyAsDouble(u), precision))
                    .toArray();
            double[] as = random.doubles(LANES, -1, 1)
                    .map(u -> nearest(u * largestPower, precision))
                    .toArray();
            double[] values = computed(model, precision, xs, as);
            for (int k = 0; k < LANES; k++) {
                double right = truth.applyAsDouble(xs[k], as[k]);
                double error = Math.abs(values[k] - right) / unit(right, precision);
                assertTrue(error < 100, formula + " at " + xs[k] + ", " + as[k] + ": " + values[k] + ", not " + right);
                largest = Math.max(largest, error);
            }
        }
        return largest;
    }

    /** Arguments of all sizes. */
    private static DoubleUnaryOperator wide(Precision precision) {
        return u -> StrictMath.exp((precision == Precision.FLOAT ? 85 : 700) * u);
    }

    /** Arguments near 1, where a logarithm is small. */
    private static double near(double u) {
        return 1 + StrictMath.pow(u, 9);
    }

    private static void assertLogarithmsAreRight(int points) {
        for (Precision precision : Precision.values()) {
            for (DoubleUnaryOperator x : List.of(wide(precision), LogarithmAndPowerTest::near)) {
                assertEquals(0, largestError("ln(x)", (v, a) -> StrictMath.log(v), precision, points, x, 0), 2);
                assertEquals(0, largestError("log10(x)", (v, a) -> StrictMath.log10(v), precision, points, x, 0), 2.5);
            }
        }
    }

    @Tag("thorough")
    @Test
    void logarithmsAreRightToTwoUnitsInTheLastPlace() {
        assertLogarithmsAreRight(100_000);
    }

    @Test
    @Tag("thorough")
    void logarithmsOfMillionsAreRightToo() {
        assertLogarithmsAreRight(5_000_000);
    }

    @ParameterizedTest
    @CsvSource({"0.3333333333333333, 2", "0.25, 1.5", "0.75, 2.5", "1.5, 2", "-0.5, 2", "1.7, 3", "-2.3, 4", "17.3, 18"
    })
    void powersAreRight(double power, double error) {
        for (Precision precision : Precision.values()) {
            double reach = 85 / Math.max(1, Math.abs(power));
            DoubleBinaryOperator truth = (x, a) -> StrictMath.pow(x, nearest(power, precision));
            DoubleUnaryOperator x = u -> StrictMath.exp(reach * u);
            assertEquals(0, largestError("x^" + text(power), truth, precision, 50_000, x, 0), error, precision.label());
        }
    }

    private static String text(double power) {
        return power < 0 ? "(" + power + ")" : Double.toString(power);
    }

    /** One unit in the last place, and one for each power of x. */
    @ParameterizedTest
    @CsvSource({"1, 2", "8, 9", "20, 21"})
    void powersThatVaryAreRight(double largest, double error) {
        for (Precision precision : Precision.values()) {
            DoubleUnaryOperator x = u -> StrictMath.exp(4 * u);
            assertEquals(
                    0, largestError("x^a", StrictMath::pow, precision, 100_000, x, largest), error, precision.label());
        }
    }

    /** Nothing but what the library gives, in every case that IEEE 754 tells apart. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void edgesAreThoseOfTheLibrary(Precision precision) {
        double[] all = {
            0,
            -0.0,
            1,
            2,
            3,
            -1,
            -2,
            0.5,
            -0.5,
            1.0 / 3,
            3.3,
            1000,
            -1000,
            1e300,
            -1e300,
            1e-320,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        double[] x = new double[LANES];
        double[] a = new double[LANES];
        Arrays.fill(x, 1);
        for (int k = 0; k < EDGES.length * all.length; k++) {
            x[k] = nearest(EDGES[k / all.length], precision);
            a[k] = nearest(all[k % all.length], precision);
        }
        assertEdges("ln(x)", (v, w) -> StrictMath.log(v), precision, x, a);
        assertEdges("log10(x)", (v, w) -> StrictMath.log10(v), precision, x, a);
        assertEdges("x^a", StrictMath::pow, precision, x, a);
        assertEdges("x^(1/3)", (v, w) -> StrictMath.pow(v, nearest(1.0 / 3, precision)), precision, x, a);
        assertEdges("x^(-2.7)", (v, w) -> StrictMath.pow(v, nearest(-2.7, precision)), precision, x, a);
        assertEdges("x^65", (v, w) -> StrictMath.pow(v, 65), precision, x, a);
    }

    private static void assertEdges(
            String formula, DoubleBinaryOperator truth, Precision precision, double[] x, double[] a) {
        double[] values = computed(formula, precision, x, a);
        for (int k = 0; k < x.length; k++) {
            double right = nearest(truth.applyAsDouble(x[k], a[k]), precision);
            double size = Math.max(Math.abs(right), Double.MIN_NORMAL);
            // A power of 1000 multiplies the error by as much; in single precision, that of the logarithm.
            double error = (precision == Precision.FLOAT ? 1e-4 : 2e-13) * size;
            boolean same = Double.compare(values[k], right) == 0
                    || (Double.isFinite(right) && Math.abs(values[k] - right) <= error);
            assertTrue(same, formula + " at " + x[k] + ", " + a[k] + ": " + values[k] + ", not " + right);
        }
    }

    @Test
    void powersOfTenHaveWholeLogarithms() {
        double[] x = new double[64];
        for (int k = 0; k < x.length; k++) {
            x[k] = Double.parseDouble("1e" + (k - 30));
        }
        double[] values = computed("log10(x)", Precision.DOUBLE, x, new double[64]);
        for (int k = 0; k < x.length; k++) {
            assertEquals(k - 30, values[k]);
        }
    }

    @Test
    void numbersAreTheirPartsPutTogether() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 1_000_000; k++) {
            double x = Double.longBitsToDouble(random.nextLong(0x0010000000000000L, 0x7ff0000000000000L));
            double z = PowersOfTwo.significand(x);
            assertTrue(z > 0.7071 && z < 1.4143, () -> "significand of " + x);
            double exponent = PowersOfTwo.exponent(x);
            assertEquals(
                    x, z * Math.scalb(1.0, (int) exponent / 2) * Math.scalb(1.0, (int) exponent - (int) exponent / 2));
        }
    }
}
