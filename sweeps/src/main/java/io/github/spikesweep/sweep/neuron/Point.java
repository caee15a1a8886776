package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One combination of a space, with expressions evaluated on its axes. */
public final class Point {
    private final ParameterSpace space;
    private final long id;
    private final long[] indices;
    private final Map<String, Double> found;
    private final Optional<double[]> start;

    /** The combination with this number, which must exist in {@code space}. */
    public Point(ParameterSpace space, long id) {
        this(space, id, space.indices(id), Map.of(), Optional.empty());
    }

    private Point(ParameterSpace space, long id, long[] indices, Map<String, Double> found, Optional<double[]> start) {
        this.start = start;
        this.space = space;
        this.id = id;
        this.indices = indices;
        this.found = found;
    }

    /** The same combination at a value of a quantity that is no axis. */
    public Point with(String quantity, double at) {
        Map<String, Double> values = new HashMap<>(found);
        values.put(quantity, at);
        return new Point(space, id, indices, values, start);
    }

    /** The same combination, whose row starts from a state: the value of each of the model's variables. */
    public Point from(double[] state) {
        return new Point(space, id, indices, found, Optional.of(state));
    }

    /** The state from which its row starts, if that does not follow from the point. Must not be modified. */
    public Optional<double[]> start() {
        return start;
    }

    /** The space. */
    public ParameterSpace space() {
        return space;
    }

    /** The number of the combination. */
    public long id() {
        return id;
    }

    /** The number along a numeric axis. */
    public double value(int axis) {
        return space.axes().get(axis).value(along(axis));
    }

    /** The name along an axis of names. */
    public String name(int axis) {
        return space.axes().get(axis).name(along(axis));
    }

    /** The index along a block. */
    public long alongBlock(int block) {
        return indices[block];
    }

    /** The index along an axis. */
    long along(int axis) {
        return indices[space.blockOf(axis)];
    }

    /** The option of a choice at this point. */
    public int index(Choice<?> choice) {
        return choice.isFixed() ? 0 : choice.labels().which(along(choice.axis()));
    }

    /** The integrator at this point. */
    public Integrator integrator(Neurons neurons) {
        Model model = neurons.models().get(index(neurons.model()));
        return neurons.moving(model, neurons.integrator().options().get(index(neurons.integrator())));
    }

    /** The value of an expression over axes, {@code id} and what is found at this point. */
    public double evaluate(Expression expression) {
        return Evaluator.evaluate(expression, this::coordinate);
    }

    /** Whether it satisfies a condition on one of the axes. */
    public boolean satisfies(Condition condition) {
        int axis = space.axis(condition.column()).orElseThrow();
        return space.axes().get(axis).accepts(condition, along(axis));
    }

    /** The id, the value of what is found, or the number along an axis; for an axis of names, the position among its distinct names. */
    public double coordinate(String name) {
        if (name.equals(ParameterSpace.ID)) {
            return id;
        }
        Double value = found.get(name);
        if (value != null) {
            return value;
        }
        int axis = space.axis(name).orElseThrow();
        return space.axes().get(axis).values() instanceof Labels labels ? labels.which(along(axis)) : value(axis);
    }
}
