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
    private static final double ADAPTIVE_COST = 10;

    /** The work in the selected rows, found without listing them. */
    public static Workload of(SweepDefinition definition, Selection selection) {
        return new Workload(selection.size(), steps(definition, selection, 1));
    }

    /**
     * What the selected rows cost, in steps of one length: a step that a neuron chooses for itself costs about {@value #ADAPTIVE_COST} of
     * these.
     */
    public static double cost(SweepDefinition definition, Selection selection) {
        return steps(definition, selection, ADAPTIVE_COST);
    }

    /** @param adaptiveCost what a step counts that a neuron chooses for itself */
    private static double steps(SweepDefinition definition, Selection selection, double adaptiveCost) {
        long rows = selection.size();
        double audited = 1 + 2 * definition.audit().fraction();
        return rows == 0 ? 0 : rows * meanSteps(definition, selection, adaptiveCost) * audited;
    }

    /** The mean over the models and integrators that are selected. */
    private static double meanSteps(SweepDefinition definition, Selection selection, double adaptiveCost) {
        Neurons neurons = definition.neurons();
        List<Model> models = selected(neurons.model(), selection);
        List<Integrator> integrators = selected(neurons.integrator(), selection);
        double steps = 0;
        for (Model model : models) {
            for (Integrator integrator : integrators) {
                Integrator moving = neurons.moving(model, integrator);
                steps += meanSteps(definition, selection, moving) * (moving.isAdaptive() ? adaptiveCost : 1);
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
