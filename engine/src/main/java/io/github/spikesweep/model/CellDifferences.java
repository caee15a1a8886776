package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives a name to every difference of variables of two cells, on which what flows through a gap junction depends. A method that computes with it as one quantity
 * finds that exactly nothing flows where the two are equal.
 */
public final class CellDifferences {
    /** Before each of the two names; no other name begins with it. */
    private static final String MINUS = "-";

    private final Model model;
    private final Map<String, Definition> found = new LinkedHashMap<>();
    /** Formulas may share parts. */
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    private CellDifferences(Model model) {
        this.model = model;
    }

    /** Whether an auxiliary quantity is such a difference. */
    public static boolean isOne(String name) {
        return name.startsWith(MINUS);
    }

    /** The same model in which they are the first auxiliary quantities. */
    public static Model named(Model model) {
        if (!model.isCircuit()) {
            return model;
        }
        CellDifferences differences = new CellDifferences(model);
        List<Definition> let = differences.rewritten(model.let());
        List<Definition> equations = differences.rewritten(model.equations());
        List<Definition> all = new ArrayList<>(differences.found.values());
        all.addAll(let);
        return model.withFormulas(model.cells(), all, equations, model.events());
    }

    /** The names of those that a model has. */
    public static List<String> names(Model model) {
        return model.let().stream()
                .map(Definition::name)
                .filter(CellDifferences::isOne)
                .toList();
    }

    /** What comes first in a difference, and what is subtracted from it. */
    public static List<String> variables(String difference) {
        return List.of(difference.substring(1).split(MINUS));
    }

    private List<Definition> rewritten(List<Definition> definitions) {
        List<Definition> rewritten = new ArrayList<>();
        for (Definition definition : definitions) {
            rewritten.add(new Definition(definition.name(), definition.text(), rewritten(definition.expression())));
        }
        return rewritten;
    }

    private Expression rewritten(Expression expression) {
        Expression known = done.get(expression);
        if (known == null) {
            known = expression instanceof Expression.Operation operation && isDifference(operation)
                    ? named(operation)
                    : expression.withParts(this::rewritten);
            done.put(expression, known);
        }
        return known;
    }

    private Expression named(Expression.Operation difference) {
        String name = difference.parts().stream()
                .map(part -> MINUS + ((Expression.Name) part).name())
                .collect(Collectors.joining());
        found.putIfAbsent(name, new Definition(name, "", difference));
        return new Expression.Name(name);
    }

    private boolean isDifference(Expression.Operation operation) {
        return operation.operator() == Operator.SUBTRACT
                && operation.left() instanceof Expression.Name left
                && operation.right() instanceof Expression.Name right
                && cell(left) >= 0
                && cell(right) >= 0
                && cell(left) != cell(right);
    }

    /** The index of the cell whose variable it is; −1 if it is none's. */
    private int cell(Expression.Name name) {
        int variable = model.indexOf(name.name());
        for (int cell = 0; variable >= 0 && cell < model.cells().size(); cell++) {
            if (model.isOf(cell, variable)) {
                return cell;
            }
        }
        return -1;
    }
}
