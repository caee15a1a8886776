package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.HashMap;
import java.util.Map;

/** The reset of one neuron at a spike, worked out where and when it happens. */
final class ResetRule {
    private final Model model;
    private final Expression input;
    private final Map<String, Double> quantities;
    private final Map<String, Expression> let = new HashMap<>();

    ResetRule(Trial trial) {
        this.model = trial.kernel().model();
        this.input = trial.kernel().input();
        this.quantities = trial.quantitiesByName();
        model.let().forEach(definition -> let.put(definition.name(), definition.expression()));
    }

    boolean isThere() {
        return !model.reset().isEmpty();
    }

    /** Assigns to the variables of {@code lane}, all at once. */
    void apply(double[] memory, AdaptiveLayout layout, int lane, double time) {
        double[] assigned = model.reset().stream()
                .mapToDouble(reset -> value(reset.expression(), memory, layout, lane, time))
                .toArray();
        for (int k = 0; k < assigned.length; k++) {
            Definition assignment = model.reset().get(k);
            memory[row(layout, assignment.name()) + lane] = assigned[k];
        }
    }

    private double value(Expression expression, double[] memory, AdaptiveLayout layout, int lane, double time) {
        return Evaluator.evaluate(expression, name -> {
            if (name.equals(Model.TIME)) {
                return time;
            }
            if (model.variable(name).isPresent()) {
                return memory[row(layout, name) + lane];
            }
            if (let.containsKey(name)) {
                return value(let.get(name), memory, layout, lane, time);
            }
            boolean isInput = name.equals(model.input().name()) && !quantities.containsKey(name);
            return isInput ? value(input, memory, layout, lane, time) : quantities.get(name);
        });
    }

    private int row(AdaptiveLayout layout, String variable) {
        return layout.variables().get(model.indexOf(variable));
    }
}
