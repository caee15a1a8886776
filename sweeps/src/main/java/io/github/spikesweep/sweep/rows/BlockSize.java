package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Output;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;

/** How many rows a reader simulates at once. */
public final class BlockSize {
    static final int MOST_ROWS = 16 * Simulator.MOST_LANES;

    /** The neuron-steps of a block, a second or two of work, unless lanes would stay empty. */
    private static final double STEPS = 5e7;
    /** Kernels with at least this many lanes are not much slower per lane than the widest. */
    private static final int FAIR_LANES = 64;
    /** So many times more, where rows that have settled leave their lanes to others. */
    private static final int SETTLING = 4;
    /** The values of traces in a block, 32 MiB, unless a single row has more. */
    private static final double TRACED_VALUES = 1 << 22;

    private BlockSize() {}

    /** Enough rows to fill a fair number of lanes of every kernel in a block, and more if rows are short. */
    public static int of(SweepDefinition definition, Selection slice, List<Output> wanted) {
        if (slice.size() == 0) {
            return MOST_ROWS;
        }
        double timely = STEPS / StepCount.costOfRow(definition, slice);
        long kernels = (long) definition.models().size()
                * definition.precisions().size()
                * definition.integrators().size();
        long fewest = (kernels * FAIR_LANES + Simulator.MOST_LANES - 1) / Simulator.MOST_LANES;
        fewest *= definition.endsWhenSettled() ? SETTLING : 1;
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
