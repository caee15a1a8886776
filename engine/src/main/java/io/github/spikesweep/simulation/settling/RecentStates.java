package io.github.spikesweep.simulation.settling;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The states of a row since its last spike. They are thinned out as they become many: where there would be more than {@value #MOST},
 * every other one is dropped, and from then on of twice as many one is kept.
 */
final class RecentStates {
    private static final int MOST = 64;

    /** The states through which one between them is interpolated. */
    private static final int POINTS = 6;

    private final double[] times = new double[MOST];
    private final double[][] states;
    private int size;
    private int stride = 1;
    private long passed;

    RecentStates(int variables) {
        this.states = new double[MOST][variables];
    }

    void clear() {
        size = 0;
        stride = 1;
        passed = 0;
    }

    /** @param state the value of each variable at this time */
    void add(double time, IntToDoubleFunction state) {
        if (passed++ % stride != 0) {
            return;
        }
        if (size == MOST) {
            thin();
            if ((passed - 1) % stride != 0) {
                return;
            }
        }
        times[size] = time;
        for (int v = 0; v < states[size].length; v++) {
            states[size][v] = state.applyAsDouble(v);
        }
        size++;
    }

    private void thin() {
        for (int kept = 1; kept < MOST / 2; kept++) {
            times[kept] = times[2 * kept];
            double[] free = states[kept];
            states[kept] = states[2 * kept];
            states[2 * kept] = free;
        }
        size = MOST / 2;
        stride *= 2;
    }

    /** The state at a time, by Lagrange's polynomial through the {@value #POINTS} around it; empty if it does not lie among so many. */
    Optional<double[]> at(double time) {
        int after = 0;
        while (after < size && times[after] < time) {
            after++;
        }
        int first = after - POINTS / 2;
        if (first < 0 || first + POINTS > size) {
            return Optional.empty();
        }
        double[] between = new double[states[first].length];
        for (int i = first; i < first + POINTS; i++) {
            double weight = 1;
            for (int j = first; j < first + POINTS; j++) {
                if (j != i) {
                    weight *= (time - times[j]) / (times[i] - times[j]);
                }
            }
            for (int v = 0; v < between.length; v++) {
                between[v] += weight * states[i][v];
            }
        }
        return Optional.of(between);
    }
}
