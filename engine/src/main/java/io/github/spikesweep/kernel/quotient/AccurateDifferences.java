package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Rational;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes sums that can be 0 such that they keep their digits there: e^w − 1 as w exprel(w), a {@link Complement} as a quotient, and what two terms have in common
 * before a difference that is exact, as in 0.1 (v + 40) for 0.1 v + 4.
 */
final class AccurateDifferences implements Rewriting {
    private final Names names;
    private final TermSums sums;
    private final Complement complement;
    private final ExpressionBounds bounds;
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    AccurateDifferences(Names names) {
        this.names = names;
        this.sums = new TermSums();
        this.complement = new Complement(sums);
        this.bounds = new ExpressionBounds(names);
    }

    @Override
    public void define(String name, Expression formula, Expression rewritten) {
        names.define(name, rewritten);
        sums.define(name, rewritten);
        bounds.define(name, rewritten);
    }

    @Override
    public Expression rewritten(Expression formula) {
        Expression known = done.get(formula);
        if (known == null) {
            known = sum(formula).orElseGet(() -> formula.withParts(this::rewritten));
            done.put(formula, known);
        }
        return known;
    }

    private Optional<Expression> sum(Expression formula) {
        boolean isSum = formula instanceof Expression.Operation operation
                && operation.operator().isSum();
        if (!isSum || !bounds.mayVanish(formula)) {
            return Optional.empty();
        }
        TermSum sum = sums.of(formula);
        return ExponentialDifference.of(sum)
                .map(this::difference)
                .or(() -> complement.of(sum))
                .or(() -> factored(sum));
    }

    private Expression difference(ExponentialDifference difference) {
        Expression product = sums.expression(difference.factor())
                .times(rewritten(difference.exponent().written()));
        return product.times(difference.exprel().withParts(this::rewritten));
    }

    /** Two terms as what they have in common times a sum of two numbers or given names. */
    private Optional<Expression> factored(TermSum sum) {
        if (sum.terms().size() != 2) {
            return Optional.empty();
        }
        boolean numberFirst = sum.terms().get(0).isNumber();
        Term first = sum.terms().get(numberFirst ? 1 : 0);
        Term second = sum.terms().get(numberFirst ? 0 : 1);
        Map<Expression, Integer> common = new LinkedHashMap<>();
        first.powers().forEach((factor, power) -> {
            int least = Math.min(power, second.power(factor));
            if (least != 0 && Integer.signum(power) == Integer.signum(second.power(factor))) {
                common.put(factor, power > 0 ? least : Math.max(power, second.power(factor)));
            }
        });
        Term factor = new Term(first.coefficient(), common, Exponent.NONE);
        if (factor.equals(Term.number(Rational.ONE))) {
            return Optional.empty();
        }
        Optional<Expression> left = first.over(factor).flatMap(this::exact);
        Optional<Expression> right = second.over(factor).flatMap(this::exact);
        return left.flatMap(l -> right.map(r -> sums.expression(factor).times(l.plus(r))));
    }

    /** A number, or a name that is given, perhaps with a minus. */
    private Optional<Expression> exact(Term term) {
        if (term.isNumber()) {
            return Optional.of(Expression.number(term.coefficient().value()));
        }
        boolean name = term.powers().size() == 1
                && term.exponent().isNone()
                && term.powers().values().iterator().next() == 1
                && term.powers().keySet().iterator().next() instanceof Expression.Name;
        Expression factor = name ? term.powers().keySet().iterator().next() : Expression.number(0);
        boolean given = factor instanceof Expression.Name each
                && names.formula(each.name()).isEmpty()
                && !sums.isFactor(each.name());
        boolean plus = term.coefficient().equals(Rational.ONE);
        boolean minus = term.coefficient().negated().equals(Rational.ONE);
        return given && (plus || minus)
                ? Optional.of(plus ? factor : new Expression.Negation(factor))
                : Optional.empty();
    }
}
