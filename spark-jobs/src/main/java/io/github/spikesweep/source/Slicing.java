package io.github.spikesweep.source;

import io.github.spikesweep.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;

/**
 * How the selected rows are cut into contiguous slices, one for each task.
 *
 * @param rows how many rows there are
 * @param rowsPerSlice how many of them are in a slice; the last one may have fewer
 */
record Slicing(long rows, long rowsPerSlice) {
    /** What one core does in a second, about: Hodgkin–Huxley by RK4. Sizes tasks; nothing depends on its accuracy. */
    static final double NEURON_STEPS_PER_SECOND = 40e6;
    /** What a row costs that is not simulated, in neuron-steps. */
    private static final double ROW_COST = 10;

    /** A task that takes longer loses too much work when its machine is lost. */
    private static final double LONGEST_SECONDS = 120;
    /** Cutting rows more finely than this for the sake of balance costs more than it gains. */
    private static final double BALANCED_SECONDS = 4;
    /** Work below this is not worth a second core. */
    private static final double SHORTEST_SECONDS = 0.5;

    private static final int SLICES_PER_CORE = 8;
    /** Fewer rows side by side take as long as these. */
    private static final int FEWEST_ROWS = 32;
    /** What the driver keeps track of with ease. */
    private static final int MOST_SLICES = 100_000;

    /** Slices for {@code cores} that work at the same time. */
    static Slicing of(long rows, double neuronSteps, int cores) {
        double seconds = (neuronSteps + ROW_COST * rows) / NEURON_STEPS_PER_SECOND;
        double atOnce = Math.min(cores, Math.ceil(seconds / SHORTEST_SECONDS));
        double balanced = Math.min((double) cores * SLICES_PER_CORE, Math.floor(seconds / BALANCED_SECONDS));
        double bounded = Math.ceil(seconds / LONGEST_SECONDS);
        double wanted = Math.max(bounded, Math.max(atOnce, balanced));
        double worthwhile = Math.max(1, Math.min(wanted, (double) (rows / FEWEST_ROWS)));
        return wholeBlocks(into((int) Math.min(MOST_SLICES, worthwhile), rows));
    }

    /** That many slices of nearly equal size; fewer if there are fewer rows. */
    static Slicing into(int slices, long rows) {
        return new Slicing(rows, Math.max(1, rows / slices + (rows % slices == 0 ? 0 : 1)));
    }

    /** Large slices end with a full block of lanes; a part of one would run at the speed of a full one. */
    private static Slicing wholeBlocks(Slicing slicing) {
        long blocks = slicing.rowsPerSlice / Simulator.MOST_LANES;
        return blocks < 2 || slicing.rowsPerSlice >= slicing.rows
                ? slicing
                : new Slicing(slicing.rows, (blocks + 1) * Simulator.MOST_LANES);
    }

    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (long from = 0; from < rows; from += Math.min(rowsPerSlice, rows - from)) {
            slices.add(new Slice(from, from + Math.min(rowsPerSlice, rows - from)));
        }
        return slices;
    }
}
