package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gates {@code (x_inf - x)/tau} whose time constant is made of 1 − x_inf, which goes to 0, and of what keeps it away from 0, in the ways in which people write
 * that: right by 40 decimal digits wherever the arithmetic has a right value, at steady states and away from them.
 */
class FlooredTimeConstantsFuzzTest {
    private static final int GATES = 8;
    private static final DfpField DIGITS = new DfpField(40);

    /** How a gate is written, and its numbers. */
    private record Gate(
            Infinity infinity,
            String rest,
            Form form,
            String slope,
            double half,
            double width,
            double k,
            double lowest,
            double highest) {}

    /** A steady state as text, with the same value. */
    private enum Infinity {
        MINUS("1/(1 + exp(-(v - HALF)/WIDTH))"),
        TURNED("1/(1 + exp((HALF - v)/WIDTH))"),
        POWER("(1 + exp((HALF - v)/WIDTH))^-1"),
        TANH("0.5*(1 + tanh((v - HALF)/WIDTH/2))"),
        TANH_OVER("(1 + tanh(0.5*(v - HALF)/WIDTH))/2"),
        /** 1 − x_inf stays a difference. */
        SQUARE("(1 + exp((HALF - v)/WIDTH))^-2");

        private final String text;

        Infinity(String text) {
            this.text = text;
        }

        Dfp value(double v, Gate gate) {
            Dfp u = number(gate.half()).subtract(number(v)).divide(number(gate.width()));
            Dfp logistic = DIGITS.getOne().divide(DIGITS.getOne().add(u.exp()));
            return this == SQUARE ? logistic.multiply(logistic) : logistic;
        }
    }

    /** A time constant as text, in which REST, K, LOWEST and HIGHEST stand for what they are called, and as what it is. */
    private enum Form {
        MAXIMUM("max(REST/K, LOWEST)"),
        MAXIMUM_TURNED("max(LOWEST, (REST)/K)"),
        MAXIMUM_INSIDE("max(REST, K*LOWEST)/K"),
        CHOICE("where(REST/K < LOWEST, LOWEST, REST/K)"),
        CHOICE_TURNED("where(REST/K >= LOWEST, REST/K, LOWEST)"),
        CLAMP("min(max(REST/K, LOWEST), HIGHEST)"),
        CLAMP_TURNED("max(min(HIGHEST, REST/K), LOWEST)"),
        SUM("LOWEST + (REST)/K"),
        SUM_TURNED("(REST)/K + LOWEST"),
        BETWEEN("LOWEST + (HIGHEST - LOWEST)*(REST)"),
        SIZE("abs((REST)/K) + LOWEST"),
        ROOT("sqrt(LOWEST^2 + ((REST)/K)^2)"),
        SQUARE("LOWEST + ((REST)/K)^2"),
        NONE("(REST)/K");

        private final String text;

        Form(String text) {
            this.text = text;
        }

        Dfp value(Dfp rest, Gate gate) {
            Dfp decay = rest.divide(number(gate.k()));
            Dfp lowest = number(gate.lowest());
            Dfp highest = number(gate.highest());
            return switch (this) {
                case MAXIMUM, MAXIMUM_TURNED, MAXIMUM_INSIDE, CHOICE, CHOICE_TURNED -> max(decay, lowest);
                case CLAMP, CLAMP_TURNED -> min(max(decay, lowest), highest);
                case SUM, SUM_TURNED, SIZE -> lowest.add(decay);
                case BETWEEN -> lowest.add(highest.subtract(lowest).multiply(rest));
                case ROOT -> lowest.multiply(lowest).add(decay.multiply(decay)).sqrt();
                case SQUARE -> lowest.add(decay.multiply(decay));
                case NONE -> decay;
            };
        }
    }

    private static Dfp max(Dfp a, Dfp b) {
        return a.lessThan(b) ? b : a;
    }

    private static Dfp min(Dfp a, Dfp b) {
        return a.lessThan(b) ? a : b;
    }

    private static Dfp number(double value) {
        return DIGITS.newDfp(value);
    }

    private final SplittableRandom random = new SplittableRandom(21);

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"DOUBLE, true", "DOUBLE, false", "FLOAT, true", "FLOAT, false"})
    void areRight(Precision precision, boolean ranged) {
        assertRight(2, precision, ranged);
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"DOUBLE, true", "DOUBLE, false", "FLOAT, true", "FLOAT, false"})
    void manyAreRight(Precision precision, boolean ranged) {
        assertRight(5, precision, ranged);
    }

    private void assertRight(int models, Precision precision, boolean ranged) {
        int lost = 0;
        int all = 0;
        for (int m = 0; m < models; m++) {
            List<Gate> gates =
                    IntStream.range(0, GATES).mapToObj(k -> gate(precision)).toList();
            Model model = model(gates, ranged);
            double[] potentials = IntStream.range(0, 8)
                    .mapToDouble(k -> rounded(random.nextDouble(-99, 99), precision))
                    .toArray();
            for (int g = 0; g < GATES; g++) {
                List<State> states = states(gates.get(g), potentials, precision);
                double[][] of = new double[states.size()][GATES + 1];
                for (int k = 0; k < of.length; k++) {
                    of[k][0] = states.get(k).v();
                    of[k][g + 1] = states.get(k).x();
                }
                double[] values = CompiledSlopes.of(model, precision, of, g + 1);
                for (int k = 0; k < of.length; k++) {
                    all++;
                    lost += Double.isNaN(values[k]) ? 1 : 0;
                    check(gates.get(g), states.get(k), values[k], precision);
                }
            }
        }
        assertTrue(lost < all / 20, lost + " of " + all + " are no number");
    }

    /** Each potential with the gate in its steady state, nearly in it, open and half open. */
    private static List<State> states(Gate gate, double[] potentials, Precision precision) {
        List<State> states = new ArrayList<>();
        for (double v : potentials) {
            Dfp infinity = gate.infinity().value(v, gate);
            double nearly = precision == Precision.FLOAT ? 0.9999f : 1 - 1e-11;
            for (double x : new double[] {infinity.toDouble(), infinity.toDouble() * nearly, 1, 0.5}) {
                states.add(new State(v, rounded(x, precision), infinity));
            }
        }
        return states;
    }

    private record State(double v, double x, Dfp infinity) {}

    private static void check(Gate gate, State state, double value, Precision precision) {
        boolean single = precision == Precision.FLOAT;
        Dfp rest = DIGITS.getOne().subtract(state.infinity());
        Dfp tau = gate.form().value(rest, gate);
        if (tau.toDouble() < 1e-9) {
            return; // Too short for any step.
        }
        double truth = state.infinity().subtract(number(state.x())).divide(tau).toDouble();
        // Of x_inf - x, what a few roundings are.
        double rounding = (single ? 1e-5 : 1e-12) / tau.toDouble();
        double error = (single ? 1e-2 : 1e-3) * Math.abs(truth) + rounding;
        // A difference has too few digits for a time constant that is too small a share of what it can be.
        double largest = gate.form().value(DIGITS.getOne(), gate).toDouble();
        boolean mayBeLost = gate.infinity() == Infinity.SQUARE
                && tau.toDouble() < 8 * Rounding.of(precision).lost() * largest;
        assertTrue(
                Double.isNaN(value) ? mayBeLost : Math.abs(value - truth) <= error,
                () -> gate + " in " + state + ": " + value + " for " + truth);
    }

    private static double rounded(double value, Precision precision) {
        return precision == Precision.FLOAT ? (float) value : value;
    }

    private Gate gate(Precision precision) {
        Infinity[] infinities = Infinity.values();
        Infinity infinity = infinities[random.nextInt(infinities.length)];
        String rest = random.nextBoolean() ? "(1 - INF)" : "(1 - (" + infinity.text + "))";
        String slope = switch (random.nextInt(4)) {
            case 0 -> "(INF - X)/TAU";
            case 1 -> "-(X - INF)/TAU";
            case 2 -> "INF/TAU - X/TAU";
            default -> "(INF - X)*(1/TAU)";
        };
        Form[] forms = Form.values();
        double[] ks = {0.001, 0.01, 0.025, 0.1, 1, 10};
        double[] floors = {1e-3, 0.02, 0.05, 0.5, 1};
        double k = ks[random.nextInt(ks.length)];
        double lowest = floors[random.nextInt(floors.length)];
        return new Gate(
                infinity,
                rest,
                forms[random.nextInt(forms.length)],
                slope,
                random.nextInt(-320, 80) / 4.0,
                random.nextInt(8, 48) / 4.0,
                rounded(k, precision),
                rounded(lowest, precision),
                rounded(lowest * 100, precision));
    }

    private Model model(List<Gate> gates, boolean ranged) {
        StringBuilder variables = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        StringBuilder let = new StringBuilder();
        StringBuilder equations = new StringBuilder();
        for (int g = 0; g < gates.size(); g++) {
            Gate gate = gates.get(g);
            boolean written = random.nextBoolean();
            variables.append("  x%d: {initial: 0}\n".formatted(g));
            parameters.append("  half%d: {default: %s}\n".formatted(g, gate.half()));
            parameters.append("  width%d: {default: %s}\n".formatted(g, gate.width()));
            parameters.append("  k%d: {default: %s}\n".formatted(g, gate.k()));
            parameters.append("  lowest%d: {default: %s}\n".formatted(g, gate.lowest()));
            parameters.append("  highest%d: {default: %s}\n".formatted(g, gate.highest()));
            let.append("  inf%d: %s\n".formatted(g, filled(gate.infinity().text, gate, g, written)));
            let.append("  tau%d: %s\n".formatted(g, filled(gate.form().text, gate, g, written)));
            equations.append("  x%d: %s\n".formatted(g, filled(gate.slope(), gate, g, written)));
        }
        String text = """
                name: Fuzz
                variables:
                  v: {initial: -65%s}
                %sparameters:
                %sinput: I
                let:
                %sequations:
                  v: 0*I
                %sspike: {variable: v, threshold: 1000}
                """.formatted(ranged ? ", range: [-100, 100]" : "", variables, parameters, let, equations);
        return ModelReader.read("fuzz.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param written whether numbers are written out, or are parameters */
    private static String filled(String text, Gate gate, int g, boolean written) {
        return text.replace("REST", gate.rest())
                .replace("INF", "inf" + g)
                .replace("X", "x" + g)
                .replace("TAU", "tau" + g)
                .replace("HALF", written ? "(" + gate.half() + ")" : "half" + g)
                .replace("WIDTH", written ? "" + gate.width() : "width" + g)
                .replace("K", written ? "" + gate.k() : "k" + g)
                .replace("LOWEST", written ? "" + gate.lowest() : "lowest" + g)
                .replace("HIGHEST", written ? "" + gate.highest() : "highest" + g);
    }
}
