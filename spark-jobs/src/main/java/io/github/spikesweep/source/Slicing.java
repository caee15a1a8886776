package io.github.spikesweep.source;

import io.github.spikesweep.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * Divides the selected rows into contiguous slices of nearly equal size, one for each task.
 *
 * @param rows how many rows there are
 * @param block how many rows stay together: slices start at its multiples
 * @param count how many slices there are
 */
public record Slicing(long rows, long block, int count) {
    /** The approximate speed of one core: Hodgkin–Huxley with RK4. Only the size of tasks depends on it. */
    public static final double NEURON_STEPS_PER_SECOND = 40e6;
    /** The cost of a row besides its steps, in neuron-steps: computing, encoding and writing its values. */
    private static final double ROW_COST = 200;

    /** If a longer task fails, too much work is lost. */
    private static final double LONGEST_SECONDS = 120;
    /** Smaller tasks would cost more than the better balance gains. */
    private static final double BALANCED_SECONDS = 4;
    /** Work below this is not worth a second core. */
    private static final double SHORTEST_SECONDS = 0.5;

    private static final int SLICES_PER_CORE = 8;
    /** Fewer rows in a block of lanes take about as long as this many, so more slices only help if cores are idle. */
    private static final int FEWEST_ROWS = 32;
    /** The most tasks that the driver can manage easily. */
    private static final int MOST_SLICES = 100_000;

    /** How long one core is expected to be busy with rows, before any was simulated. */
    public static double seconds(long rows, double neuronSteps) {
        return (neuronSteps + ROW_COST * rows) / NEURON_STEPS_PER_SECOND;
    }

    /** Slices for this many cores at the same time. */
    public static Slicing of(long rows, double neuronSteps, int cores) {
        return ofSeconds(rows, seconds(rows, neuronSteps), cores);
    }

    /**
     * The same if it is known how long the work takes.
     *
     * @param seconds how long one core is busy with it
     */
    public static Slicing ofSeconds(long rows, double seconds, int cores) {
        double alone = seconds * Math.max(1, (double) FEWEST_ROWS / Math.max(1, rows));
        double atOnce = Math.max(1, Math.min(cores, Math.ceil(alone / SHORTEST_SECONDS)));
        double balanced = Math.min((double) cores * SLICES_PER_CORE, Math.floor(seconds / BALANCED_SECONDS));
        double bounded = Math.ceil(seconds / LONGEST_SECONDS);
        double wide = Math.floor((double) rows / FEWEST_ROWS);
        double more = Math.min(Math.max(bounded, balanced), wide);
        // Where the rows do not suffice for many slices, each core has as many as any other.
        double even = more == wide ? more - more % cores : more;
        return into((int) Math.min(MOST_SLICES, Math.max(atOnce, even)), rows);
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
