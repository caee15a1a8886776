package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cancels w in quotients that have w on one side and e^w − 1 on the other: w/(e^w − 1) is 1/exprel(w), which has a value at w = 0 and its digits nearby.
 * So are most rates of opening and closing of channels written.
 */
final class ExponentialCancellation {
    private final Names names;
    private final TermSums sums;
    private final List<Expression> factors;
    private final List<Expression> divisors;
    /** All numbers among factors and divisors, as one. */
    private Rational number = Rational.ONE;

    private ExponentialCancellation(Names names, TermSums sums, Quotient quotient) {
        this.names = names;
        this.sums = sums;
        this.factors = new ArrayList<>(quotient.factors());
        this.divisors = new ArrayList<>(quotient.divisors());
    }

    /** The same quotient without what could be cancelled; empty if nothing could. */
    static Optional<Quotient> of(Quotient quotient, Names names, TermSums sums) {
        return new ExponentialCancellation(names, sums, quotient).result();
    }

    private Optional<Quotient> result() {
        boolean cancelled = cancel(divisors, factors);
        cancelled |= cancel(factors, divisors);
        if (!cancelled || !gatherNumbers()) {
            return Optional.empty();
        }
        if (!number.equals(Rational.ONE) || factors.isEmpty()) {
            factors.add(0, Expression.number(number.value()));
        }
        return Optional.of(new Quotient(factors, divisors));
    }

    /** Cancels what it can of each difference on one side with something on the other. */
    private boolean cancel(List<Expression> side, List<Expression> other) {
        boolean cancelled = false;
        for (int k = 0; k < side.size(); k++) {
            Optional<ExponentialDifference> found = ExponentialDifference.of(sums.of(side.get(k)));
            if (found.isEmpty()) {
                continue;
            }
            ExponentialDifference difference = found.get();
            TermSum exponent = difference.exponent().value();
            if (cancelSum(other, exponent) || cancelDifference(other, exponent) || cancelTerms(other, exponent)) {
                side.set(k, difference.exprel());
                add(side, difference.factor());
                cancelled = true;
            }
        }
        return cancelled;
    }

    /** Divides one of {@code list} by {@code exponent}, if it is a sum of as many terms, term by term. */
    private boolean cancelSum(List<Expression> list, TermSum exponent) {
        for (int k = 0; k < list.size() && exponent.terms().size() > 1; k++) {
            Optional<Term> ratio = sums.of(list.get(k)).ratio(exponent);
            if (ratio.isPresent()) {
                list.remove(k);
                add(list, ratio.get());
                return true;
            }
        }
        return false;
    }

    /** The number apart: it is gathered with others. */
    private void add(List<Expression> list, Term term) {
        list.add(Expression.number(term.coefficient().value()));
        Term rest = new Term(Rational.ONE, term.powers(), term.exponent());
        if (!rest.isNumber()) {
            list.add(sums.expression(rest));
        }
    }

    /** The same for e^(ratio · w) − 1: what is left is ratio · exprel(ratio · w). */
    private boolean cancelDifference(List<Expression> list, TermSum exponent) {
        for (int k = 0; k < list.size(); k++) {
            Optional<ExponentialDifference> found = ExponentialDifference.of(sums.of(list.get(k)));
            Optional<Term> ratio = found.flatMap(f -> f.exponent().value().ratio(exponent));
            if (ratio.filter(r -> cancels(exponent, r)).isPresent()) {
                list.set(k, found.get().exprel());
                add(list, found.get().factor());
                add(list, ratio.get());
                return true;
            }
        }
        return false;
    }

    /** Divides all single terms together by an exponent that is one, if that takes the state out of it. */
    private boolean cancelTerms(List<Expression> list, TermSum exponent) {
        Optional<Term> divisor = exponent.single();
        List<Expression> single = new ArrayList<>();
        Optional<Term> product = divisor.map(d -> Term.number(Rational.ONE));
        for (Expression factor : list) {
            Optional<Term> term = sums.of(factor).single();
            if (term.isPresent()) {
                single.add(factor);
                product = product.flatMap(p -> p.times(term.get()));
            }
        }
        Optional<Term> ratio =
                product.flatMap(p -> p.over(divisor.orElseThrow())).filter(r -> cancels(exponent, r));
        ratio.ifPresent(r -> {
            list.removeIf(factor -> single.stream().anyMatch(s -> s == factor));
            add(list, r);
        });
        return ratio.isPresent();
    }

    /** Whether what is {@code ratio} times {@code exponent} has something in common with it that can be 0. */
    private boolean cancels(TermSum exponent, Term ratio) {
        if (exponent.single().isEmpty()) {
            return true;
        }
        Term term = exponent.single().get();
        Set<Expression> numerator = new HashSet<>(term.powers().keySet());
        numerator.removeIf(factor -> term.power(factor) < 0);
        boolean anyChanges = numerator.stream().anyMatch(names::changes);
        return numerator.stream()
                .filter(factor -> names.changes(factor) || !anyChanges)
                .anyMatch(factor -> ratio.power(factor) >= 0);
    }

    /** Whether all numbers could be gathered into one. */
    private boolean gatherNumbers() {
        Optional<Rational> above = gathered(factors);
        Optional<Rational> below = gathered(divisors);
        Optional<Rational> both = below.filter(b -> !b.isZero()).flatMap(b -> above.flatMap(a -> a.over(b)));
        both.ifPresent(value -> number = value);
        return both.isPresent();
    }

    private Optional<Rational> gathered(List<Expression> list) {
        Optional<Rational> product = Optional.of(Rational.ONE);
        List<Expression> rest = new ArrayList<>();
        for (Expression factor : list) {
            TermSum sum = sums.of(factor);
            Optional<Term> single = sum.single().filter(Term::isNumber);
            if (single.isPresent()) {
                product = product.flatMap(p -> p.times(single.get().coefficient()));
            } else {
                rest.add(factor);
            }
        }
        list.clear();
        list.addAll(rest);
        return product;
    }
}
