package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that the expressions of a sweep file may use: constants and numeric axes. */
final class Scope {
    private static final Pattern TIME = Pattern.compile("\\b" + Model.TIME + "\\b");

    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final List<String> axes;

    /** @param axes the names of the numeric axes */
    Scope(List<String> axes) {
        this.axes = List.copyOf(axes);
    }

    void declareConstant(String name, double value) {
        constants.put(name, value);
    }

    Set<String> constants() {
        return constants.keySet();
    }

    /** The finite value of an expression over constants alone. */
    double constant(Entry entry, String owner) {
        Expression expression = expression(entry, owner);
        if (!expression.names().isEmpty()) {
            String axis = expression.names().iterator().next();
            throw new InputException(
                    entry.position(), owner + " is the same in every row and cannot use the axis '" + axis + "'");
        }
        return Evaluator.evaluate(expression);
    }

    /** An expression over constants and axes, in which only the names of axes are left. */
    Expression expression(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar && TIME.matcher(scalar.text()).find()) {
            throw new InputException(entry.position(), owner + " cannot depend on the time t; only 'input' can");
        }
        return resolve(entry, owner, List.of());
    }

    /** The same, in which the time may occur too. */
    Expression expressionOfTime(Entry entry, String owner) {
        return resolve(entry, owner, List.of(Model.TIME));
    }

    private Expression resolve(Entry entry, String owner, List<String> further) {
        Expression resolved = withConstants(parse(entry, owner, further));
        return resolved.names().isEmpty() ? new Expression.Literal(Formula.finite(resolved, entry, owner)) : resolved;
    }

    /** An expression in which {@code further} names may occur, as it is written. */
    Expression parse(Entry entry, String owner, List<String> further) {
        List<String> names = new ArrayList<>(constants.keySet());
        names.addAll(axes);
        names.addAll(further);
        return Formula.parse(entry, owner, names);
    }

    /** {@code expression} with the values of the constants in it. */
    Expression withConstants(Expression expression) {
        return Substitution.apply(expression, this::meaning);
    }

    /** Whether {@code name} is a constant or a numeric axis. */
    boolean contains(String name) {
        return constants.containsKey(name) || axes.contains(name);
    }

    private Expression meaning(String name) {
        Double constant = constants.get(name);
        return constant == null ? new Expression.Name(name) : new Expression.Literal(constant);
    }
}
