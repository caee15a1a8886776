package io.github.spikesweep.equation.derivative;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Pow;
import io.github.spikesweep.equation.function.Where;
import java.util.List;
import java.util.function.Function;

/**
 * The derivative of an expression by the chain rule, as an expression; what jumps is constant between its jumps. It shares parts with the expression, and what
 * vanishes is left out.
 */
public final class Derivative {
    private static final Expression ZERO = Expression.number(0);
    private static final Expression ONE = Expression.number(1);

    private final Function<String, Expression> ofNames;

    /** @param ofNames the derivative of each name, the literal 0 if it does not depend on what it is differentiated by */
    public Derivative(Function<String, Expression> ofNames) {
        this.ofNames = ofNames;
    }

    public Expression of(Expression expression) {
        if (expression instanceof Expression.Literal) {
            return ZERO;
        }
        if (expression instanceof Expression.Name name) {
            return ofNames.apply(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return negated(of(negation.operand()));
        }
        return expression instanceof Expression.Operation operation ? of(operation) : of((Expression.Call) expression);
    }

    /** Whether it is the literal 0. */
    public static boolean isZero(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() == 0;
    }

    private Expression of(Expression.Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case ADD -> sum(of(left), of(right));
            case SUBTRACT -> sum(of(left), negated(of(right)));
            case MULTIPLY -> sum(product(of(left), right), product(left, of(right)));
            case DIVIDE -> {
                Expression ofRight = of(right);
                Expression ofQuotient = quotient(of(left), right);
                yield isZero(ofRight)
                        ? ofQuotient
                        : sum(ofQuotient, negated(quotient(product(operation, ofRight), right)));
            }
            case POWER -> power(operation);
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> ZERO;
        };
    }

    private Expression power(Expression.Operation power) {
        if (power.right() instanceof Expression.Literal exponent) {
            double lower = exponent.value() - 1;
            Expression rest = lower == 0
                    ? ONE
                    : lower == 1
                            ? power.left()
                            : new Expression.Operation(Operator.POWER, power.left(), Expression.number(lower));
            return product(product(power.right(), rest), of(power.left()));
        }
        return chain(new Pow(), List.of(power.left(), power.right()));
    }

    private Expression of(Expression.Call call) {
        List<Expression> x = call.arguments();
        if (call.function() instanceof Where) {
            Expression first = of(x.get(1));
            Expression second = of(x.get(2));
            // Not by the rule: what is not chosen may be infinite.
            return first.equals(second) ? first : Expression.call(call.function(), x.get(0), first, second);
        }
        return chain(call.function(), x);
    }

    private Expression chain(io.github.spikesweep.equation.Function function, List<Expression> x) {
        Expression sum = ZERO;
        for (int k = 0; k < x.size(); k++) {
            Expression inner = of(x.get(k));
            if (!isZero(inner)) {
                sum = sum(sum, product(function.derivative(x, k), inner));
            }
        }
        return sum;
    }

    private static Expression sum(Expression a, Expression b) {
        if (isZero(a)) {
            return b;
        }
        return isZero(b) ? a : a.plus(b);
    }

    private static Expression negated(Expression a) {
        return a instanceof Expression.Literal literal
                ? Expression.number(literal.value() == 0 ? 0 : -literal.value())
                : new Expression.Negation(a);
    }

    private static Expression product(Expression a, Expression b) {
        if (isZero(a) || isZero(b)) {
            return ZERO;
        }
        return isOne(a) ? b : isOne(b) ? a : a.times(b);
    }

    private static Expression quotient(Expression a, Expression b) {
        return isZero(a) ? ZERO : a.over(b);
    }

    private static boolean isOne(Expression expression) {
        return expression.equals(ONE);
    }
}
