package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code where}: an expression over axes and constants, or a list of them that must all hold. */
record ConstraintReader(GivenKeys keys, Scope scope, ParameterSpace space) {
    private static final String OWNER = "'where'";

    Constraint read() {
        Optional<Entry> entry = keys.file().find("where");
        if (entry.isEmpty()) {
            return Constraint.NONE;
        }
        List<Entry> items = entry.get() instanceof Entry.Listing listing ? listing.items() : List.of(entry.get());
        if (items.isEmpty()) {
            throw new InputException(entry.get().position(), OWNER + " is empty; leave it out to keep every row");
        }
        Constraint constraint =
                new Constraint(items.stream().map(this::expression).toList());
        if (RowSet.of(space, constraint).isSurelyEmpty()) {
            throw new InputException(
                    entry.get().position(), OWNER + " keeps none of the " + space.size() + " combinations");
        }
        return constraint;
    }

    private Expression expression(Entry item) {
        Set<String> names = new LinkedHashSet<>(scope.axes());
        for (Axis axis : space.axes()) {
            if (axis.values() instanceof Labels labels) {
                names.add(axis.name());
                names.addAll(labels.names());
            }
        }
        Expression parsed = scope.parse(item, OWNER, List.copyOf(names));
        Expression expression = scope.withConstants(compared(parsed, item));
        if (expression.names().isEmpty()) {
            throw new InputException(item.position(), OWNER + " uses no axis, found " + item.shown() + axesHint());
        }
        checkEqualities(expression, item);
        return expression;
    }

    /** Refuses an axis that is to equal a number which is none of its values. */
    private void checkEqualities(Expression expression, Entry item) {
        if (expression instanceof Expression.Operation operation && operation.operator() == Operator.EQUAL) {
            Constraint.condition(operation, space).stream()
                    .flatMap(condition -> space.misses(condition).stream())
                    .findFirst()
                    .ifPresent(miss -> {
                        throw new InputException(item.position(), OWNER + ": " + miss);
                    });
        }
        expression.parts().forEach(part -> checkEqualities(part, item));
    }

    private String axesHint() {
        return new KnownNames(keys.axes().names()).hint("");
    }

    /** {@code expression} with names of models, precisions and integrators replaced by their positions along the axis. */
    private Expression compared(Expression expression, Entry item) {
        if (expression instanceof Expression.Operation operation) {
            Optional<Labels> left = Constraint.labels(operation.left(), space);
            Optional<Labels> right = Constraint.labels(operation.right(), space);
            boolean equality = operation.operator() == Operator.EQUAL || operation.operator() == Operator.NOT_EQUAL;
            if (equality && left.isPresent()) {
                return with(
                        operation, operation.left(), position(operation.left(), left.get(), operation.right(), item));
            }
            if (equality && right.isPresent()) {
                return with(
                        operation, operation.right(), position(operation.right(), right.get(), operation.left(), item));
            }
        }
        if (expression instanceof Expression.Name name && !scope.contains(name.name())) {
            throw new InputException(
                    item.position(),
                    OWNER + " uses '" + name.name()
                            + "' as a number; compare an axis of names with one of its names, as in " + example());
        }
        return expression.withParts(part -> compared(part, item));
    }

    private static Expression with(Expression.Operation operation, Expression left, Expression right) {
        return new Expression.Operation(operation.operator(), left, right);
    }

    private String example() {
        return space.axes().stream()
                .filter(axis -> axis.values() instanceof Labels)
                .findFirst()
                .map(axis -> axis.name() + " == " + axis.name(0))
                .orElseThrow();
    }

    private static Expression position(Expression axis, Labels labels, Expression label, Entry item) {
        String found = label instanceof Expression.Name name ? name.name() : "";
        int position = labels.names().indexOf(found);
        if (position < 0) {
            String axisName = ((Expression.Name) axis).name();
            throw new InputException(
                    item.position(),
                    OWNER + " compares '" + axisName + "' with "
                            + (found.isEmpty() ? "an expression" : "'" + found + "'")
                            + ", which is not one of its values" + new KnownNames(labels.names()).hint(found));
        }
        return new Expression.Literal(position);
    }
}
