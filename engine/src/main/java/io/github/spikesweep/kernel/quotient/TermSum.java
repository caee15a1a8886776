package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A short sum of terms with exact coefficients, no two of which are alike: by it, two ways to write a formula are seen to be the same.
 *
 * <p>Sums are equal if they have the same terms, in whatever order.
 */
final class TermSum {
    /** No rate is longer; what is, is not looked into. */
    private static final int MOST_TERMS = 8;

    static final TermSum ZERO = new TermSum(List.of());

    private final List<Term> terms;
    /** Exponents have exponents: hashes are kept, or they would be made over and over again. */
    private final int hash;

    TermSum(List<Term> terms) {
        this.terms = List.copyOf(terms);
        this.hash = terms.stream().mapToInt(Term::hashCode).sum();
    }

    List<Term> terms() {
        return terms;
    }

    static TermSum of(Term term) {
        return new TermSum(List.of(term));
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** The one term; empty if there are more or none. */
    Optional<Term> single() {
        return terms.size() == 1 ? Optional.of(terms.get(0)) : Optional.empty();
    }

    TermSum negated() {
        return new TermSum(terms.stream().map(Term::negated).toList());
    }

    /** The sum; empty if it is too long. */
    Optional<TermSum> plus(TermSum other) {
        List<Term> sum = new ArrayList<>(terms);
        for (Term added : other.terms) {
            int like = 0;
            while (like < sum.size() && !sum.get(like).isLike(added)) {
                like++;
            }
            if (like == sum.size()) {
                sum.add(added);
                continue;
            }
            Term found = sum.get(like);
            Optional<Rational> coefficient = found.coefficient().plus(added.coefficient());
            if (coefficient.isEmpty()) {
                return Optional.empty();
            }
            if (coefficient.get().isZero()) {
                sum.remove(like);
            } else {
                sum.set(like, new Term(coefficient.get(), found.powers(), found.exponent()));
            }
        }
        return sum.size() > MOST_TERMS ? Optional.empty() : Optional.of(new TermSum(sum));
    }

    Optional<TermSum> times(TermSum other) {
        Optional<TermSum> product = Optional.of(ZERO);
        for (Term term : other.terms) {
            product = product.flatMap(sum -> times(term).flatMap(sum::plus));
        }
        return product;
    }

    Optional<TermSum> times(Term factor) {
        Optional<TermSum> product = Optional.of(ZERO);
        for (Term term : terms) {
            product = product.flatMap(sum -> term.times(factor).flatMap(t -> sum.plus(of(t))));
        }
        return product;
    }

    /** The term that this is {@code divisor} times. */
    Optional<Term> ratio(TermSum divisor) {
        if (isZero() || terms.size() != divisor.terms.size()) {
            return Optional.empty();
        }
        return divisor.terms.stream()
                .flatMap(term -> terms.get(0).over(term).stream())
                .filter(ratio -> divisor.times(ratio).filter(this::equals).isPresent())
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof TermSum sum
                        && hash == sum.hash
                        && terms.size() == sum.terms.size()
                        && sum.terms.containsAll(terms));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
