package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Output;
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

    /** The same for all rows of a block of chains, which have to stay together. */
    private static final int MOST_CHAINED = 1 << 16;

    private BlockSize() {}

    /**
     * Enough rows to fill a fair number of lanes of every kernel in a block, and more if rows are short. Of chains, whose rows cannot be simulated side by
     * side, enough chains.
     */
    public static int of(SweepDefinition definition, RowSet slice, List<Output> wanted) {
        Selection candidates = slice.candidates();
        if (candidates.size() == 0) {
            return MOST_ROWS;
        }
        long chain = slice.perChain();
        int chains = of(definition, StepCount.costOfRow(definition, candidates) * chain);
        if (chain == 1) {
            return (int) Math.max(1, Math.min(chains, (long) (TRACED_VALUES / valuesPerRow(definition, wanted))));
        }
        long most = Math.min(MOST_CHAINED, (long) (TRACED_VALUES / valuesPerRow(definition, wanted))) / chain;
        return (int) (chain * inLanes(Math.max(1, Math.min(chains, most))));
    }

    /** How many rows the kernels of a sweep take side by side: the most, if they differ. */
    public static int lanes(SweepDefinition definition) {
        return definition.integrators().stream()
                .flatMap(integrator ->
                        definition.precisions().stream().map(precision -> Simulator.widest(integrator, precision)))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(Simulator.MOST_LANES);
    }

    /** So many, or fewer if lanes would stay empty. */
    private static long inLanes(long chains) {
        return chains < Simulator.MOST_LANES
                ? Long.highestOneBit(chains)
                : chains / Simulator.MOST_LANES * Simulator.MOST_LANES;
    }

    /** How many rows, or chains, of this cost. */
    private static int of(SweepDefinition definition, double cost) {
        double timely = STEPS / cost;
        long kernels = (long) definition.models().size()
                * definition.precisions().size()
                * definition.integrators().size();
        long fewest = (kernels * FAIR_LANES + Simulator.MOST_LANES - 1) / Simulator.MOST_LANES;
        fewest *= definition.endsWhenSettled() ? SETTLING : 1;
        long batches = Math.max(fewest, (long) timely / Simulator.MOST_LANES);
        return (int) Math.min(MOST_ROWS, batches * Simulator.MOST_LANES);
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
