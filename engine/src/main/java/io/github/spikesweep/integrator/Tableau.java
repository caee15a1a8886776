package io.github.spikesweep.integrator;

import java.util.List;

/**
 * The coefficients of an explicit Runge–Kutta method: stage s has the slope k_s = f(t + c_s h, y + h Σ_j a_sj k_j), and the
 * step ends at y + h Σ_s b_s k_s.
 *
 * @param a one row per stage; row s has s coefficients
 * @param b one weight per stage
 * @param c one node per stage, as a fraction of the step
 */
public record Tableau(List<List<Double>> a, List<Double> b, List<Double> c) {
    private static final double ROUNDING = 1e-14;

    public Tableau {
        a = a.stream().map(List::copyOf).toList();
        b = List.copyOf(b);
        c = List.copyOf(c);
        if (a.size() != b.size() || c.size() != b.size()) {
            throw new IllegalArgumentException("a, b and c must have one entry per stage");
        }
        for (int s = 0; s < a.size(); s++) {
            double rowSum = a.get(s).stream().mapToDouble(Double::doubleValue).sum();
            if (a.get(s).size() != s || Math.abs(rowSum - c.get(s)) > ROUNDING) {
                throw new IllegalArgumentException("row " + s + " of a must have " + s + " entries that add up to c");
            }
        }
        if (Math.abs(b.stream().mapToDouble(Double::doubleValue).sum() - 1) > ROUNDING) {
            throw new IllegalArgumentException("the weights b must add up to 1");
        }
    }

    /** How many times a step evaluates the equations. */
    public int stages() {
        return b.size();
    }
}
