package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Relation;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code where} of a sweep: a row is kept where each of the expressions is neither 0 nor NaN. The names in them are axes, and
 * {@code id} where rows are chosen on the command line; for an axis over names, the value is the position of a name among its {@linkplain Labels#names() distinct ones}.
 */
public record Constraint(List<Expression> expressions) implements Serializable {
    /** Keeps every row. */
    public static final Constraint NONE = new Constraint(List.of());

    public Constraint {
        expressions = List.copyOf(expressions);
    }

    /** Whether an expression with this value keeps the row. */
    public static boolean keeps(double value) {
        return value != 0 && !Double.isNaN(value);
    }

    /** The expressions that must all hold, with each {@code and} taken apart. */
    public List<Expression> conjuncts() {
        return expressions.stream().flatMap(Constraint::conjuncts).toList();
    }

    private static Stream<Expression> conjuncts(Expression expression) {
        boolean isAnd = expression instanceof Expression.Operation operation && operation.operator() == Operator.AND;
        return isAnd ? expression.parts().stream().flatMap(Constraint::conjuncts) : Stream.of(expression);
    }

    /** Whether its value is 0 or 1. */
    private static boolean isTruth(Expression expression) {
        return expression instanceof Expression.Operation operation
                && (operation.operator().isComparison()
                        || operation.operator() == Operator.AND
                        || operation.operator() == Operator.OR);
    }

    /** The condition on {@code id} or a single axis that is equivalent to {@code expression}, if there is one. */
    public static Optional<Condition> condition(Expression expression, ParameterSpace space) {
        if (!(expression instanceof Expression.Operation operation)) {
            return Optional.empty();
        }
        if (operation.operator() == Operator.OR) {
            return either(operation, space);
        }
        if (!operation.operator().isComparison()) {
            return Optional.empty();
        }
        if (operation.operator() == Operator.EQUAL
                && isTruth(operation.left())
                && operation.right().equals(new Expression.Literal(0))) {
            return condition(operation.left(), space).map(Condition::not);
        }
        Relation relation = relation(operation.operator());
        if (operation.left() instanceof Expression.Name name) {
            return constant(operation.right()).map(value -> condition(name, relation, value, space));
        }
        if (operation.right() instanceof Expression.Name name) {
            return constant(operation.left()).map(value -> condition(name, relation.mirrored(), value, space));
        }
        return Optional.empty();
    }

    /** For two conditions on the same axis, as those of {@code in}. */
    private static Optional<Condition> either(Expression.Operation operation, ParameterSpace space) {
        Optional<Condition> left = condition(operation.left(), space);
        Optional<Condition> right = condition(operation.right(), space);
        return left.isPresent()
                        && right.isPresent()
                        && left.get().column().equals(right.get().column())
                ? Optional.of(Condition.or(left.get(), right.get()))
                : Optional.empty();
    }

    /** The value of an expression without names. Conditions put NaN above every number, expressions do not: it is none. */
    private static Optional<Double> constant(Expression expression) {
        return Optional.of(expression)
                .filter(candidate -> candidate.names().isEmpty())
                .map(Evaluator::evaluate)
                .filter(value -> !Double.isNaN(value));
    }

    /** The names along the axis, if {@code expression} is an axis of names. */
    public static Optional<Labels> labels(Expression expression, ParameterSpace space) {
        return space.axes().stream()
                .filter(axis -> expression.equals(new Expression.Name(axis.name())))
                .map(Axis::values)
                .filter(Labels.class::isInstance)
                .map(Labels.class::cast)
                .findFirst();
    }

    private static Condition condition(Expression.Name name, Relation relation, double value, ParameterSpace space) {
        if (name.name().equals(ParameterSpace.ID)) {
            return onId(relation, value);
        }
        Axis axis = space.axes().get(space.axis(name.name()).orElseThrow());
        return axis.values() instanceof Labels labels
                ? Condition.compare(axis.name(), relation, labels.names().get((int) value))
                : Condition.compare(axis.name(), relation, value);
    }

    /** A condition with a whole number. */
    private static Condition onId(Relation relation, double value) {
        double whole = switch (relation) {
            case LESS, GREATER_OR_EQUAL -> Math.ceil(value);
            case LESS_OR_EQUAL, GREATER -> Math.floor(value);
            case EQUAL, NOT_EQUAL -> value == Math.rint(value) ? value : -1;
        };
        return Condition.compare(ParameterSpace.ID, relation, (long) whole);
    }

    private static Relation relation(Operator comparison) {
        return switch (comparison) {
            case LESS -> Relation.LESS;
            case LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
            case GREATER -> Relation.GREATER;
            case GREATER_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
            case EQUAL -> Relation.EQUAL;
            case NOT_EQUAL -> Relation.NOT_EQUAL;
            case OR, AND, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
                throw new IllegalArgumentException(comparison + " is not a comparison");
        };
    }
}
