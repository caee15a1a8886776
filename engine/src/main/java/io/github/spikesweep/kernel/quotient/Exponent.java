package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import java.util.Optional;

/**
 * The exponent of an exponential: equal to others of the same value, however they are written.
 *
 * @param value what it comes down to
 * @param written the same, put together from what the user wrote
 */
record Exponent(TermSum value, Expression written) {
    static final Exponent NONE = new Exponent(TermSum.ZERO, Expression.number(0));

    boolean isNone() {
        return value.isZero();
    }

    Exponent negated() {
        return isNone() ? this : new Exponent(value.negated(), negated(written));
    }

    Optional<Exponent> plus(Exponent other) {
        if (isNone() || other.isNone()) {
            return Optional.of(isNone() ? other : this);
        }
        return value.plus(other.value).map(sum -> sum.isZero() ? NONE : new Exponent(sum, written.plus(other.written)));
    }

    private static Expression negated(Expression expression) {
        return expression instanceof Expression.Negation negation
                ? negation.operand()
                : new Expression.Negation(expression);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exponent exponent && value.equals(exponent.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
