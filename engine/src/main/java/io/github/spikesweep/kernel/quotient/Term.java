package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.equation.function.Exp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product of a number, of whole powers of factors that are not looked into, and of one exponential.
 *
 * @param coefficient not zero
 * @param powers of each factor its power, not 0; in the order in which they are multiplied
 * @param exponent of the exponential
 */
record Term(Rational coefficient, Map<Expression, Integer> powers, Exponent exponent) {
    private static final int LARGEST_POWER = 64;
    private static final int MOST_FACTORS = 16;

    Term {
        powers = Collections.unmodifiableMap(new LinkedHashMap<>(powers));
    }

    static Term number(Rational value) {
        return new Term(value, Map.of(), Exponent.NONE);
    }

    static Term of(Expression factor) {
        return new Term(Rational.ONE, Map.of(factor, 1), Exponent.NONE);
    }

    boolean isNumber() {
        return powers.isEmpty() && exponent.isNone();
    }

    /** Whether {@code other} differs in its coefficient alone. */
    boolean isLike(Term other) {
        return powers.equals(other.powers) && exponent.equals(other.exponent);
    }

    int power(Expression factor) {
        return powers.getOrDefault(factor, 0);
    }

    Term negated() {
        return new Term(coefficient.negated(), powers, exponent);
    }

    /** The product; empty if it becomes too large. */
    Optional<Term> times(Term other) {
        Map<Expression, Integer> product = new LinkedHashMap<>(powers);
        other.powers.forEach((factor, power) -> product.merge(factor, power, Integer::sum));
        product.values().removeIf(power -> power == 0);
        boolean large = product.values().stream().anyMatch(power -> Math.abs(power) > LARGEST_POWER);
        return large || product.size() > MOST_FACTORS
                ? Optional.empty()
                : coefficient
                        .times(other.coefficient)
                        .flatMap(c -> exponent.plus(other.exponent).map(e -> new Term(c, product, e)));
    }

    Optional<Term> over(Term other) {
        Map<Expression, Integer> inverse = new LinkedHashMap<>();
        other.powers.forEach((factor, power) -> inverse.put(factor, -power));
        return Rational.ONE.over(other.coefficient).flatMap(c -> times(new Term(c, inverse, other.exponent.negated())));
    }

    Expression expression() {
        List<Expression> factors = new ArrayList<>();
        List<Expression> divisors = new ArrayList<>();
        if (!coefficient.equals(Rational.ONE)) {
            factors.add(Expression.number(coefficient.value()));
        }
        powers.forEach((factor, power) -> (power > 0 ? factors : divisors).add(power(factor, Math.abs(power))));
        if (!exponent.isNone()) {
            factors.add(Expression.call(new Exp(), exponent.written()));
        }
        return new Quotient(factors, divisors).expression();
    }

    private static Expression power(Expression factor, int power) {
        return power == 1 ? factor : new Expression.Operation(Operator.POWER, factor, Expression.number(power));
    }
}
