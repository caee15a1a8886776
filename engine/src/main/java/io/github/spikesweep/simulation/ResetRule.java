package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Variable;
import java.util.HashMap;
import java.util.Map;

/** The reset of one neuron, evaluated at a spike, and at time 0 if the neuron starts at or above the threshold. */
final class ResetRule {
    private final KernelSpec kernel;
    private final Model model;
    private final Map<String, Double> quantities;
    private final Map<String, Expression> let = new HashMap<>();

    /** @param quantities the value of each of {@link KernelSpec#quantities()} */
    ResetRule(KernelSpec kernel, Map<String, Double> quantities) {
        this.kernel = kernel;
        this.model = kernel.model();
        this.quantities = quantities;
        model.let().forEach(definition -> let.put(definition.name(), definition.expression()));
    }

    /**
     * Whether a neuron must be reset before it continues from this value of its spike variable: it has a reset, and is at the
     * threshold or beyond it.
     */
    static boolean isDue(KernelSpec kernel, double value) {
        return !kernel.model().reset().isEmpty() && kernel.spike().isReached(value);
    }

    /**
     * Assigns to variables, all at once, in numbers of the kernel's precision.
     *
     * @param state the value of every variable
     * @param noise what is added to the input
     */
    void apply(double[] state, double time, double noise) {
        double[] before = state.clone();
        Map<String, Double> known = new HashMap<>();
        for (Definition assignment : model.reset()) {
            double value = value(assignment.expression(), before, time, noise, known);
            state[model.indexOf(assignment.name())] = kernel.precision().nearest(value);
        }
    }

    /**
     * Whether the neuron can continue from a state after a reset: all variables are finite and in range, and no reset is due.
     */
    boolean isOver(double[] state) {
        boolean sound = !isDue(kernel, state[kernel.spikeVariable()]);
        for (int v = 0; v < state.length; v++) {
            Variable variable = model.variables().get(v);
            sound &= Double.isFinite(state[v]) && variable.range().contains(state[v]);
        }
        return sound;
    }

    /** How long the spike variable is held after a reset, in the model's unit of time. */
    double hold() {
        return value(model.hold().expression(), new double[model.variables().size()], 0, 0, new HashMap<>());
    }

    /** Whether that is a time, and one for which steps of this length can be counted down. */
    boolean isHoldable(double step) {
        return !model.holds() || (Model.isHold(hold()) && kernel.precision().counts(hold() / step));
    }

    /** @param known the auxiliary quantities evaluated so far, each only once, since they may use each other often */
    private double value(Expression expression, double[] state, double time, double noise, Map<String, Double> known) {
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
            return name.equals(model.input().name()) ? noise + input(time) : quantities.get(name);
        });
    }

    private double input(double time) {
        return Evaluator.evaluate(kernel.input(), name -> name.equals(Model.TIME) ? time : quantities.get(name));
    }
}
