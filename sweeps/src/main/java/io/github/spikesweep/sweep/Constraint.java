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

/**
 * The {@code where} of a sweep: a row is kept where each of the expressions is neither 0 nor NaN. The names in them are axes;
 * for an axis over names, the value is the position of a name among its {@linkplain Labels#names() distinct ones}.
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

    /** The condition on a single axis that is equivalent to {@code expression}, if there is one. */
    public static Optional<Condition> condition(Expression expression, ParameterSpace space) {
        if (!(expression instanceof Expression.Operation operation)
                || !operation.operator().isComparison()) {
            return Optional.empty();
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
        Axis axis = space.axes().get(space.axis(name.name()).orElseThrow());
        return axis.values() instanceof Labels labels
                ? Condition.compare(axis.name(), relation, labels.names().get((int) value))
                : Condition.compare(axis.name(), relation, value);
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
