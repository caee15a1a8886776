package io.github.spikesweep.source;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.connector.expressions.GeneralScalarExpression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;

/**
 * Turns Spark's comparisons of sums and products of columns into expressions over axes.
 *
 * @param axes the name of the axis for each column
 * @param numeric tests whether a name is that of a numeric axis
 */
record ComparisonTranslation(UnaryOperator<String> axes, Predicate<String> numeric) {
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL,
            "=", Operator.EQUAL,
            "<>", Operator.NOT_EQUAL);
    /** Without division: its value for the divisor 0 depends on Spark's settings. */
    private static final Map<String, Operator> ARITHMETIC =
            Map.of("+", Operator.ADD, "-", Operator.SUBTRACT, "*", Operator.MULTIPLY);

    /** The comparison in {@code predicate}; empty if it is of another kind. */
    Optional<Expression> comparison(org.apache.spark.sql.connector.expressions.filter.Predicate predicate) {
        return operation(predicate, COMPARISONS);
    }

    private Optional<Expression> operation(GeneralScalarExpression call, Map<String, Operator> operators) {
        Operator operator = operators.get(call.name());
        if (operator == null || call.children().length != 2) {
            return Optional.empty();
        }
        Optional<Expression> left = number(call.children()[0]);
        Optional<Expression> right = number(call.children()[1]);
        return left.flatMap(a -> right.map(b -> new Expression.Operation(operator, a, b)));
    }

    private Optional<Expression> number(org.apache.spark.sql.connector.expressions.Expression expression) {
        if (expression instanceof Literal<?> literal && literal.value() instanceof Double value) {
            return Optional.of(new Expression.Literal(value));
        }
        if (expression instanceof NamedReference reference && reference.fieldNames().length == 1) {
            String name = axes.apply(reference.fieldNames()[0]);
            return numeric.test(name) ? Optional.of(new Expression.Name(name)) : Optional.empty();
        }
        return expression instanceof GeneralScalarExpression call ? operation(call, ARITHMETIC) : Optional.empty();
    }
}
