package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.integrator.Tableau;
import org.hipparchus.complex.Complex;

/**
 * Where an explicit Runge–Kutta method is stable: a step multiplies what follows x' = λ x by R(h λ), see Hairer &amp; Wanner (1996), Solving Ordinary
 * Differential Equations II, IV.2.
 */
record StabilityRegion(Tableau method) {
    private static final int HALVINGS = 30;
    /** R(0) is 1. */
    private static final double ROUNDING = 1e-9;

    /** The size of R(z). */
    double factor(Complex z) {
        Complex[] slopes = new Complex[method.stages()];
        Complex end = Complex.ONE;
        for (int stage = 0; stage < slopes.length; stage++) {
            Complex within = Complex.ONE;
            for (int k = 0; k < stage; k++) {
                within = within.add(slopes[k].multiply(method.a().get(stage).get(k)));
            }
            slopes[stage] = within.multiply(z);
            end = end.add(slopes[stage].multiply(method.b().get(stage)));
        }
        return end.norm();
    }

    boolean contains(Complex z) {
        return factor(z) <= 1 + ROUNDING;
    }

    /** About the longest step, up to {@code step}, at which what decays by {@code eigenvalue} does not grow. */
    double longestStep(Complex eigenvalue, double step) {
        double stable = step;
        while (!contains(eigenvalue.multiply(stable))) {
            stable /= 2;
        }
        double unstable = Math.min(step, 2 * stable);
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (stable + unstable) / 2;
            if (contains(eigenvalue.multiply(middle))) {
                stable = middle;
            } else {
                unstable = middle;
            }
        }
        return stable;
    }
}
