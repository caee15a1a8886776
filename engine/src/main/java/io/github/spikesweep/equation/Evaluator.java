package io.github.spikesweep.equation;

import java.util.function.ToDoubleFunction;

/** The value of an expression, one number at a time, in double precision. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * Evaluates {@code expression}.
     *
     * @param values the value of each name in it
     * @return the value; NaN or infinite if arithmetic gives that
     */
    public static double evaluate(Expression expression, ToDoubleFunction<String> values) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Name name) {
            return values.applyAsDouble(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return -evaluate(negation.operand(), values);
        }
        if (expression instanceof Expression.Operation operation) {
            return operation.operator().apply(evaluate(operation.left(), values), evaluate(operation.right(), values));
        }
        Expression.Call call = (Expression.Call) expression;
        return call.function()
                .apply(call.arguments().stream()
                        .mapToDouble(argument -> evaluate(argument, values))
                        .toArray());
    }

    /** Evaluates an expression without names. */
    public static double evaluate(Expression expression) {
        return evaluate(expression, name -> {
            throw new IllegalArgumentException("no value for '" + name + "'");
        });
    }
}
