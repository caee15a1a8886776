package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random quotients of functions that vanish at one point: right to what MODELS.md promises, or no number. */
class VanishingQuotientsFuzzTest {
    private static final int QUOTIENTS = 8;
    private static final double[] AWAY = {
        0, 1e-15, 1e-12, -1e-12, 1e-10, 1e-9, -1e-9, 1e-8, 1e-7, -1e-6, 1e-6, 1e-5, -1e-4, 1e-3, -1e-2
    };

    /** A function of x = v − v0, as text and as what it is. */
    private record Vanishing(String text, Series series) {}

    private final SplittableRandom random = new SplittableRandom(20);
    private double root;

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-3, true", "DOUBLE, 1e-3, false", "FLOAT, 1e-2, true", "FLOAT, 1e-2, false"})
    void manyAreRightOrNoNumber(Precision precision, double error, boolean ranged) {
        assertRightOrNoNumber(25, precision, error, ranged);
    }

    private void assertRightOrNoNumber(int models, Precision precision, double error, boolean ranged) {
        int right = 0;
        int all = 0;
        for (int model = 0; model < models; model++) {
            root = random.nextInt(-320, 320) / 4.0;
            List<Vanishing> quotients =
                    IntStream.range(0, QUOTIENTS).mapToObj(k -> quotient()).toList();
            Model compiled = model(quotients, ranged);
            double[][] states = new double[AWAY.length][QUOTIENTS + 1];
            for (int k = 0; k < AWAY.length; k++) {
                double v = root + AWAY[k];
                states[k][0] = precision == Precision.FLOAT ? (float) v : v;
            }
            for (int q = 0; q < QUOTIENTS; q++) {
                // Where the quotient itself vanishes, as (1 − cos x)/x does, what counts is how small it is.
                double vanished = quotients.get(q).series().order() > 0 ? (precision == Precision.FLOAT ? 1e6 : 1) : 0;
                double[] values = CompiledSlopes.of(compiled, precision, states, q + 1);
                for (int k = 0; k < AWAY.length; k++) {
                    double truth = quotients.get(q).series().at(states[k][0] - root);
                    all++;
                    right += Double.isFinite(values[k]) ? 1 : 0;
                    String what = quotients.get(q).text() + " at " + root + " + " + (states[k][0] - root) + ": "
                            + values[k] + " for " + truth;
                    boolean good = !Double.isFinite(values[k])
                            || Math.abs(values[k] - truth) <= error * Math.max(Math.abs(truth), vanished * 1e-9);
                    assertTrue(good, what);
                }
            }
        }
        assertTrue(right > all / 4, right + " of " + all + " are numbers");
    }

    private Model model(List<Vanishing> quotients, boolean ranged) {
        StringBuilder variables = new StringBuilder();
        StringBuilder equations = new StringBuilder();
        for (int q = 0; q < quotients.size(); q++) {
            variables.append("  y%d: {initial: 0}\n".formatted(q));
            equations.append("  y%d: %s\n".formatted(q, quotients.get(q).text()));
        }
        String text = """
                name: Fuzz
                variables:
                  v: {initial: -65%s}
                %sparameters: {v0: {default: %s}, one: {default: 1}}
                input: I
                let: {x: v - v0}
                equations:
                  v: 0*I
                %sspike: {variable: v, threshold: 1000}
                """.formatted(ranged ? ", range: [-100, 100]" : "", variables, root, equations);
        return ModelReader.read("fuzz.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private Vanishing quotient() {
        while (true) {
            Vanishing above = product();
            Vanishing below = product();
            if (above.series().order() >= below.series().order()) {
                String text = switch (random.nextInt(4)) {
                    case 0 -> "(" + above.text() + ") / (" + below.text() + ")";
                    case 1 -> "1 / (" + below.text() + ") * (" + above.text() + ")";
                    case 2 -> "-(" + above.text() + ") / ((" + below.text() + ") * -1)";
                    default -> "1 / ((" + below.text() + ") / (" + above.text() + "))";
                };
                return new Vanishing(text, above.series().over(below.series()));
            }
        }
    }

    private Vanishing product() {
        Vanishing first = function();
        if (random.nextInt(3) > 0) {
            return first;
        }
        Vanishing second = function();
        return new Vanishing(
                "(" + first.text() + ") * (" + second.text() + ")",
                first.series().times(second.series()));
    }

    private Vanishing function() {
        double a = random.nextInt(1, 30) / 10.0 * (random.nextBoolean() ? 1 : -1);
        double b = random.nextInt(1, 30) / 10.0;
        Vanishing u = argument(a);
        Series one = Series.line(1, 0);
        String in = "(" + u.text() + ")";
        return switch (random.nextInt(14)) {
            case 0, 1 -> u;
            case 2, 3 -> new Vanishing("exp" + in + " - 1", u.series().exp().minus(one));
            case 4, 5 -> new Vanishing("1 - exp" + in, one.minus(u.series().exp()));
            case 6 -> {
                Vanishing other = argument(a + b);
                yield new Vanishing(
                        "exp(" + other.text() + ") - exp" + in,
                        other.series().exp().minus(u.series().exp()));
            }
            case 7 -> new Vanishing("sin" + in, u.series().sin());
            case 8 -> new Vanishing("tanh" + in, u.series().tanh());
            case 9 -> new Vanishing("log(1 + " + in + ")", u.series().log1p());
            case 10 ->
                new Vanishing("sqrt(1 + " + in + ") - 1", u.series().sqrt1p().minus(one));
            case 11 -> new Vanishing("1 - cos" + in, one.minus(u.series().cos()));
            case 12 ->
                new Vanishing(
                        b + "*exp" + in + " - " + b, u.series().exp().minus(one).times(Series.line(b, 0)));
            default -> new Vanishing(in + "^2", u.series().times(u.series()));
        };
    }

    /** a x, in one of the ways to write it. */
    private Vanishing argument(double a) {
        String plainRoot = root < 0 ? "(v + " + -root + ")" : "(v - " + root + ")";
        double slope = Math.round(a * 10) / 10.0;
        List<String> ways = new ArrayList<>(List.of(
                slope + "*x",
                slope + "*(v - v0)",
                "(v - v0)*" + slope,
                slope + "*" + plainRoot,
                "(x*" + slope + ")/one"));
        double offset = new BigDecimal(String.valueOf(slope))
                .multiply(new BigDecimal(String.valueOf(-root)))
                .doubleValue();
        ways.add("%s*v %s %s".formatted(slope, offset < 0 ? "-" : "+", Math.abs(offset)));
        ways.add("%s*v - %s*v0".formatted(slope, slope));
        return new Vanishing(ways.get(random.nextInt(ways.size())), Series.line(0, slope));
    }
}
