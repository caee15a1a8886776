package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.FormulaText;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes the expressions of a sweep for a sweep file. Constants are replaced by their numbers, unless an expression would
 * become longer or deeper than accepted: then its numbers become constants again.
 */
final class FormulasText {
    /** A name for a number shorter than this would save little. */
    private static final int SHORT = 3;

    private final ParameterSpace space;
    /** What an expression may use. */
    private final Set<String> known = new HashSet<>();
    /** Names that a constant cannot have. */
    private final Set<String> taken = new HashSet<>();

    private final Map<Double, String> constants = new LinkedHashMap<>();
    private int numbered;

    FormulasText(SweepDefinition definition) {
        this.space = definition.space();
        Neurons neurons = definition.neurons();
        known.add(Model.TIME);
        for (Find find : definition.find().all()) {
            known.add(find.name());
            known.addAll(find.condition().expression().names());
        }
        known.addAll(definition.refinement().by().names());
        for (Axis axis : space.axes()) {
            known.add(axis.name());
            if (axis.values() instanceof Labels labels) {
                known.addAll(labels.names());
            }
        }
        taken.addAll(known);
        taken.addAll(SweepKeys.ALL);
        taken.addAll(Functions.labels());
        taken.addAll(neurons.parameterNames());
        taken.addAll(neurons.variableNames());
    }

    /** The text of an expression. */
    String of(Expression expression) {
        String text = FormulaText.of(expression, this::withLabel);
        String dense = text.replace(" ", "");
        if (isAccepted(text)) {
            return text;
        }
        return isAccepted(dense)
                ? dense
                : FormulaText.of(expression, part -> withConstant(withLabel(part)))
                        .replace(" ", "");
    }

    /** The constants used so far: names by number. */
    Map<Double, String> constants() {
        return constants;
    }

    private boolean isAccepted(String text) {
        try {
            ExpressionParser.parse(text, Position.startOf(""), known);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private Expression withConstant(Expression part) {
        if (!(part instanceof Expression.Literal literal)) {
            return part;
        }
        String text = DecimalText.of(literal.value());
        boolean worthwhile = text.startsWith("-") || text.length() > SHORT;
        return worthwhile ? new Expression.Name(constants.computeIfAbsent(literal.value(), number -> newName())) : part;
    }

    private String newName() {
        String name;
        do {
            name = "c" + ++numbered;
        } while (!taken.add(name));
        return name;
    }

    /** A comparison of an axis of names, with the name instead of its position. */
    private Expression withLabel(Expression part) {
        if (part instanceof Expression.Operation operation
                && operation.right() instanceof Expression.Literal position) {
            return Constraint.labels(operation.left(), space)
                    .map(labels -> labels.names().get((int) position.value()))
                    .<Expression>map(label -> new Expression.Operation(
                            operation.operator(), operation.left(), new Expression.Name(label)))
                    .orElse(part);
        }
        return part;
    }
}
