package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Pow;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Writes every quotient anew in which something {@linkplain ExponentialCancellation cancels}, also across auxiliary names. */
final class CancelledQuotients implements Rewriting {
    private final Names names;
    private final TermSums sums;
    private final ExpressionBounds bounds;
    private final Set<String> poles = new HashSet<>();
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    CancelledQuotients(Names names) {
        this.names = names;
        this.sums = new TermSums();
        this.bounds = new ExpressionBounds(names);
    }

    @Override
    public void define(String name, Expression formula, Expression rewritten) {
        names.define(name, rewritten);
        sums.define(name, rewritten);
        bounds.define(name, rewritten);
        if (Quotient.of(rewritten, names, poles::contains).divisors().stream().anyMatch(bounds::mayVanish)) {
            poles.add(name);
        }
    }

    @Override
    public Expression rewritten(Expression formula) {
        return cancelled(withPowers(formula));
    }

    /** What {@code pow} writes, with the operator: a divisor may hide in it. */
    private static Expression withPowers(Expression formula) {
        Expression inner = formula.withParts(CancelledQuotients::withPowers);
        return inner instanceof Expression.Call call && call.function() instanceof Pow
                ? new Expression.Operation(
                        Operator.POWER,
                        call.arguments().get(0),
                        call.arguments().get(1))
                : inner;
    }

    private Expression cancelled(Expression formula) {
        Expression known = done.get(formula);
        if (known == null) {
            known = Quotient.isOne(formula) ? product(formula) : formula.withParts(this::cancelled);
            done.put(formula, known);
        }
        return known;
    }

    private Expression product(Expression formula) {
        return ExponentialCancellation.of(Quotient.of(formula, names, poles::contains), names, sums)
                .map(rest -> rest.map(this::cancelled).expression())
                .orElseGet(() -> Quotient.withFactors(formula, this::cancelled));
    }
}
