package io.github.spikesweep.sweep;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How many steps a row is expected to take. */
public final class StepCount {
    /**
     * About how many steps an adaptive integrator takes in one unit of time, for planning: what it takes depends on the model,
     * the tolerance and how the row spikes.
     */
    static final double ADAPTIVE_STEPS = 20;

    /** So many steps of one length take as long as one that a neuron chooses for itself, about. */
    public static final double ADAPTIVE_COST = 10;

    /** Of so many combinations of a model, an integrator and a step, each is looked at; of more, so many of them. */
    private static final int MOST_KINDS = 10_000;

    private StepCount() {}

    /** Before the row is simulated: exact in steps of one length, otherwise an estimate. */
    public static long expected(Protocol protocol) {
        return protocol instanceof Protocol.Fixed fixed ? fixed.steps() : (long) adaptive(protocol.duration());
    }

    /** The estimate for an adaptive integrator. */
    public static double adaptive(double duration) {
        return Math.ceil(duration * ADAPTIVE_STEPS);
    }

    /** How many steps a row takes on average among those that are selected, an audit included; 0 if none is. */
    public static double ofRow(SweepDefinition definition, Selection selection) {
        return stepsOfRow(definition, selection, 1);
    }

    /** The same, with {@value #ADAPTIVE_COST} for every step that a neuron chooses for itself. */
    public static double costOfRow(SweepDefinition definition, Selection selection) {
        return stepsOfRow(definition, selection, ADAPTIVE_COST);
    }

    /** @param adaptiveCost what a step counts that a neuron chooses for itself */
    private static double stepsOfRow(SweepDefinition definition, Selection selection, double adaptiveCost) {
        return selection.size() == 0
                ? 0
                : meanSteps(definition, selection, adaptiveCost)
                        * definition.audit().work();
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
            steps += expected * (integrator.isAdaptive() ? adaptiveCost : 1);
        }
        return steps / looked;
    }

    /** The blocks on which it depends how many steps a row takes. */
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
