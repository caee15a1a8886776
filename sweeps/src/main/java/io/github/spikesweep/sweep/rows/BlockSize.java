package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Output;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;

/** How many rows are simulated before the first of them is seen. */
public final class BlockSize {
    static final int MOST_ROWS = 16 * Simulator.MOST_LANES;

    /** The neuron-steps of a block, a second or two of work, unless that would leave lanes empty. */
    private static final double STEPS = 5e7;
    /** Narrower than the widest, a kernel is not much slower a lane; below this it is. */
    private static final int FAIR_LANES = 64;
    /** The values of traces in a block, 32 MiB, unless a single row has more. */
    private static final double TRACED_VALUES = 1 << 22;

    private BlockSize() {}

    /** As many rows as give every kernel that a block may hold a fair number of lanes, and more while rows are short. */
    public static int of(SweepDefinition definition, Selection slice, List<Output> wanted) {
        if (slice.size() == 0) {
            return MOST_ROWS;
        }
        double timely = STEPS / StepCount.costOfRow(definition, slice);
        long kernels = (long) definition.models().size()
                * definition.precisions().size()
                * definition.integrators().size();
        long fewest = (kernels * FAIR_LANES + Simulator.MOST_LANES - 1) / Simulator.MOST_LANES;
        long batches = Math.max(fewest, (long) timely / Simulator.MOST_LANES);
        long rows = Math.min(MOST_ROWS, batches * Simulator.MOST_LANES);
        return (int) Math.max(1, Math.min(rows, (long) (TRACED_VALUES / valuesPerRow(definition, wanted))));
    }

    private static double valuesPerRow(SweepDefinition definition, List<Output> wanted) {
        double values = 1;
        for (Output output : wanted) {
            if (output instanceof Output.Trace trace) {
                values += definition.timing().measured() / trace.every() + 1;
            }
        }
        return values;
    }
}
