package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.equation.Substitution;
import io.github.spikesweep.equation.function.Exp;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Expressions multiplied out: auxiliary names are replaced by what they stand for, and what is no polynomial is a factor of its own. */
final class TermSums {
    private static final int LARGEST_POWER = 8;
    /** Twice what a formula may have as it is written; with functions written out it may have more. */
    private static final int LARGEST_FACTOR = 2_000;
    /** Formulas that refer to each other may be larger than any step, written out. */
    private static final int MOST_PARTS = 50_000;
    /** No name of a model begins with a dot. */
    private static final String LARGE = ".large ";

    private final IdentityHashMap<Expression, TermSum> known = new IdentityHashMap<>();
    private final Map<String, TermSum> formulas = new HashMap<>();
    /** Factors that are too large to be compared with others, by the names that stand for them. */
    private final Map<String, Expression> large = new HashMap<>();

    /** To be told of every auxiliary name in turn: each looks no further than those before it. */
    void define(String name, Expression formula) {
        formulas.put(name, multipliedOut(formula).orElseGet(() -> factor(new Expression.Name(name))));
    }

    TermSum of(Expression expression) {
        TermSum sum = known.get(expression);
        if (sum == null) {
            sum = multipliedOut(expression).orElseGet(() -> factor(expression));
            known.put(expression, sum);
        }
        return sum;
    }

    private TermSum factor(Expression expression) {
        return TermSum.of(Term.of(comparable(expression)));
    }

    /** Itself, or a name that stands for it alone: comparing it with others would take too long. */
    private Expression comparable(Expression factor) {
        if (factor.size(LARGEST_FACTOR) < LARGEST_FACTOR) {
            return factor;
        }
        if (factor.size(MOST_PARTS) >= MOST_PARTS) {
            throw new InputException(
                    "the equations are too large: a factor of a quotient has more than " + MOST_PARTS + " parts");
        }
        String name = LARGE + large.size();
        large.put(name, factor);
        return new Expression.Name(name);
    }

    /** What a term says as an expression of the model. */
    Expression expression(Term term) {
        return large.isEmpty()
                ? term.expression()
                : Substitution.apply(term.expression(), name -> large.getOrDefault(name, new Expression.Name(name)));
    }

    /** Whether a name stands for a factor. */
    boolean isFactor(String name) {
        return large.containsKey(name);
    }

    private Optional<TermSum> multipliedOut(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Rational.of(literal.value())
                    .map(value -> value.isZero() ? TermSum.ZERO : TermSum.of(Term.number(value)));
        }
        if (expression instanceof Expression.Name name) {
            return Optional.ofNullable(formulas.get(name.name()));
        }
        if (expression instanceof Expression.Negation negation) {
            return Optional.of(of(negation.operand()).negated());
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation);
        }
        if (expression instanceof Expression.Call call && call.function() instanceof Exp) {
            Expression exponent = call.arguments().get(0);
            return Optional.of(TermSum.of(new Term(Rational.ONE, Map.of(), new Exponent(of(exponent), exponent))));
        }
        return Optional.empty();
    }

    private Optional<TermSum> operation(Expression.Operation operation) {
        TermSum left = of(operation.left());
        return switch (operation.operator()) {
            case ADD -> left.plus(of(operation.right()));
            case SUBTRACT -> left.plus(of(operation.right()).negated());
            case MULTIPLY -> left.times(of(operation.right()));
            case DIVIDE -> divisor(operation.right()).flatMap(left::times);
            case POWER -> {
                OptionalInt exponent = wholePower(operation.right());
                yield exponent.isPresent() && Math.abs(exponent.getAsInt()) <= LARGEST_POWER
                        ? power(operation.left(), exponent.getAsInt())
                        : Optional.empty();
            }
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> Optional.empty();
        };
    }

    private Optional<TermSum> power(Expression base, int exponent) {
        Optional<TermSum> factor = exponent < 0 ? divisor(base).map(TermSum::of) : Optional.of(of(base));
        Optional<TermSum> product = Optional.of(TermSum.of(Term.number(Rational.ONE)));
        for (int k = 0; k < Math.abs(exponent); k++) {
            product = product.flatMap(p -> factor.flatMap(p::times));
        }
        return product;
    }

    /** One over {@code expression}; a sum is a factor of its own. */
    private Optional<Term> divisor(Expression expression) {
        TermSum sum = of(expression);
        Term one = Term.number(Rational.ONE);
        return sum.isZero()
                ? Optional.empty()
                : one.over(sum.single().orElseGet(() -> Term.of(comparable(expression))));
    }

    /** The number that is written as a whole exponent, if it is one. */
    static OptionalInt wholePower(Expression exponent) {
        Expression positive = exponent instanceof Expression.Negation negation ? negation.operand() : exponent;
        if (!(positive instanceof Expression.Literal literal)
                || literal.value() != Math.rint(literal.value())
                || Math.abs(literal.value()) > Short.MAX_VALUE) {
            return OptionalInt.empty();
        }
        int value = (int) literal.value();
        return OptionalInt.of(positive == exponent ? value : -value);
    }
}
