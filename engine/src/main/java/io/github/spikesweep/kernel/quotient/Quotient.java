package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Exprel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A product of factors over a product of divisors, taken apart as far as it is one.
 *
 * @param factors what is multiplied
 * @param divisors what it is divided by
 */
record Quotient(List<Expression> factors, List<Expression> divisors) {
    /** More are left together as they are. */
    private static final int MOST_FACTORS = 16;

    /** Takes {@code expression} apart, and the formulas of those names that {@code lookedInto} holds for. */
    static Quotient of(Expression expression, Names names, Predicate<String> lookedInto) {
        Quotient quotient = new Quotient(new ArrayList<>(), new ArrayList<>());
        quotient.take(expression, names, lookedInto);
        return quotient;
    }

    /** The same product, every factor and divisor in it replaced. */
    static Expression withFactors(Expression product, UnaryOperator<Expression> replacement) {
        return product.withParts(part -> isOne(part) || part instanceof Expression.Negation
                ? withFactors(part, replacement)
                : replacement.apply(part));
    }

    /** Whether an expression has more to it than one factor. */
    static boolean isOne(Expression expression) {
        return expression instanceof Expression.Operation operation
                && switch (operation.operator()) {
                    case MULTIPLY, DIVIDE, POWER -> true;
                    case ADD, SUBTRACT, OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                        false;
                };
    }

    private void take(Expression expression, Names names, Predicate<String> lookedInto) {
        if (expression instanceof Expression.Negation negation) {
            factors.add(Expression.number(-1));
            take(negation.operand(), names, lookedInto);
        } else if (expression instanceof Expression.Operation operation && operation.operator() == Operator.MULTIPLY) {
            take(operation.left(), names, lookedInto);
            take(operation.right(), names, lookedInto);
        } else if (expression instanceof Expression.Operation operation && operation.operator() == Operator.DIVIDE) {
            take(operation.left(), names, lookedInto);
            inverted().take(operation.right(), names, lookedInto);
        } else if (expression instanceof Expression.Operation operation && operation.operator() == Operator.POWER) {
            takePower(operation, names, lookedInto);
        } else if (expression instanceof Expression.Name name
                && factors.size() + divisors.size() < MOST_FACTORS
                && names.formula(name.name()).isPresent()
                && lookedInto.test(name.name())) {
            take(names.formula(name.name()).orElseThrow(), names, lookedInto);
        } else {
            factors.add(expression);
        }
    }

    private void takePower(Expression.Operation power, Names names, Predicate<String> lookedInto) {
        OptionalInt whole = TermSums.wholePower(power.right());
        int times = Math.abs(whole.orElse(0));
        if (times == 0 || factors.size() + divisors.size() + times > MOST_FACTORS) {
            factors.add(power);
            return;
        }
        Quotient side = whole.getAsInt() < 0 ? inverted() : this;
        for (int k = 0; k < times; k++) {
            side.take(power.left(), names, lookedInto);
        }
    }

    private Quotient inverted() {
        return new Quotient(/* factors= */ divisors, /* divisors= */ factors);
    }

    Quotient map(UnaryOperator<Expression> replacement) {
        return new Quotient(
                factors.stream().map(replacement).toList(),
                divisors.stream().map(replacement).toList());
    }

    /** Put together again, a call of exprel divided by last: one over it costs least. */
    Expression expression() {
        Expression product = product(factors);
        List<Expression> plain =
                divisors.stream().filter(divisor -> !isExprel(divisor)).toList();
        Expression quotient = plain.isEmpty() ? product : product.over(product(plain));
        for (Expression divisor : divisors) {
            quotient = isExprel(divisor) ? quotient.over(divisor) : quotient;
        }
        return quotient;
    }

    private static boolean isExprel(Expression expression) {
        return expression instanceof Expression.Call call && call.function() instanceof Exprel;
    }

    private static Expression product(List<Expression> factors) {
        return factors.stream().reduce(Expression::times).orElseGet(() -> Expression.number(1));
    }
}
