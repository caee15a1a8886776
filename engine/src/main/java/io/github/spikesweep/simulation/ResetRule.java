package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a spike of one cell changes, evaluated at the spike; the reset also at time 0 if the cell starts at or above the threshold. */
final class ResetRule {
    private final KernelSpec kernel;
    private final Model model;
    private final int cell;
    private final SpikeCondition spike;
    private final Map<String, Double> quantities;
    private final Map<String, Expression> let = new HashMap<>();

    /** @param quantities the value of each of {@link KernelSpec#quantities()} */
    ResetRule(KernelSpec kernel, int cell, Map<String, Double> quantities) {
        this.kernel = kernel;
        this.cell = cell;
        this.model = kernel.model();
        this.quantities = quantities;
        this.spike = kernel.spike(cell, quantities::get);
        model.let().forEach(definition -> let.put(definition.name(), definition.expression()));
    }

    /**
     * Whether a cell must be reset before it continues from this value of its spike variable: it has a reset, and is at the
     * threshold or beyond it.
     */
    boolean isDue(double value) {
        return model.cells().get(cell).resets() && spike.isReached(value);
    }

    /**
     * Resets the cell, in numbers of the kernel's precision.
     *
     * @param before the value of every variable before all resets at that time
     * @param state the same, in which the cell is reset
     * @param noise what is added to the input of each cell
     */
    void apply(double[] before, double[] state, double time, double[] noise) {
        assign(model.cells().get(cell).reset(), before, state, time, noise);
    }

    /** Does what a spike of the cell does to synapses by {@code event}. */
    void apply(SpikeEvent event, double[] state, double time, double[] noise) {
        assign(event.assignments(), state.clone(), state, time, noise);
    }

    private void assign(List<Definition> assignments, double[] before, double[] state, double time, double[] noise) {
        Map<String, Double> known = new HashMap<>();
        for (Definition assignment : assignments) {
            double value = value(assignment.expression(), before, time, noise, known);
            state[model.indexOf(assignment.name())] = kernel.precision().nearest(value);
        }
    }

    /**
     * Whether the cell can continue from a state after a reset: all of its variables are finite and in range, and no reset is due.
     */
    boolean isOver(double[] state) {
        return !isDue(state[kernel.spikeVariable(cell)])
                && IntStream.range(0, state.length).allMatch(v -> !model.isOf(cell, v) || isSound(v, state));
    }

    /** Whether what {@code event} has assigned is finite and in range. */
    boolean isSound(SpikeEvent event, double[] state) {
        return event.assignments().stream()
                .mapToInt(assignment -> model.indexOf(assignment.name()))
                .allMatch(v -> isSound(v, state));
    }

    private boolean isSound(int variable, double[] state) {
        return Double.isFinite(state[variable])
                && model.variables().get(variable).range().contains(state[variable]);
    }

    /** How long the spike variable is held after a reset, in the model's unit of time. */
    double hold() {
        return value(
                model.cells().get(cell).hold().expression(),
                new double[model.variables().size()],
                0,
                new double[model.cells().size()],
                new HashMap<>());
    }

    /** Whether that is a time, and one for which steps of this length can be counted down. */
    boolean isHoldable(double step) {
        return !model.cells().get(cell).holds()
                || (Model.isHold(hold()) && kernel.precision().counts(hold() / step));
    }

    /** @param known the auxiliary quantities evaluated so far, each only once, since they may use each other often */
    private double value(
            Expression expression, double[] state, double time, double[] noise, Map<String, Double> known) {
        return Evaluator.evaluate(expression, name -> {
            if (name.equals(Model.TIME)) {
                return time;
            }
            int variable = model.indexOf(name);
            if (variable >= 0) {
                return state[variable];
            }
            if (let.containsKey(name)) {
                Double value = known.get(name);
                if (value == null) {
                    value = value(let.get(name), state, time, noise, known);
                    known.put(name, value);
                }
                return value;
            }
            for (int of = 0; of < noise.length; of++) {
                if (name.equals(model.cells().get(of).input().name())) {
                    return noise[of] + input(of, time);
                }
            }
            return quantities.get(name);
        });
    }

    private double input(int of, double time) {
        return Evaluator.evaluate(
                kernel.inputs().get(of), name -> name.equals(Model.TIME) ? time : quantities.get(name));
    }
}
