package io.github.spikesweep.source;

import io.github.spikesweep.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;

/**
 * How the selected rows are cut into contiguous slices of nearly equal size, one for each task.
 *
 * @param rows how many rows there are
 * @param block how many of them stay together: slices start at its multiples
 * @param count how many slices there are
 */
public record Slicing(long rows, long block, int count) {
    /** What one core does in a second, about: Hodgkin–Huxley by RK4. Sizes tasks; nothing depends on its accuracy. */
    public static final double NEURON_STEPS_PER_SECOND = 40e6;
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
    public static Slicing of(long rows, double neuronSteps, int cores) {
        double seconds = (neuronSteps + ROW_COST * rows) / NEURON_STEPS_PER_SECOND;
        double atOnce = Math.min(cores, Math.ceil(seconds / SHORTEST_SECONDS));
        double balanced = Math.min((double) cores * SLICES_PER_CORE, Math.floor(seconds / BALANCED_SECONDS));
        double bounded = Math.ceil(seconds / LONGEST_SECONDS);
        double wanted = Math.max(bounded, Math.max(atOnce, balanced));
        double worthwhile = Math.max(1, Math.min(wanted, Math.floor((double) rows / FEWEST_ROWS)));
        int count = (int) Math.min(MOST_SLICES, worthwhile);
        // A part of a block of lanes takes as long as a full one.
        boolean inBlocks = rows / count >= 2L * Simulator.MOST_LANES;
        return new Slicing(rows, inBlocks ? Simulator.MOST_LANES : 1, rows == 0 ? 0 : count);
    }

    /** That many slices; fewer if there are fewer rows. */
    static Slicing into(int slices, long rows) {
        return new Slicing(rows, 1, (int) Math.min(slices, rows));
    }

    List<Slice> slices() {
        long blocks = rows / block + (rows % block == 0 ? 0 : 1);
        List<Slice> slices = new ArrayList<>();
        long from = 0;
        for (int i = 0; i < count; i++) {
            long size = block * (blocks / count + (i < blocks % count ? 1 : 0));
            long to = i == count - 1 ? rows : from + size;
            slices.add(new Slice(from, to));
            from = to;
        }
        return slices;
    }
}
