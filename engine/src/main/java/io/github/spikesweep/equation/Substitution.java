package io.github.spikesweep.equation;

import java.util.function.Function;

/** Replaces the names in an expression. */
public final class Substitution {
    private Substitution() {}

    /** {@code expression} with every name replaced by what {@code meaning} gives for it. */
    public static Expression apply(Expression expression, Function<String, Expression> meaning) {
        if (expression instanceof Expression.Name name) {
            return meaning.apply(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            Expression operand = apply(negation.operand(), meaning);
            // In the parser's form, so that the written expression is read back as the same.
            return operand instanceof Expression.Literal literal
                    ? new Expression.Literal(-literal.value())
                    : new Expression.Negation(operand);
        }
        return expression.withParts(part -> apply(part, meaning));
    }
}
