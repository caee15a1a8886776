package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that the expressions of a sweep file may use: constants and numeric axes. */
final class Scope {
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]*");
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
        checkTimeless(entry, owner);
        checkNoAxis(entry, owner);
        return Evaluator.evaluate(resolve(entry, owner, List.of()));
    }

    /** Checked before names are looked up, since axes are not accepted here. */
    private void checkNoAxis(Entry entry, String owner) {
        if (!(entry instanceof Entry.Scalar scalar)) {
            return;
        }
        Matcher name = NAME.matcher(scalar.text());
        while (name.find()) {
            if (axes.contains(name.group())) {
                throw new InputException(
                        entry.position(),
                        owner + " is the same in every row and cannot use the axis '" + name.group() + "'");
            }
        }
    }

    /** An expression over constants and axes, in which only the names of axes are left. */
    Expression expression(Entry entry, String owner) {
        checkTimeless(entry, owner);
        return resolve(entry, owner, axes);
    }

    private static void checkTimeless(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar && TIME.matcher(scalar.text()).find()) {
            throw new InputException(entry.position(), owner + " cannot depend on the time t; only 'input' can");
        }
    }

    /** The same, but with the time. */
    Expression expressionOfTime(Entry entry, String owner) {
        List<String> names = new ArrayList<>(axes);
        names.add(Model.TIME);
        return resolve(entry, owner, names);
    }

    private Expression resolve(Entry entry, String owner, List<String> further) {
        Expression resolved = withConstants(parse(entry, owner, further));
        return resolved.names().isEmpty() ? new Expression.Literal(Formula.finite(resolved, entry, owner)) : resolved;
    }

    /** An expression as written, over constants and {@code further} names. */
    Expression parse(Entry entry, String owner, List<String> further) {
        List<String> names = new ArrayList<>(constants.keySet());
        names.addAll(further);
        return Formula.parse(entry, owner, names, constants);
    }

    /** The names of the numeric axes. */
    List<String> axes() {
        return axes;
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
