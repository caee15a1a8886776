package io.github.spikesweep.sweep;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How much there is to simulate.
 *
 * @param rows how many rows
 * @param neuronSteps how many integration steps in all rows together; an estimate where rows differ in their steps, where
 *     integrators choose their own, and where there is an audit
 */
public record Workload(long rows, double neuronSteps) {
    private static final double ADAPTIVE_COST = 10;
    /** Of so many combinations of a model, an integrator and a step, each is looked at; of more, so many of them. */
    private static final int MOST_KINDS = 10_000;

    /** The steps of a row on average. */
    public double stepsPerRow() {
        return rows == 0 ? 0 : neuronSteps / rows;
    }

    /** The work in the given rows, found without listing them. */
    public static Workload of(SweepDefinition definition, RowSet rows) {
        return of(definition, rows, rows.count());
    }

    /** The same where it is known how many rows there are. */
    public static Workload of(SweepDefinition definition, RowSet rows, RowCount count) {
        return new Workload(count.rows(), count.rows() * stepsOfRow(definition, rows.candidates(), 1));
    }

    /**
     * What the given rows cost, in steps of one length: a step that a neuron chooses for itself costs about {@value #ADAPTIVE_COST} of
     * these.
     */
    public static double cost(SweepDefinition definition, RowSet rows) {
        return cost(definition, rows, rows.count());
    }

    /** The same where it is known how many rows there are. */
    public static double cost(SweepDefinition definition, RowSet rows, RowCount count) {
        return count.rows() * costOfRow(definition, rows.candidates());
    }

    /** What a row costs on average among those that are selected; 0 if none is. */
    static double costOfRow(SweepDefinition definition, Selection selection) {
        return stepsOfRow(definition, selection, ADAPTIVE_COST);
    }

    /** @param adaptiveCost what a step counts that a neuron chooses for itself */
    private static double stepsOfRow(SweepDefinition definition, Selection selection, double adaptiveCost) {
        double audited = 1 + 2 * definition.audit().fraction();
        return selection.size() == 0 ? 0 : meanSteps(definition, selection, adaptiveCost) * audited;
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
            long expected = StepCount.expected(definition.timing().protocol(integrator, point));
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
