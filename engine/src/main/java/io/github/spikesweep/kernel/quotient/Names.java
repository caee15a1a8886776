package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the names in formulas. */
final class Names {
    /**
     * A name that has no formula.
     *
     * @param bounds what it lies between
     * @param scale how large it usually is
     * @param changes whether it differs from one state to another
     */
    record Given(Interval bounds, double scale, boolean changes) {}

    private static final int MOST_LOOKS = 200_000;
    private static final Given UNKNOWN = new Given(Interval.ANY, 1, true);

    private final Map<String, Given> given = new HashMap<>();
    private final Map<String, Expression> formulas = new LinkedHashMap<>();
    private final Map<String, Boolean> changing = new HashMap<>();
    /** The equations and auxiliary quantities of a model, by what they are of. */
    private final Map<String, Expression> slopes = new HashMap<>();

    private final Map<String, Expression> ofModel = new HashMap<>();
    private final Map<String, Boolean> relaxing = new HashMap<>();
    private int looks;

    static Names of(Model model) {
        Names names = new Names();
        InitialState initial = InitialState.ofDefaults(model);
        for (Variable variable : model.variables()) {
            Range range = variable.range();
            double farthest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
            double start = initial.of(variable.name());
            double scale = start != 0 || !range.isBounded() ? start : farthest;
            names.given.put(variable.name(), new Given(new Interval(range.low(), range.high()), scale(scale), true));
        }
        for (Parameter parameter : model.parameters()) {
            names.given.put(parameter.name(), new Given(Interval.ANY, scale(parameter.defaultValue()), false));
        }
        model.let().forEach(each -> names.ofModel.put(each.name(), each.expression()));
        model.equations().forEach(each -> names.slopes.put(each.name(), each.expression()));
        return names;
    }

    /** The names of an input, all of which stay the same but the time. */
    static Names ofInput(Iterable<String> constant) {
        Names names = new Names();
        constant.forEach(name -> names.given.put(name, new Given(Interval.ANY, 1, false)));
        return names;
    }

    private static double scale(double usual) {
        return usual == 0 ? 1 : Math.abs(usual);
    }

    void define(String name, Expression formula) {
        changing.put(name, changes(formula));
        formulas.put(name, formula);
    }

    /** The formula that a name stands for, if it stands for one. */
    Optional<Expression> formula(String name) {
        return Optional.ofNullable(formulas.get(name));
    }

    /** Whether a name is a variable that changes, in a way that depends on itself: not one that is held, nor one that others alone drive. */
    boolean relaxes(String variable) {
        Expression slope = slopes.get(variable);
        if (slope == null || slope instanceof Expression.Name) {
            return false;
        }
        Boolean known = relaxing.get(variable);
        if (known == null) {
            known = reached(slope, ofModel).contains(variable);
            relaxing.put(variable, known);
        }
        return known;
    }

    /** The names that an expression is made of, directly or not. */
    Set<String> reached(Expression expression) {
        return reached(expression, formulas);
    }

    private Set<String> reached(Expression expression, Map<String, Expression> by) {
        Set<String> reached = new HashSet<>(expression.names());
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            count();
            Expression formula = by.get(open.pop());
            if (formula != null) {
                formula.names().stream().filter(reached::add).forEach(open::push);
            }
        }
        return reached;
    }

    /** The names that the formula of a name is made of, directly or not, as far as they have formulas: in their order, itself last. */
    List<String> within(String name) {
        count();
        Set<String> reached = new HashSet<>(Set.of(name));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            count();
            for (String used : formulas.get(open.pop()).names()) {
                if (formulas.containsKey(used) && reached.add(used)) {
                    open.push(used);
                }
            }
        }
        return formulas.keySet().stream().filter(reached::contains).toList();
    }

    Given given(String name) {
        return given.getOrDefault(name, UNKNOWN);
    }

    /** Whether a value differs from one state to another. */
    boolean changes(Expression expression) {
        if (expression instanceof Expression.Name name) {
            Boolean known = changing.get(name.name());
            return known != null ? known : given(name.name()).changes();
        }
        return expression.parts().stream().anyMatch(this::changes);
    }

    /** Counts a look at a part of the equations: what cancels in long chains of quotients is not searched for without end. */
    void count() {
        if (++looks > MOST_LOOKS) {
            throw new InputException(
                    "the equations are too large: their quotients are made of each other in too many ways");
        }
    }
}
