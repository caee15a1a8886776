package io.github.spikesweep.kernel.transcendental;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.List;

/** Polynomials as values of a graph. */
public final class Polynomial {
    private Polynomial() {}

    /**
     * The polynomial Σ c_k (scale · x)^k by Horner's scheme. The powers of the scale are multiplied into the coefficients.
     *
     * @param coefficients lowest power first
     */
    public static Value horner(ValueGraph graph, List<Double> coefficients, double scale, Value x) {
        double[] scaled = new double[coefficients.size()];
        double power = 1;
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = coefficients.get(k) * power;
            power *= scale;
        }
        Value sum = graph.constant(scaled[scaled.length - 1]);
        for (int k = scaled.length - 2; k >= 0; k--) {
            sum = graph.fma(sum, x, graph.constant(scaled[k]));
        }
        return sum;
    }
}
