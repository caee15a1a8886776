package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.ComparedPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import java.util.List;
import java.util.Map;

/**
 * Compares the spike variables of pairs of cells in a lane with adaptive steps, by integrals over the polynomials of the steps: at the five points of
 * Gauss and Legendre, which are exact for their products.
 */
final class AdaptivePairs {
    private static final double NEAR = 0.5384693101056831;
    private static final double FAR = 0.9061798459386640;
    private static final double[] NODES = {0.5 - FAR / 2, 0.5 - NEAR / 2, 0.5, 0.5 + NEAR / 2, 0.5 + FAR / 2};
    private static final double OUTER = 0.2369268850561891 / 2;
    private static final double INNER = 0.4786286704993665 / 2;
    private static final double[] WEIGHTS = {OUTER, INNER, 0.5688888888888889 / 2, INNER, OUTER};

    private final AdaptiveRecord record;
    private final List<ComparedPair> compared;
    private final double[] first = new double[1];
    private final double[] second = new double[1];

    AdaptivePairs(KernelSpec spec, AdaptiveRecord record, Recording recording) {
        this.record = record;
        this.compared = ComparedPair.of(recording.pairs(), spec, 1);
    }

    boolean areNone() {
        return compared.isEmpty();
    }

    /** Starts from the present state. */
    void begin() {
        for (ComparedPair pair : compared) {
            pair.sums().startFrom(0, record.now(pair.firstVariable()), record.now(pair.secondVariable()));
        }
    }

    /**
     * Adds a step.
     *
     * @param time how long it takes
     * @param reached the part of the step that was tried at which it ends
     */
    void add(double time, double reached) {
        for (ComparedPair pair : compared) {
            for (int node = 0; node < NODES.length; node++) {
                double theta = reached * NODES[node];
                first[0] = record.within(pair.firstVariable(), theta);
                second[0] = record.within(pair.secondVariable(), theta);
                pair.sums().add(time * WEIGHTS[node], first, second, 0);
            }
        }
    }

    Map<CellPair, PairOutcome> outcomes() {
        return ComparedPair.outcomes(compared, 0);
    }
}
