package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;
import java.io.Serializable;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How much there is to simulate.
 *
 * @param rows how many rows
 * @param neuronSteps how many integration steps in all rows together; an estimate where rows differ in their steps, where
 *     integrators choose their own, and where there is an audit
 */
public record Workload(long rows, double neuronSteps) {

    /** The work in the selected rows, found without listing them. */
    public static Workload of(SweepDefinition definition, Selection selection) {
        long rows = selection.size();
        double audited = 1 + 2 * definition.audit().fraction();
        return new Workload(rows, rows == 0 ? 0 : rows * meanSteps(definition, selection) * audited);
    }

    /** The mean over the models and integrators that are selected. */
    private static double meanSteps(SweepDefinition definition, Selection selection) {
        Neurons neurons = definition.neurons();
        List<Model> models = selected(neurons.model(), selection);
        List<Integrator> integrators = selected(neurons.integrator(), selection);
        double steps = 0;
        for (Model model : models) {
            for (Integrator integrator : integrators) {
                steps += meanSteps(definition, selection, neurons.moving(model, integrator));
            }
        }
        return steps / (models.size() * (double) integrators.size());
    }

    private static double meanSteps(SweepDefinition definition, Selection selection, Integrator integrator) {
        Timing timing = definition.timing();
        if (integrator.isAdaptive()) {
            return StepCount.adaptive(timing.duration());
        }
        if (integrator == Integrator.MAP) {
            return Timing.steps(timing.duration(), Timing.MAP_STEP);
        }
        if (timing.step() instanceof Expression.Literal step) {
            return Timing.steps(timing.duration(), step.value());
        }
        int index = definition.space().axis("step").orElseThrow();
        Axis axis = definition.space().axes().get(index);
        IndexRanges selected = selection.along(index);
        double steps = 0;
        for (long i = 0; i < selected.count(); i++) {
            steps += Timing.steps(timing.duration(), axis.value(selected.at(i)));
        }
        return steps / selected.count();
    }

    /** The options of a choice that some selected row has. */
    private static <T extends Serializable> List<T> selected(Choice<T> choice, Selection selection) {
        if (choice.isFixed()) {
            return choice.options();
        }
        IndexRanges selected = selection.along(choice.axis());
        return LongStream.range(0, selected.count())
                .mapToObj(i -> choice.options().get((int) selected.at(i)))
                .toList();
    }
}
