package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.pair.ComparedPair;
import io.github.spikesweep.simulation.pair.PairOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the spike variables of pairs of cells at the start of every step, in lanes with the same steps. */
final class LanePairs {
    private final LaneMemory kernel;
    private final KernelLayout layout;
    private final KernelSpec spec;
    private final List<ComparedPair> compared;
    /** Of each cell that is compared, its history. */
    private final Map<Integer, double[]> histories = new LinkedHashMap<>();

    /** @param most the most steps of an advance */
    LanePairs(LaneMemory kernel, KernelLayout layout, KernelSpec spec, Recording recording, int most) {
        this.kernel = kernel;
        this.layout = layout;
        this.spec = spec;
        this.compared = ComparedPair.of(recording.pairs(), spec, layout.lanes());
        for (ComparedPair pair : compared) {
            histories.put(pair.firstCell(), new double[most * layout.lanes()]);
            histories.put(pair.secondCell(), new double[most * layout.lanes()]);
        }
    }

    /** Starts from the present state. */
    void begin() {
        for (ComparedPair pair : compared) {
            int first = layout.variables().get(pair.firstVariable());
            int second = layout.variables().get(pair.secondVariable());
            for (int lane = 0; lane < layout.lanes(); lane++) {
                pair.sums().startFrom(lane, kernel.get(first + lane), kernel.get(second + lane));
            }
        }
    }

    /** Adds the last advance. */
    void add(int steps) {
        int lanes = layout.lanes();
        histories.forEach((cell, history) -> {
            kernel.read(layout.cells().get(cell).starts(), steps * lanes, 0, 1, history);
            if (spec.direction(cell).sign() < 0) {
                for (int i = 0; i < steps * lanes; i++) {
                    history[i] = -history[i];
                }
            }
        });
        for (ComparedPair pair : compared) {
            double[] first = histories.get(pair.firstCell());
            double[] second = histories.get(pair.secondCell());
            for (int k = 0; k < steps; k++) {
                pair.sums().add(1, first, second, k * lanes);
            }
        }
    }

    Map<CellPair, PairOutcome> outcomes(int lane) {
        return ComparedPair.outcomes(compared, lane);
    }
}
