package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.PairSums;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the spike variables of pairs of cells at the start of every step, in lanes with the same steps. */
final class LanePairs {
    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final KernelSpec spec;
    private final Map<CellPair, PairSums> sums = new LinkedHashMap<>();
    /** Of each cell that is compared, its history. */
    private final Map<Integer, double[]> histories = new LinkedHashMap<>();

    /** @param most the most steps of an advance */
    LanePairs(LaneMemory kernel, KernelLayout layout, KernelSpec spec, Recording recording, int most) {
        this.kernel = kernel;
        this.layout = layout;
        this.spec = spec;
        for (CellPair pair : recording.pairs()) {
            int first = spec.model().cellIndex(pair.first());
            int second = spec.model().cellIndex(pair.second());
            if (first >= 0 && second >= 0) {
                sums.put(pair, new PairSums(layout.lanes()));
                histories.put(first, new double[most * layout.lanes()]);
                histories.put(second, new double[most * layout.lanes()]);
            }
        }
    }

    /** Starts from the present state. */
    void begin() {
        sums.forEach((pair, of) -> {
            int first = variable(pair.first());
            int second = variable(pair.second());
            for (int lane = 0; lane < layout.lanes(); lane++) {
                of.startFrom(
                        lane,
                        kernel.get(layout.variables().get(first) + lane),
                        kernel.get(layout.variables().get(second) + lane));
            }
        });
    }

    private int variable(String cell) {
        return spec.spikeVariable(spec.model().cellIndex(cell));
    }

    /** Adds the last advance. */
    void add(int steps) {
        int lanes = layout.lanes();
        histories.forEach((cell, history) -> {
            kernel.read(layout.cells().get(cell).starts(), steps * lanes, 0, 1, history);
            if (spec.spike(cell).direction().sign() < 0) {
                for (int i = 0; i < steps * lanes; i++) {
                    history[i] = -history[i];
                }
            }
        });
        sums.forEach((pair, of) -> {
            double[] first = histories.get(spec.model().cellIndex(pair.first()));
            double[] second = histories.get(spec.model().cellIndex(pair.second()));
            for (int k = 0; k < steps; k++) {
                of.add(1, first, second, k * lanes);
            }
        });
    }

    /** What was summed of each pair. */
    Map<CellPair, PairSums> sums() {
        return sums;
    }
}
