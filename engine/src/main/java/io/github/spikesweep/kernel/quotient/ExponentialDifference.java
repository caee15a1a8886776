package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.equation.function.Exprel;
import java.util.Optional;

/**
 * {@code factor · (e^exponent − 1)}, in whatever way it is written. As {@code factor · w exprel(w)} it keeps its digits where w is near 0.
 *
 * @param exponent no mere number
 */
record ExponentialDifference(Term factor, Exponent exponent) {

    static Optional<ExponentialDifference> of(TermSum sum) {
        if (sum.terms().size() != 2) {
            return Optional.empty();
        }
        boolean plainFirst = sum.terms().get(0).exponent().isNone();
        Term exponential = sum.terms().get(plainFirst ? 1 : 0);
        Term factor = sum.terms().get(plainFirst ? 0 : 1).negated();
        return exponential
                .over(factor)
                .filter(power -> power.coefficient().equals(Rational.ONE)
                        && power.powers().isEmpty()
                        && !power.exponent().isNone()
                        && !power.exponent()
                                .value()
                                .single()
                                .filter(Term::isNumber)
                                .isPresent())
                .map(power -> new ExponentialDifference(factor, power.exponent()));
    }

    /** (e^w − 1)/w. */
    Expression exprel() {
        return Expression.call(new Exprel(), exponent.written());
    }
}
