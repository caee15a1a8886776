package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.ParameterSpace;

/** One combination of a space, in whose axes expressions are evaluated. */
final class Point {
    private final ParameterSpace space;
    private final long id;
    private final long[] indices;

    Point(ParameterSpace space, long id) {
        this.space = space;
        this.id = id;
        this.indices = space.indices(id);
    }

    long id() {
        return id;
    }

    /** The number along a numeric axis. */
    double value(int axis) {
        return space.axes().get(axis).value(indices[axis]);
    }

    /** The label along an axis of labels. */
    String label(int axis) {
        return space.axes().get(axis).label(indices[axis]);
    }

    /** Which of its options a choice has here. */
    int index(Choice<?> choice) {
        return choice.index(indices);
    }

    /** How the neuron is moved here. */
    Integrator integrator(Neurons neurons) {
        Model model = neurons.models().get(index(neurons.model()));
        return neurons.moving(model, neurons.integrator().options().get(index(neurons.integrator())));
    }

    /** The value here of an expression over numeric axes. */
    double evaluate(Expression expression) {
        return Evaluator.evaluate(expression, name -> value(space.axis(name).orElseThrow()));
    }
}
