package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Output;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A condition on what a simulation has measured. What a simulation does not have is unknown: {@code isi_cv > 1} and {@code isi_cv <= 1} both do
 * not hold without three spikes, {@code isi_cv > 1 or spike_count < 3} does.
 *
 * @param expression over the columns of the figures, numeric axes and what is found
 * @param figures those that it uses
 */
public record FeatureCondition(Expression expression, List<Output.Figure> figures) implements Serializable {
    public FeatureCondition {
        figures = List.copyOf(figures);
    }

    /**
     * Whether a simulation satisfies it.
     *
     * @param outcome what was measured; empty if nothing could be
     * @param coordinates the values of axes and of what is found; NaN if there is none
     */
    public boolean holds(Optional<Outcome> outcome, Model model, Timing timing, ToDoubleFunction<String> coordinates) {
        return holds(expression, name -> {
            for (Output.Figure figure : figures) {
                if (figure.column().name().equals(name)) {
                    return outcome.map(measured -> figure.of(measured, model, timing))
                            .orElse(Double.NaN);
                }
            }
            return coordinates.applyAsDouble(name);
        });
    }

    /**
     * Whether a condition holds for some values.
     *
     * @param values by name: NaN if there is none
     */
    public static boolean holds(Expression condition, ToDoubleFunction<String> values) {
        return Constraint.keeps(value(condition, values));
    }

    /**
     * The value of an expression; NaN if it is unknown.
     *
     * @param values by name: NaN if there is none
     */
    public static double value(Expression part, ToDoubleFunction<String> values) {
        if (!(part instanceof Expression.Operation operation)) {
            return Evaluator.evaluate(part, values);
        }
        double left = value(operation.left(), values);
        double right = value(operation.right(), values);
        boolean decides = operation.operator() == Operator.OR
                ? Constraint.keeps(left) || Constraint.keeps(right)
                : operation.operator() == Operator.AND && (left == 0 || right == 0);
        return decides
                ? operation.operator() == Operator.OR ? 1 : 0
                : operation.operator().apply(left, right);
    }
}
