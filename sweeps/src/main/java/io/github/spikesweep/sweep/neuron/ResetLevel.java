package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The value to which a cell resets its spike variable, where the parameters alone decide it.
 *
 * @param model the model, with the spikes of the sweep
 * @param cell its cell
 * @param parameters the parameters on which it depends
 * @param value over the axes of the sweep
 * @param threshold over the same
 */
public record ResetLevel(Model model, Cell cell, Set<String> parameters, Expression value, Expression threshold) {
    /** Larger expressions are not looked at: written out, a chain of auxiliary quantities may grow beyond all bounds. */
    private static final int LARGEST = 1_000;

    /** Those of {@code model} with {@code settings}: none of a cell without a reset, or where that depends on the state or the time. */
    public static List<ResetLevel> of(Model model, Settings settings) {
        return model.cells().stream()
                .flatMap(cell -> of(model, cell, settings).stream())
                .toList();
    }

    private static Optional<ResetLevel> of(Model model, Cell cell, Settings settings) {
        return cell.reset().stream()
                .filter(assignment -> assignment.name().equals(cell.spike().variable()))
                .flatMap(assignment -> overParameters(assignment.expression(), model).stream())
                .findFirst()
                .map(value -> of(model, cell, settings, value));
    }

    private static ResetLevel of(Model model, Cell cell, Settings settings, Expression value) {
        Expression threshold = cell.levels().threshold().expression();
        Set<String> parameters = new HashSet<>(value.names());
        parameters.addAll(threshold.names());
        return new ResetLevel(
                model,
                cell,
                parameters,
                withSettings(value, model, settings),
                withSettings(threshold, model, settings));
    }

    /** A cell in messages: {@code LIF}, or {@code cell a of ring}. */
    public static String shown(Model model, Cell cell) {
        return model.isCircuit() ? "cell " + cell.name() + " of " + model.name() : model.name();
    }

    /** The cell in messages. */
    public String shown() {
        return shown(model, cell);
    }

    /** An expression of a model over the axes of a sweep; empty where it depends on the state or the time. */
    public static Optional<Expression> overAxes(Expression expression, Model model, Settings settings) {
        return overParameters(expression, model).map(value -> withSettings(value, model, settings));
    }

    private static Optional<Expression> overParameters(Expression expression, Model model) {
        Map<String, Expression> let = new HashMap<>();
        for (Definition definition : model.let()) {
            Expression written = expanded(definition.expression(), let);
            if (written.size(LARGEST) < LARGEST) {
                let.put(definition.name(), written);
            }
        }
        Set<String> parameters = Set.copyOf(model.parameterNames());
        return Optional.of(expanded(expression, let))
                .filter(value -> value.size(LARGEST) < LARGEST && parameters.containsAll(value.names()));
    }

    private static Expression withSettings(Expression value, Model model, Settings settings) {
        return Substitution.apply(value, name -> setting(model, settings, name));
    }

    private static Expression expanded(Expression expression, Map<String, Expression> let) {
        return Substitution.apply(expression, name -> let.getOrDefault(name, new Expression.Name(name)));
    }

    private static Expression setting(Model model, Settings settings, String name) {
        double usual = model.parameter(name).map(Parameter::defaultValue).orElseThrow();
        return settings.parameters().getOrDefault(name, new Expression.Literal(usual));
    }

    /** The axes on which it depends whether a reset fails. */
    public Set<String> axes() {
        Set<String> axes = new HashSet<>(value.names());
        axes.addAll(threshold.names());
        return axes;
    }

    /** Whether a reset to {@code number} leaves the spike variable at the threshold or beyond it, or is none. */
    public boolean fails(double number, double level, Precision precision) {
        double reset = precision.nearest(number);
        return !Double.isFinite(reset)
                || cell.spike().at(precision.nearest(level)).isReached(reset);
    }
}
