package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.Rational;
import io.github.spikesweep.equation.function.Max;
import io.github.spikesweep.equation.function.Where;
import io.github.spikesweep.kernel.graph.Rounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes quotients no number where rounding has left too few digits of them: where terms cancel in a divisor, or in a factor while a divisor is near 0.
 * A neuron that gets there is diverged, and does not go on with a number that means nothing.
 */
final class LostDigits implements Rewriting {
    /** No name of a model begins with a dot. */
    static final String GOOD = ".good";

    private static final int MOST_DIVISORS = 16;

    private final Names names;
    private final Rounding rounding;
    private final ExpressionBounds bounds;
    private final Digits digits;
    private final ParameterBounds parameters;
    private final OwnVariables own;
    private final TermSums sums;
    private final BiConsumer<String, Expression> auxiliary;
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> poles = new HashSet<>();
    /** The divisors that may be near 0, of each term of what a name stands for. */
    private final Map<String, List<List<Expression>>> divisorsOf = new HashMap<>();

    private int conditions;

    /** @param auxiliary takes what is to be computed before the expression that is being guarded */
    LostDigits(Names names, Rounding rounding, BiConsumer<String, Expression> auxiliary) {
        this.names = names;
        this.rounding = rounding;
        this.bounds = new ExpressionBounds(names);
        this.digits = new Digits(bounds, rounding);
        this.parameters = new ParameterBounds(names, bounds, rounding.largestProduct());
        this.own = new OwnVariables(names, bounds);
        this.sums = new TermSums();
        this.auxiliary = auxiliary;
    }

    @Override
    public void define(String name, Expression formula, Expression rewritten) {
        names.define(name, formula);
        bounds.define(name, formula);
        digits.define(name, formula);
        parameters.define(name, formula);
        sums.define(name, formula);
        if (quotient(formula).divisors().stream().anyMatch(this::mayBeNear)) {
            poles.add(name);
        }
        List<List<Expression>> divisors = new ArrayList<>();
        collectDivisors(formula, divisors);
        divisorsOf.put(
                name,
                divisors.stream()
                        .filter(ofOne -> !ofOne.isEmpty())
                        .limit(MOST_DIVISORS)
                        .toList());
    }

    private Quotient quotient(Expression expression) {
        return Quotient.of(expression, names, poles::contains);
    }

    /** The same value, or none where its digits are lost. */
    @Override
    public Expression rewritten(Expression expression) {
        Expression guarded = done.get(expression);
        if (guarded == null) {
            guarded = Quotient.isOne(expression) ? product(expression) : sum(expression);
            done.put(expression, guarded);
        }
        return guarded;
    }

    private Expression product(Expression expression) {
        Quotient quotient = quotient(expression);
        Stream<Expression> divisors = quotient.divisors().stream().filter(names::changes);
        List<Expression> lost = new ArrayList<>(
                lost(Stream.concat(divisors, quotient.factors().stream().flatMap(LostDigits::base))));
        List<Expression> near =
                quotient.divisors().stream().filter(this::mayBeNear).toList();
        if (!near.isEmpty()) {
            Map<Boolean, List<Expression>> factors =
                    quotient.factors().stream().collect(Collectors.partitioningBy(factor -> own.has(factor, near)));
            factors.forEach((isOwn, some) -> lost(some.stream()).stream()
                    .reduce(LostDigits::or)
                    .ifPresent(any -> lost.add(any.times(isNear(near, nearness(isOwn))))));
        }
        if (lost.isEmpty()) {
            return Quotient.withFactors(expression, this::rewritten);
        }
        Expression good = good(lost);
        List<Expression> factors = guardedAll(quotient.factors(), good, expression);
        return new Quotient(factors, guardedAll(quotient.divisors(), good, expression)).expression();
    }

    private List<Expression> lost(Stream<Expression> values) {
        return values.flatMap(value -> lost(value).stream()).toList();
    }

    /** What a power whose exponent is no written whole number may divide by. */
    private static Stream<Expression> base(Expression factor) {
        boolean power = factor instanceof Expression.Operation operation
                && operation.operator() == Operator.POWER
                && !(operation.right() instanceof Expression.Literal);
        return power ? Stream.of(factor.parts().get(0)) : Stream.of();
    }

    /** 1 where nothing is lost, 0 where something is: 0/0 is then the value. */
    private Expression good(List<Expression> lost) {
        String name = GOOD + conditions++;
        auxiliary.accept(
                name,
                Expression.number(1).minus(lost.stream().reduce(LostDigits::or).orElseThrow()));
        return new Expression.Name(name);
    }

    /** @param whole what is guarded: a power that is not taken apart is a factor of itself */
    private List<Expression> guardedAll(List<Expression> factors, Expression good, Expression whole) {
        List<Expression> guarded = new ArrayList<>(factors.stream()
                .map(factor -> factor == whole ? factor.withParts(this::rewritten) : rewritten(factor))
                .toList());
        guarded.add(good);
        return guarded;
    }

    /** Sums of quotients whose divisors vanish together, such as 1/tanh(x) − 1/x. */
    private Expression sum(Expression expression) {
        Expression parts = withSummands(expression);
        List<List<Expression>> divisors = new ArrayList<>();
        collectDivisors(expression, divisors);
        Set<TermSum> found = new HashSet<>();
        boolean together = false;
        for (List<Expression> ofOne : divisors) {
            Set<TermSum> roots = new HashSet<>();
            ofOne.forEach(divisor -> collectRoots(divisor, roots));
            together |= !Collections.disjoint(found, roots);
            found.addAll(roots);
        }
        List<Expression> all = divisors.stream().flatMap(List::stream).toList();
        Optional<Expression> lost = together ? lost(expression) : Optional.empty();
        double nearness = nearness(lost.isPresent() && own.has(expression, all));
        Optional<Expression> near = divisors.stream()
                .filter(ofOne -> !ofOne.isEmpty())
                .map(ofOne -> isNear(ofOne, nearness))
                .reduce(LostDigits::or);
        if (lost.isEmpty() || near.isEmpty()) {
            return parts;
        }
        Expression good = good(List.of(lost.get().times(near.get())));
        return parts.times(good).over(good);
    }

    private Expression withSummands(Expression sum) {
        return isSum(sum)
                ? sum.withParts(part -> isSum(part) ? withSummands(part) : rewritten(part))
                : sum.withParts(this::rewritten);
    }

    private static boolean isSum(Expression expression) {
        return expression instanceof Expression.Operation operation
                && operation.operator().isSum();
    }

    /** The divisors that may be near 0, of each term of a sum. */
    private void collectDivisors(Expression term, List<List<Expression>> divisors) {
        if (isSum(term)) {
            term.parts().forEach(part -> collectDivisors(part, divisors));
        } else if (term instanceof Expression.Name name) {
            divisors.addAll(divisorsOf.getOrDefault(name.name(), List.of()));
        } else {
            divisors.add(
                    quotient(term).divisors().stream().filter(this::mayBeNear).toList());
        }
    }

    /** What a divisor is a multiple of, and what are multiples of it, up to a number. */
    private void collectRoots(Expression divisor, Set<TermSum> roots) {
        names.count();
        TermSum sum = sums.of(divisor);
        if (!sum.isZero()) {
            Rational first = sum.terms().get(0).coefficient();
            Rational.ONE
                    .over(first)
                    .flatMap(scale -> sum.times(Term.number(scale)))
                    .ifPresent(roots::add);
        }
        if (divisor instanceof Expression.Call call) {
            call.arguments().forEach(argument -> collectRoots(argument, roots));
        }
    }

    private boolean mayBeNear(Expression divisor) {
        return names.changes(divisor) && bounds.mayVanish(divisor);
    }

    /** Where too few digits of a value are left. */
    private Optional<Expression> lost(Expression value) {
        if (digits.isAccurate(value) || !bounds.mayVanish(value)) {
            return Optional.empty();
        }
        Expression terms = digits.terms(value, this::termsOf);
        return Optional.of(
                Digits.size(value).lessThan(Expression.number(rounding.lost()).times(terms)));
    }

    private Expression termsOf(Expression name) {
        return auxiliary("terms", name, formula -> digits.terms(formula, this::termsOf));
    }

    /** Below which share of their usual size divisors bring out errors: what does not vanish with them need only be larger than its error is then. */
    private double nearness(boolean isOwn) {
        return isOwn ? rounding.lost() * rounding.tolerance() : rounding.nearZero();
    }

    /** Where a product of divisors is so near 0 that it brings out the errors of what it divides. */
    private Expression isNear(List<Expression> divisors, double share) {
        Expression usual = divisors.stream().map(this::usual).reduce(Expression.number(share), Expression::times);
        return divisors.stream()
                .map(Digits::size)
                .reduce(Expression::times)
                .orElseThrow()
                .lessThan(usual);
    }

    /** How large a divisor usually is, as far as the parameters let it vanish. */
    private Expression usual(Expression divisor) {
        Expression usual = digits.usual(divisor, names, this::usualOf);
        return parameters
                .awayFromZero(divisor)
                .map(this::withEnds)
                .map(away -> Expression.call(new Where(), away, Digits.size(divisor), usual))
                .orElse(usual);
    }

    /** Defines the ends of auxiliary names that are used. */
    private Expression withEnds(Expression expression) {
        for (String used : expression.names()) {
            ends(used);
        }
        return expression;
    }

    private void ends(String name) {
        boolean low = name.startsWith(ParameterBounds.LOW);
        if ((low || name.startsWith(ParameterBounds.HIGH)) && known.add(name)) {
            String of = name.substring((low ? ParameterBounds.LOW : ParameterBounds.HIGH).length());
            ParameterBounds.Ends ends = parameters.formula(of).orElseThrow();
            auxiliary.accept(name, withEnds(low ? ends.low() : ends.high()));
        }
    }

    private Expression usualOf(Expression name) {
        return auxiliary("usual", name, formula -> digits.usual(formula, names, this::usualOf));
    }

    /** What is made of the formula of a name, under a name of its own. */
    private Expression auxiliary(String kind, Expression of, UnaryOperator<Expression> made) {
        String prefix = "." + kind + " ";
        String wanted = ((Expression.Name) of).name();
        List<String> needed = known.contains(prefix + wanted) ? List.of() : names.within(wanted);
        for (String name : needed) {
            if (known.add(prefix + name)) {
                auxiliary.accept(prefix + name, made.apply(names.formula(name).orElseThrow()));
            }
        }
        return new Expression.Name(prefix + wanted);
    }

    private static Expression or(Expression a, Expression b) {
        return Expression.call(new Max(), a, b);
    }
}
