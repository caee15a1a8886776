package io.github.spikesweep.simulation;

import io.github.spikesweep.integrator.Integrator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;

/**
 * A state in which a neuron stays forever, and whether it is stable. All slopes are the compiled kernel's: one
 * Euler step of length h leads from y to y + h f(y).
 */
final class Equilibrium {
    /** Long enough that the rounding of y + h f(y) is negligible compared to that of f(y); a power of two. */
    private static final double STEP = 64;
    /** The spacing of the states for differences, relative to {@link #magnitude}; a power of two. */
    private static final double SPACING = 1.0 / 1024;

    /** Hipparchus' default, 1e-12, would shift the currents found for Hodgkin–Huxley by 5e-7. */
    private static final double EIGENVALUE_TOLERANCE = 1e-15;

    private static final int MOST_ITERATIONS = 100;

    private final double[] state;
    private final double[][] jacobian;

    private Equilibrium(double[] state, double[][] jacobian) {
        this.state = state;
        this.jacobian = jacobian;
    }

    /** Newton's method from {@code start}. */
    static Equilibrium near(double[] start, Setting setting) {
        if (setting.spec().integrator() != Integrator.EULER) {
            throw new IllegalArgumentException(
                    "slopes are taken from Euler steps, not " + setting.spec().integrator());
        }
        double[] state = start.clone();
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[][] slopes = slopesAround(state, setting);
            double[][] jacobian = jacobian(state, slopes);
            double[] change = new LUDecomposition(new Array2DRowRealMatrix(jacobian))
                    .getSolver()
                    .solve(new ArrayRealVector(slopes[0]))
                    .toArray();
            double largest = 0;
            for (int v = 0; v < state.length; v++) {
                state[v] -= change[v];
                largest = Math.max(largest, Math.abs(change[v]) / magnitude(state[v]));
            }
            if (largest < 1e-14) {
                return new Equilibrium(state, jacobian);
            }
        }
        throw new IllegalStateException("no equilibrium found in " + MOST_ITERATIONS + " iterations");
    }

    /** One value per variable. */
    double[] state() {
        return state.clone();
    }

    /** The largest real part of the eigenvalues: below 0 if the equilibrium is stable. */
    double growth() {
        Complex[] eigenvalues = new EigenDecompositionNonSymmetric(
                        new Array2DRowRealMatrix(jacobian), EIGENVALUE_TOLERANCE)
                .getEigenvalues();
        return Stream.of(eigenvalues).mapToDouble(Complex::getReal).max().orElseThrow();
    }

    /** The slopes at {@code state}, then for each variable those at -2, -1, 1 and 2 spacings of it; one array per state. */
    private static double[][] slopesAround(double[] state, Setting setting) {
        List<double[]> states = new ArrayList<>();
        states.add(state);
        for (int v = 0; v < state.length; v++) {
            for (int k : new int[] {-2, -1, 1, 2}) {
                double[] moved = state.clone();
                moved[v] += k * SPACING * magnitude(state[v]);
                states.add(moved);
            }
        }
        Protocol oneStep = Protocol.fixed(STEP, 1, 0);
        List<Outcome> outcomes = new Simulator(Recording.BASIC)
                .run(states.stream().map(y -> setting.trial(oneStep, y)).toList());
        double[][] slopes = new double[states.size()][state.length];
        for (int s = 0; s < slopes.length; s++) {
            for (int v = 0; v < state.length; v++) {
                slopes[s][v] = (outcomes.get(s).end(v) - states.get(s)[v]) / STEP;
            }
        }
        return slopes;
    }

    /** The derivative of the slope of each variable (row) by each variable (column): central differences of order 4. */
    private static double[][] jacobian(double[] state, double[][] slopes) {
        double[][] jacobian = new double[state.length][state.length];
        for (int column = 0; column < state.length; column++) {
            int first = 1 + 4 * column;
            double spacing = SPACING * magnitude(state[column]);
            for (int row = 0; row < state.length; row++) {
                double inner = slopes[first + 2][row] - slopes[first + 1][row];
                double outer = slopes[first + 3][row] - slopes[first][row];
                jacobian[row][column] = (8 * inner - outer) / (12 * spacing);
            }
        }
        return jacobian;
    }

    /** A power of two, near the value from above; at least 1. */
    private static double magnitude(double value) {
        return Math.max(1, 2 * Math.ulp(value) * 0x1p52);
    }
}
