package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Tanh;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a saturating function is short of its limit, without a difference: 1 − 1/(1 + e^w) as 1/(1 + e^−w), 1 − x/(x + k) as k/(x + k), and 1 − tanh(u) as
 * 2/(1 + e^2u).
 */
final class Complement {
    private final TermSums sums;

    Complement(TermSums sums) {
        this.sums = sums;
    }

    /** The same value; empty if the sum is no such difference. */
    Optional<Expression> of(TermSum sum) {
        if (sum.terms().size() < 2) {
            return Optional.empty();
        }
        return sum.terms().stream()
                .flatMap(term -> term.powers().entrySet().stream())
                .filter(power -> power.getValue() == -1)
                .map(Map.Entry::getKey)
                .distinct()
                .flatMap(divisor -> over(divisor, sum).stream())
                .findFirst()
                .or(() -> ofTanh(sum));
    }

    /** All terms over one divisor, if there they cancel but for one. */
    private Optional<Expression> over(Expression divisor, TermSum sum) {
        TermSum factor = sums.of(divisor);
        TermSum numerator = TermSum.ZERO;
        for (Term term : sum.terms()) {
            boolean over = term.power(divisor) == -1;
            Optional<TermSum> added = over ? term.times(Term.of(divisor)).map(TermSum::of) : factor.times(term);
            Optional<TermSum> both = added.flatMap(numerator::plus);
            if (both.isEmpty()) {
                return Optional.empty();
            }
            numerator = both.get();
        }
        // An exponential in what is left is infinite where it is also in the divisor: the divisor is divided by it
        // instead.
        return numerator
                .single()
                .flatMap(left -> factor.times(exponential(left.exponent().negated()))
                        .map(rest -> sums.expression(new Term(left.coefficient(), left.powers(), Exponent.NONE))
                                .over(expression(rest))));
    }

    private static Term exponential(Exponent exponent) {
        return new Term(Rational.ONE, Map.of(), exponent);
    }

    private Expression expression(TermSum sum) {
        return sum.terms().stream()
                .map(sums::expression)
                .reduce(Expression::plus)
                .orElseThrow();
    }

    private Optional<Expression> ofTanh(TermSum sum) {
        List<Term> terms = sum.terms();
        return terms.size() != 2
                ? Optional.empty()
                : ofTanh(terms.get(0), terms.get(1)).or(() -> ofTanh(terms.get(1), terms.get(0)));
    }

    /** Of two terms, one of which is the other times a tanh. */
    private Optional<Expression> ofTanh(Term plain, Term product) {
        return product.over(plain)
                .filter(ratio -> ratio.exponent().isNone() && ratio.powers().size() == 1)
                .flatMap(ratio -> {
                    Map.Entry<Expression, Integer> factor =
                            ratio.powers().entrySet().iterator().next();
                    boolean plus = ratio.coefficient().equals(Rational.ONE);
                    boolean minus = ratio.coefficient().negated().equals(Rational.ONE);
                    return (plus || minus)
                                    && factor.getValue() == 1
                                    && factor.getKey() instanceof Expression.Call call
                                    && call.function() instanceof Tanh
                            ? Optional.of(logistic(
                                    plain,
                                    Expression.number(plus ? -2 : 2)
                                            .times(call.arguments().get(0))))
                            : Optional.empty();
                });
    }

    /** Twice {@code term} over 1 + e^exponent. */
    private Expression logistic(Term term, Expression exponent) {
        Expression divisor = Expression.number(1).plus(Expression.call(new Exp(), exponent));
        return Expression.number(2).times(sums.expression(term)).over(divisor);
    }
}
