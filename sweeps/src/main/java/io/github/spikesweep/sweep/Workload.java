package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;

/**
 * How much there is to simulate.
 *
 * @param rows how many rows
 * @param neuronSteps how many integration steps in all rows together; an estimate where the step is an axis
 */
public record Workload(long rows, double neuronSteps) {

    /** The work in the selected rows, found without listing them. */
    public static Workload of(SweepDefinition definition, Selection selection) {
        long rows = selection.size();
        return new Workload(rows, rows == 0 ? 0 : rows * meanSteps(definition, selection));
    }

    private static double meanSteps(SweepDefinition definition, Selection selection) {
        Timing timing = definition.timing();
        if (!(timing.step() instanceof Expression.Name name)) {
            return definition.steps(0);
        }
        int index = definition.space().axis(name.name()).orElseThrow();
        Axis axis = definition.space().axes().get(index);
        IndexRanges selected = selection.along(index);
        double steps = 0;
        for (long i = 0; i < selected.count(); i++) {
            steps += Timing.steps(timing.duration(), axis.value(selected.at(i)));
        }
        return steps / selected.count();
    }
}
