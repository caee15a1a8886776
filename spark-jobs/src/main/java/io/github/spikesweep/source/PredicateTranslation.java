package io.github.spikesweep.source;

import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns Spark's predicates on one column into conditions.
 *
 * @param axes the name of the axis for each column
 */
record PredicateTranslation(UnaryOperator<String> axes) {
    /** The condition in {@code predicate}; empty if it is of another kind or about several columns. */
    Optional<Condition> condition(Predicate predicate) {
        Expression[] children = predicate.children();
        return switch (predicate.name()) {
            case "AND" -> both(children, Condition::and);
            case "OR" -> both(children, Condition::or);
            case "NOT" -> condition(children[0]).map(Condition::not);
            case "IN" -> in(children);
            // The columns with conditions are never null, so <=> is the same as =.
            case "=", "<=>" -> comparison(children, Relation.EQUAL);
            case "<>" -> comparison(children, Relation.NOT_EQUAL);
            case "<" -> comparison(children, Relation.LESS);
            case "<=" -> comparison(children, Relation.LESS_OR_EQUAL);
            case ">" -> comparison(children, Relation.GREATER);
            case ">=" -> comparison(children, Relation.GREATER_OR_EQUAL);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> condition(Expression expression) {
        return expression instanceof Predicate predicate ? condition(predicate) : Optional.empty();
    }

    private Optional<Condition> both(Expression[] children, BinaryOperator<Condition> join) {
        Optional<Condition> left = condition(children[0]);
        Optional<Condition> right = condition(children[1]);
        boolean sameColumn = left.isPresent() && left.map(Condition::column).equals(right.map(Condition::column));
        return sameColumn ? Optional.of(join.apply(left.get(), right.get())) : Optional.empty();
    }

    /** {@code column relation literal}, or {@code literal relation column}, which is mirrored. */
    private Optional<Condition> comparison(Expression[] children, Relation relation) {
        return comparison(children[0], relation, children[1])
                .or(() -> comparison(children[1], relation.mirrored(), children[0]));
    }

    private Optional<Condition> comparison(Expression column, Relation relation, Expression literal) {
        return column(column).flatMap(name -> value(literal).map(value -> Condition.compare(name, relation, value)));
    }

    private Optional<Condition> in(Expression[] children) {
        List<Object> values = Arrays.stream(children)
                .skip(1)
                .flatMap(child -> value(child).stream())
                .toList();
        boolean all = values.size() == children.length - 1;
        return all ? column(children[0]).map(name -> Condition.in(name, values)) : Optional.empty();
    }

    private Optional<String> column(Expression expression) {
        return expression instanceof NamedReference reference && reference.fieldNames().length == 1
                ? Optional.of(axes.apply(reference.fieldNames()[0]))
                : Optional.empty();
    }

    private static Optional<Object> value(Expression expression) {
        Object value = expression instanceof Literal<?> literal ? literal.value() : null;
        if (value instanceof UTF8String text) {
            return Optional.of(text.toString());
        }
        boolean number = value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Double
                || value instanceof Float;
        return number ? Optional.of(value) : Optional.empty();
    }
}
