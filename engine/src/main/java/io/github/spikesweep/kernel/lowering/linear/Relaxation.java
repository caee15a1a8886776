package io.github.spikesweep.kernel.lowering.linear;

import io.github.spikesweep.equation.function.Exprel;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.transcendental.Polynomial;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of linear equations: v' = a − b v moves by h φ(b h) (a − b v), with φ(x) = (1 − e^−x)/x, which for large x ends where v rests. Without branches,
 * so that loops over lanes vectorise: with w = x/8, e^−w is nearly 1/D(w) for the Taylor polynomial D of e^w of degree 7, and vanishes for large w as it should;
 * then φ(w) is (D − 1)/(w D), whose dividend has w as a factor, and φ(2x) = φ(x) (1 + e^−x)/2 leads from w to x.
 *
 * <p>φ is off by at most 3e-8 of its value where x &gt; 0, near x = 7, and by 7e-12 up to x = 1; in single precision by some roundings more. A negative x, with
 * which v runs away, is followed less and less well, off by 2e-6 at x = −4 and by 5e-4 at −8; where D is no longer positive, below −22, φ is no number, and the row
 * diverges. So it does where x is so large that D is infinite, as for 1e45, in single precision 1e7.
 */
public final class Relaxation {
    private static final int DEGREE = 7;
    private static final int DOUBLINGS = 3;

    private final ValueGraph graph;
    /** Of (D − 1)/2x. */
    private final List<Double> series = new ArrayList<>();

    public Relaxation(ValueGraph graph) {
        this.graph = graph;
        double coefficient = Math.scalb(1.0, -DOUBLINGS - 1);
        for (int j = 1; j <= DEGREE; j++) {
            coefficient /= j;
            series.add(coefficient);
        }
    }

    /** φ of {@code x}: by the library, if it is computed once. */
    public Value of(Value x) {
        if (x.isInvariant()) {
            return graph.call(new Exprel(), List.of(graph.negate(x)));
        }
        Value start = Polynomial.horner(graph, series, Math.scalb(1.0, -DOUBLINGS), x);
        Value half = graph.fma(x, start, graph.constant(0.5));
        // D, and 0 where it is negative.
        Value divisor = graph.add(half, graph.apply(Operation.ABS, List.of(half)));
        Value power = graph.divide(graph.constant(1), divisor);
        Value part = graph.multiply(start, power);
        for (int k = 0; k < DOUBLINGS; k++) {
            part = graph.fma(part, power, part);
            power = graph.multiply(power, power);
        }
        // No number where D is infinite, and its inverse 0.
        Value sound = graph.fma(graph.constant(0), divisor, part);
        // The only factor of two: it is taken in front and multiplied by the step once.
        return graph.multiply(graph.constant(2), sound);
    }
}
