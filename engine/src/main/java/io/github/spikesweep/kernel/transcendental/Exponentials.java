package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.List;

/**
 * exp, exprel and expm1 without branches, table look-ups or bit tricks, so that loops over lanes vectorise: a polynomial in
 * u/2^k, squared k times. For exp the relative error grows to about 2^k roundings (1.2e-13 in double). The others run on q = e^w
 * − 1, for which doubling w is q(q + 2), and keep full relative accuracy around zero.
 */
public final class Exponentials {
    private final ValueGraph graph;
    private final Rounding rounding;

    public Exponentials(ValueGraph graph, Rounding rounding) {
        this.graph = graph;
        this.rounding = rounding;
    }

    /** Beyond what a number holds it is infinite or 0, so that what is made of it is no number that it is not. */
    public Value exp(Value u) {
        double limit = rounding.largestExponent();
        int doublings = doublings(limit);
        double scale = Math.scalb(1.0, -doublings);
        List<Double> series = EconomizedSeries.exp(limit * scale, rounding.seriesError());
        Value x = Polynomial.horner(graph, series, scale, clamp(u, rounding.infiniteExponent()));
        for (int k = 0; k < doublings; k++) {
            x = graph.multiply(x, x);
        }
        return x;
    }

    /**
     * (e^u − 1)/u, infinite where a number cannot hold it. From p = (e^w − 1)/w at w = u/2^k, every doubling multiplies by (e^w + 1)/2 = (q + 2)/2.
     *
     * @param limit the largest |u| for which it is accurate
     */
    public Value exprel(Value u, double limit) {
        int doublings = doublings(limit);
        double scale = Math.scalb(1.0, -doublings);
        Value product = series(limit * scale, scale, u);
        Value q = graph.multiply(graph.constant(scale), graph.multiply(u, product));
        for (int k = 0; k < doublings; k++) {
            Value sum = graph.add(q, graph.constant(2));
            product = graph.multiply(product, sum);
            q = k + 1 < doublings ? graph.multiply(q, sum) : q;
        }
        return graph.multiply(graph.constant(scale), product);
    }

    /**
     * e^u − 1.
     *
     * @param limit the largest |u|
     */
    public Value expm1(Value u, double limit) {
        int doublings = doublings(limit);
        double scale = Math.scalb(1.0, -doublings);
        Value q = graph.multiply(graph.constant(scale), graph.multiply(u, series(limit * scale, scale, u)));
        for (int k = 0; k < doublings; k++) {
            q = graph.multiply(q, graph.add(q, graph.constant(2)));
        }
        return q;
    }

    /** (e^w − 1)/w at w = scale · u. */
    private Value series(double radius, double scale, Value u) {
        List<Double> series = EconomizedSeries.exprel(Math.max(radius, 1e-3), rounding.seriesError());
        return Polynomial.horner(graph, series, scale, u);
    }

    private int doublings(double limit) {
        int doublings = 0;
        // Twice the radius of the shared polynomials: a squaring costs less than two more terms, but doubles the error.
        while (Math.scalb(limit, -doublings) > Math.min(1.4, 2 * rounding.seriesRadius())) {
            doublings++;
        }
        return doublings;
    }

    private Value clamp(Value u, double limit) {
        Value low = graph.apply(Operation.MAX, List.of(u, graph.constant(-limit)));
        return graph.apply(Operation.MIN, List.of(low, graph.constant(limit)));
    }
}
