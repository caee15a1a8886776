package io.github.spikesweep.sweep;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.neuron.Point;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How many steps a row is expected to take. */
public final class StepCount {
    /**
     * About how many steps an adaptive integrator takes in one unit of time, for planning; the real number depends on the
     * model, the tolerance and the spikes.
     */
    static final double ADAPTIVE_STEPS = 20;

    /** About how many fixed steps take as long as an adaptive step. */
    public static final double ADAPTIVE_COST = 10;

    /** Up to this many combinations of model, integrator and step are all examined; of more, this many are sampled. */
    private static final int MOST_KINDS = 10_000;

    private StepCount() {}

    /** The number of steps before the row is simulated: exact for fixed steps, otherwise an estimate. */
    public static long expected(Protocol protocol) {
        return protocol instanceof Protocol.Fixed fixed ? fixed.steps() : (long) adaptive(protocol.duration());
    }

    /** The estimate for an adaptive integrator. */
    public static double adaptive(double duration) {
        return Math.ceil(duration * ADAPTIVE_STEPS);
    }

    /** The average number of steps of the cells of a selected row together, in all trials and including an audit; 0 if none is selected. */
    public static double ofRow(SweepDefinition definition, Selection selection) {
        return stepsOfRow(definition, selection, 1);
    }

    /** The same, with {@value #ADAPTIVE_COST} for every adaptive step. */
    public static double costOfRow(SweepDefinition definition, Selection selection) {
        return stepsOfRow(definition, selection, ADAPTIVE_COST);
    }

    /** @param adaptiveCost how many fixed steps an adaptive step counts as */
    private static double stepsOfRow(SweepDefinition definition, Selection selection, double adaptiveCost) {
        return selection.size() == 0
                ? 0
                : meanSteps(definition, selection, adaptiveCost)
                        * definition.work()
                        * definition.chains().simulated(selection);
    }

    /** The mean over the kinds that are selected. */
    private static double meanSteps(SweepDefinition definition, Selection selection, double adaptiveCost) {
        int[] blocks = deciding(definition);
        double kinds = 1;
        for (int block : blocks) {
            kinds *= selection.along(block).count();
        }
        int looked = (int) Math.min(MOST_KINDS, kinds);
        double steps = 0;
        for (int i = 0; i < looked; i++) {
            Point point = kind(selection, blocks, (long) Math.floor(i * (kinds / looked)));
            Integrator integrator = point.integrator(definition.neurons());
            long expected = expected(definition.timing().protocol(integrator, point));
            int cells = definition
                    .models()
                    .get(point.index(definition.neurons().model()))
                    .cells()
                    .size();
            steps += expected * cells * (integrator.isAdaptive() ? adaptiveCost : 1);
        }
        return steps / looked;
    }

    /** The blocks that determine how many steps a row takes. */
    private static int[] deciding(SweepDefinition definition) {
        ParameterSpace space = definition.space();
        return Stream.of("model", "integrator", "step")
                .map(space::axis)
                .flatMapToInt(OptionalInt::stream)
                .map(space::blockOf)
                .distinct()
                .toArray();
    }

    /** The combination of that number among the selected points of some blocks, at the first point of the others. */
    private static Point kind(Selection selection, int[] blocks, long number) {
        ParameterSpace space = selection.space();
        long[] indices = new long[space.blocks().size()];
        long rest = number;
        for (int block : blocks) {
            IndexRanges along = selection.along(block);
            indices[block] = along.at(rest % along.count());
            rest /= along.count();
        }
        return new Point(space, space.id(indices));
    }
}
