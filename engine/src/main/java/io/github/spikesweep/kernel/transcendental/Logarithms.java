package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.math.BigDecimal;
import java.util.List;

/**
 * Logarithms as arithmetic on a number's exponent and significand, which {@link PowersOfTwo} takes apart: ln x = k ln 2 + ln z with z from √½ to √2. With s = (z − 1)/(z + 1),
 * ln z = 2 artanh s. As 2s = f − sf with f = z − 1, which is exact, the sum begins with f, and keeps full relative accuracy around x = 1: the error is at most two units in the last place.
 */
public final class Logarithms {
    /** The largest s², at z = √2. */
    private static final double RADIUS = 0.02945;

    private static final BigDecimal LN_2 = new BigDecimal("0.693147180559945309417232121458176568");
    private static final BigDecimal LOG10_2 = new BigDecimal("0.301029995663981195213738894724493027");
    private static final BigDecimal LOG10_E = new BigDecimal("0.434294481903251827651128918916605082");

    private final ValueGraph graph;
    private final Rounding rounding;

    public Logarithms(ValueGraph graph, Rounding rounding) {
        this.graph = graph;
        this.rounding = rounding;
    }

    public Value ln(Value x) {
        return sum(exponent(x), LN_2, lnOfSignificand(x));
    }

    public Value log10(Value x) {
        Value ln = lnOfSignificand(x);
        double unit = single(LOG10_E);
        Value low = graph.multiply(graph.constant(rest(LOG10_E)), ln);
        return sum(exponent(x), LOG10_2, graph.fma(graph.constant(unit), ln, low));
    }

    Value exponent(Value x) {
        return graph.partialCall(PowersOfTwo.class.getName() + ".exponent", List.of(x));
    }

    /** ln z; between −0.35 and 0.35. */
    Value lnOfSignificand(Value x) {
        Value z = graph.partialCall(PowersOfTwo.class.getName() + ".significand", List.of(x));
        Value f = graph.add(z, graph.constant(-1));
        Value s = graph.divide(f, graph.add(f, graph.constant(2)));
        Value square = graph.multiply(s, s);
        // What is neglected is multiplied by s³.
        double error = rounding.seriesError() / RADIUS;
        List<Double> series = EconomizedSeries.artanh(RADIUS, error);
        Value half = graph.multiply(graph.constant(0.5), graph.multiply(f, f));
        Value more = graph.fma(square, Polynomial.horner(graph, series, 1, square), half);
        return graph.fma(s, more, graph.subtract(f, half));
    }

    /** {@code k · unit + rest}; the unit in two parts of one sign, since k may be infinite. */
    private Value sum(Value k, BigDecimal unit, Value rest) {
        Value small = graph.fma(k, graph.constant(rest(unit)), rest);
        return graph.fma(k, graph.constant(single(unit)), small);
    }

    /** Most of a positive number, in so few digits that it is the same in both precisions. */
    private static double single(BigDecimal number) {
        float nearest = number.floatValue();
        return new BigDecimal(nearest).compareTo(number) > 0 ? Math.nextDown(nearest) : nearest;
    }

    private static double rest(BigDecimal number) {
        return number.subtract(new BigDecimal(single(number))).doubleValue();
    }
}
