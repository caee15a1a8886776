package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import io.github.spikesweep.simulation.pair.PairSums;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final KernelSpec spec;
    private final AdaptiveRecord record;
    private final Map<CellPair, PairSums> sums = new LinkedHashMap<>();
    private final double[] first = new double[1];
    private final double[] second = new double[1];

    AdaptivePairs(KernelSpec spec, AdaptiveRecord record, Recording recording) {
        this.spec = spec;
        this.record = record;
        for (CellPair pair : recording.pairs()) {
            boolean isThere =
                    spec.model().cellIndex(pair.first()) >= 0 && spec.model().cellIndex(pair.second()) >= 0;
            if (isThere) {
                sums.put(pair, new PairSums(1));
            }
        }
    }

    private int variable(String cell) {
        return spec.spikeVariable(spec.model().cellIndex(cell));
    }

    /** Starts from the present state. */
    void begin() {
        sums.forEach(
                (pair, of) -> of.startFrom(0, record.now(variable(pair.first())), record.now(variable(pair.second()))));
    }

    /**
     * Adds a step.
     *
     * @param time how long it takes
     * @param reached the part of the step that was tried at which it ends
     */
    void add(double time, double reached) {
        if (sums.isEmpty()) {
            return;
        }
        sums.forEach((pair, of) -> {
            int x = variable(pair.first());
            int y = variable(pair.second());
            for (int node = 0; node < NODES.length; node++) {
                double theta = reached * NODES[node];
                first[0] = record.within(x, theta);
                second[0] = record.within(y, theta);
                of.add(time * WEIGHTS[node], first, second, 0);
            }
        });
    }

    Map<CellPair, PairOutcome> outcomes() {
        Map<CellPair, PairOutcome> outcomes = new HashMap<>();
        sums.forEach((pair, of) -> outcomes.put(pair, PairOutcome.of(of, 0)));
        return outcomes;
    }
}
