package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds sums that have a variable of their own, as {@code x_inf - x} in {@code (x_inf - x)/tau}: they do not vanish because {@code tau} does, which x is no
 * part of.
 */
final class OwnVariables {
    private final Names names;
    private final ExpressionBounds bounds;

    OwnVariables(Names names, ExpressionBounds bounds) {
        this.names = names;
        this.bounds = bounds;
    }

    /**
     * Whether {@code sum} is f + r, with a variable x in f that is neither in r nor in {@code divisors}; and f is x times what is not 0, or has no variable
     * of theirs.
     */
    boolean has(Expression sum, List<Expression> divisors) {
        List<Expression> summands = new ArrayList<>();
        collect(sum, summands);
        List<Set<String>> of = summands.stream().map(names::reached).toList();
        Set<String> elsewhere = new HashSet<>();
        divisors.forEach(divisor -> elsewhere.addAll(names.reached(divisor)));
        for (int k = 0; k < summands.size(); k++) {
            int own = k;
            boolean found = of.get(k).stream()
                    .filter(names::relaxes)
                    .filter(name -> !elsewhere.contains(name) && isIn(name, of) == 1)
                    .anyMatch(name -> isMultiple(summands.get(own), name) || !isAnyIn(of.get(own), elsewhere));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static long isIn(String name, List<Set<String>> summands) {
        return summands.stream().filter(names -> names.contains(name)).count();
    }

    private boolean isAnyIn(Set<String> summand, Set<String> divisors) {
        return summand.stream().anyMatch(name -> divisors.contains(name) && names.changes(new Expression.Name(name)));
    }

    private void collect(Expression sum, List<Expression> summands) {
        names.count();
        if (sum instanceof Expression.Name name && names.formula(name.name()).isPresent()) {
            collect(names.formula(name.name()).orElseThrow(), summands);
        } else if (sum instanceof Expression.Negation negation) {
            collect(negation.operand(), summands);
        } else if (sum instanceof Expression.Operation operation
                && operation.operator().isSum()) {
            collect(operation.left(), summands);
            collect(operation.right(), summands);
        } else {
            summands.add(sum);
        }
    }

    /** Whether a term is a variable times what cannot be 0. */
    private boolean isMultiple(Expression term, String variable) {
        Quotient quotient = Quotient.of(term, names, name -> false);
        List<Expression> others = new ArrayList<>(quotient.factors());
        return others.remove(new Expression.Name(variable))
                && others.stream().noneMatch(bounds::mayVanish)
                && others.stream().noneMatch(other -> names.reached(other).contains(variable))
                && quotient.divisors().stream()
                        .noneMatch(divisor -> names.reached(divisor).contains(variable));
    }
}
