package io.github.spikesweep.source;

import io.github.spikesweep.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

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
    /** What a row costs besides its steps, in neuron-steps: its values, its columns, its place in a file. */
    private static final double ROW_COST = 200;

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

    /** How long one core is busy with rows, as is to be expected before any was simulated. */
    public static double seconds(long rows, double neuronSteps) {
        return (neuronSteps + ROW_COST * rows) / NEURON_STEPS_PER_SECOND;
    }

    /** Slices for {@code cores} that work at the same time. */
    public static Slicing of(long rows, double neuronSteps, int cores) {
        return ofSeconds(rows, seconds(rows, neuronSteps), cores);
    }

    /**
     * The same where it is known how long the work takes.
     *
     * @param seconds how long one core is busy with it
     */
    public static Slicing ofSeconds(long rows, double seconds, int cores) {
        double atOnce = Math.min(cores, Math.ceil(seconds / SHORTEST_SECONDS));
        double balanced = Math.min((double) cores * SLICES_PER_CORE, Math.floor(seconds / BALANCED_SECONDS));
        double bounded = Math.ceil(seconds / LONGEST_SECONDS);
        double wanted = Math.max(bounded, Math.max(atOnce, balanced));
        double worthwhile = Math.max(1, Math.min(wanted, Math.floor((double) rows / FEWEST_ROWS)));
        int count = (int) Math.min(MOST_SLICES, worthwhile);
        return into(count, rows);
    }

    /** That many slices; fewer if there are fewer rows. */
    public static Slicing into(int slices, long rows) {
        int count = (int) Math.min(slices, rows);
        // A part of a block of lanes takes as long as a full one.
        boolean inBlocks = rows / Math.max(1, count) >= 2L * Simulator.MOST_LANES;
        return new Slicing(rows, inBlocks ? Simulator.MOST_LANES : 1, count);
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

    /**
     * A partition: selected rows by their position in the selection.
     *
     * @param from the first, from 0
     * @param to one past the last
     */
    record Slice(long from, long to) implements InputPartition {}
}
