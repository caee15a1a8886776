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
    /** Limits are powers of the first, or if these are too far apart, of the second. */
    private static final int[] LIMIT_RATIOS = {4, 2};

    private final ValueGraph graph;
    private final Rounding rounding;
    /** Of e^w, for exponents up to the largest. */
    private final List<Double> series;

    private final int doublings;
    private final double lowest;

    public Exponentials(ValueGraph graph, Rounding rounding) {
        this.graph = graph;
        this.rounding = rounding;
        this.doublings = doublings(rounding.largestExponent());
        double radius = rounding.largestExponent() * Math.scalb(1.0, -doublings);
        this.series = EconomizedSeries.exp(radius, rounding.seriesError());
        this.lowest = lowestExponent(series, doublings, rounding);
    }

    /**
     * Beyond what a number holds it is infinite or 0, so that what is made of it is no number that it is not. Large arguments need no limit, since all
     * coefficients are positive.
     */
    public Value exp(Value u) {
        return exp(1, graph.apply(Operation.MAX, List.of(u, graph.constant(-rounding.infiniteExponent()))));
    }

    /**
     * e to {@code scale · (x + shift)}. It is 0 or infinite long before its polynomial goes astray, so one limit of x serves exponentials of several scales.
     * The limit is the same for all x + shift of about that scale, and costs as much as a third of the exponential.
     */
    Value exp(double scale, double shift, Value x) {
        double needed = rounding.infiniteExponent() / Math.abs(scale) + Math.abs(shift);
        double allowed = lowest / Math.abs(scale) - Math.abs(shift);
        for (int ratio : LIMIT_RATIOS) {
            double limit = 1;
            while (limit < needed) {
                limit *= ratio;
            }
            while (limit / ratio >= needed) {
                limit /= ratio;
            }
            if (limit <= allowed) {
                return exp(scale, graph.add(clamp(x, limit), graph.constant(shift)));
            }
        }
        return exp(graph.multiply(graph.constant(scale), graph.add(x, graph.constant(shift))));
    }

    private Value exp(double scale, Value x) {
        double unit = scale * Math.scalb(1.0, -doublings);
        // With the powers of the scale in the coefficients, unless they are too small or too large for that.
        double least = StrictMath.pow(Math.abs(unit), series.size() - 1) * series.get(series.size() - 1);
        boolean fits = Math.abs(unit) < 1 && least > 1 / rounding.largestProduct();
        Value power = fits
                ? Polynomial.horner(graph, series, unit, x)
                : Polynomial.horner(graph, series, 1, graph.multiply(graph.constant(unit), x));
        for (int k = 0; k < doublings; k++) {
            power = graph.multiply(power, power);
        }
        return power;
    }

    /** How far below 0 an exponent may be, and the squares of its polynomial are 0 still. */
    private static double lowestExponent(List<Double> series, int doublings, Rounding rounding) {
        double largest = StrictMath.exp(Math.scalb(-rounding.infiniteExponent(), -doublings));
        double w = Math.scalb(rounding.infiniteExponent(), -doublings);
        while (Math.abs(value(series, -1.01 * w)) < largest) {
            w *= 1.01;
        }
        return Math.scalb(w, doublings);
    }

    private static double value(List<Double> series, double w) {
        double sum = 0;
        for (int k = series.size() - 1; k >= 0; k--) {
            sum = sum * w + series.get(k);
        }
        return sum;
    }

    /**
     * (e^u − 1)/u, infinite where a number cannot hold it. From p = (e^w − 1)/u at w = u/2^k, every doubling multiplies by e^w + 1 = up + 2.
     *
     * @param limit the largest |u| for which it is accurate
     */
    public Value exprel(Value u, double limit) {
        int doublings = doublings(limit);
        double scale = Math.scalb(1.0, -doublings);
        Value product = graph.multiply(graph.constant(scale), series(limit * scale, scale, u));
        for (int k = 0; k < doublings; k++) {
            product = graph.multiply(product, graph.fma(u, product, graph.constant(2)));
        }
        return product;
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
