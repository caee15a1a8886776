package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.List;

/**
 * x^a. Whole numbers and quarters are products and square roots. Others are arithmetic on the exponent k and the significand z of x: x^a = 2^(ak + a log2 z), of whose exponent the whole
 * part j is a power of two, and the rest r an exponential with |r ln 2| ≤ 0.35. Since ak − j is exact, the relative error is about 1 + |a| units in the last place.
 */
public final class Powers {
    private static final int LARGEST_POWER = 64;
    private static final double LN_2 = 0.6931471805599453;
    private static final double LOG2_E = 1.4426950408889634;
    /** A little more than ln 2 / 2. */
    private static final double RADIUS = 0.35;

    private final ValueGraph graph;
    private final Rounding rounding;
    private final Logarithms logarithms;

    public Powers(ValueGraph graph, Rounding rounding, Logarithms logarithms) {
        this.graph = graph;
        this.rounding = rounding;
        this.logarithms = logarithms;
    }

    public Value power(Value x, Value a) {
        if (isMultiple(a, 1)) {
            return graph.power(x, (int) a.constant());
        }
        if (isMultiple(a, 0.5) && a.constant() > 0) {
            return times(x, a, root(x));
        }
        boolean isInLoop = x.dependence().and(a.dependence()) == Dependence.STATE;
        if (isInLoop && isMultiple(a, 0.25) && a.constant() > 0) {
            Value root = root(x);
            boolean isQuarter = a.constant() - Math.floor(a.constant()) == 0.25;
            return times(x, a, isQuarter ? root(root) : graph.multiply(root, root(root)));
        }
        return isInLoop ? general(x, a) : graph.partialCall("StrictMath.pow", List.of(x, a));
    }

    private static boolean isMultiple(Value a, double unit) {
        return a.isConstant()
                && a.constant() / unit == Math.rint(a.constant() / unit)
                && Math.abs(a.constant()) <= LARGEST_POWER;
    }

    private Value root(Value x) {
        return graph.apply(Operation.SQRT, List.of(x));
    }

    /** {@code root} times x to the whole part of {@code a}. */
    private Value times(Value x, Value a, Value root) {
        return graph.multiply(graph.power(x, (int) Math.floor(a.constant())), root);
    }

    private Value general(Value x, Value a) {
        Value k = logarithms.exponent(x);
        Value ln = logarithms.lnOfSignificand(x);
        Value log2 = graph.multiply(a, graph.fma(graph.constant(LOG2_E), ln, k));
        // Adding so much rounds to a whole number.
        Value much = graph.constant(rounding.wholeFrom());
        Value minusWhole = graph.subtract(much, graph.add(log2, much));
        Value rest = graph.fma(a, k, minusWhole);
        Value u = graph.fma(graph.constant(LN_2), rest, graph.multiply(a, ln));
        Value part = Polynomial.horner(graph, EconomizedSeries.exp(RADIUS, rounding.seriesError()), 1, u);
        return graph.partialCall(PowersOfTwo.class.getName() + ".power", List.of(x, a, part, minusWhole));
    }
}
