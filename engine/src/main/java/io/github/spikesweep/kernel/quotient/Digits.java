package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Abs;
import io.github.spikesweep.equation.function.Max;
import io.github.spikesweep.equation.function.Min;
import io.github.spikesweep.kernel.graph.Rounding;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How many digits values have left: rounding errors are a fixed share of what a value is made from, which is much of the value itself where terms cancel.
 */
final class Digits {
    private final ExpressionBounds bounds;
    private final Rounding rounding;
    private final IdentityHashMap<Expression, Boolean> known = new IdentityHashMap<>();
    private final Map<String, Boolean> exact = new HashMap<>();
    private final Map<String, Boolean> accurate = new HashMap<>();

    Digits(ExpressionBounds bounds, Rounding rounding) {
        this.bounds = bounds;
        this.rounding = rounding;
    }

    /** To be told of every auxiliary name in turn. */
    void define(String name, Expression formula) {
        exact.put(name, isExact(formula));
        accurate.put(name, isAccurate(formula));
    }

    /** Whether the relative error of a value is that of a few roundings, also where it is near 0. */
    boolean isAccurate(Expression expression) {
        Boolean accurateBefore = known.get(expression);
        if (accurateBefore == null) {
            accurateBefore = accurate(expression);
            known.put(expression, accurateBefore);
        }
        return accurateBefore;
    }

    private boolean accurate(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return accurate.getOrDefault(name.name(), true);
        }
        if (expression instanceof Expression.Operation operation) {
            return switch (operation.operator()) {
                case ADD, SUBTRACT -> isAccurateSum(operation);
                case MULTIPLY, DIVIDE -> isAccurate(operation.left()) && isAccurate(operation.right());
                case POWER -> isAccurate(operation.left());
                case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            };
        }
        if (expression instanceof Expression.Call call) {
            return switch (call.function().signature().units()) {
                case NUMBERS -> ExpressionBounds.isPositive(call.function());
                case POWER -> isAccurate(call.arguments().get(0));
                case ROOT, KEPT -> call.arguments().stream().allMatch(this::isAccurate);
                case CHOSEN -> call.arguments().stream().skip(1).allMatch(this::isAccurate);
                case COMPARED -> true;
            };
        }
        return expression.parts().stream().allMatch(this::isAccurate);
    }

    private boolean isAccurateSum(Expression.Operation sum) {
        if (isExact(sum.left()) && isExact(sum.right())) {
            return true;
        }
        Interval left = bounds.of(sum.left());
        Interval right = bounds.of(sum.right());
        right = sum.operator() == Operator.ADD ? right : right.negated();
        if (bounds.isFar(sum)) {
            return true;
        }
        return ExpressionBounds.haveOneSign(left, right)
                && ((isAccurate(sum.left()) && isAccurate(sum.right())) || isBase(sum.left()) || isBase(sum.right()));
    }

    private boolean isBase(Expression term) {
        return isAccurate(term) && !bounds.mayVanish(term);
    }

    /** Whether it has no error at all. */
    private boolean isExact(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return exact.getOrDefault(name.name(), true);
        }
        return expression instanceof Expression.Literal
                || (expression instanceof Expression.Negation negation && isExact(negation.operand()));
    }

    /** The absolute value. */
    static Expression size(Expression expression) {
        return expression instanceof Expression.Literal literal
                ? Expression.number(Math.abs(literal.value()))
                : Expression.call(new Abs(), expression);
    }

    /**
     * What the error of a value is a share of.
     *
     * @param ofNames the same of auxiliary names
     */
    Expression terms(Expression expression, UnaryOperator<Expression> ofNames) {
        if (isExact(expression)) {
            return Expression.number(0);
        }
        if (isAccurate(expression)) {
            return size(expression);
        }
        if (expression instanceof Expression.Name name) {
            return ofNames.apply(name);
        }
        if (expression instanceof Expression.Operation operation) {
            return terms(operation, ofNames);
        }
        if (expression instanceof Expression.Negation negation) {
            return terms(negation.operand(), ofNames);
        }
        Expression.Call call = (Expression.Call) expression;
        if (call.function() instanceof Max || call.function() instanceof Min) {
            return Expression.call(new Max(), termsOfSide(call, 0, ofNames), termsOfSide(call, 1, ofNames));
        }
        Expression sum = size(call);
        List<Expression> x = call.arguments();
        for (int k = 0; k < x.size(); k++) {
            Expression terms = terms(x.get(k), ofNames);
            if (!terms.equals(Expression.number(0))) {
                sum = sum.plus(size(call.function().derivative(x, k)).times(terms));
            }
        }
        return sum;
    }

    /** What a side of a maximum or minimum adds to its error: less by as much as it is away from the side that is chosen. */
    private Expression termsOfSide(Expression.Call call, int side, UnaryOperator<Expression> ofNames) {
        Expression argument = call.arguments().get(side);
        Expression terms = terms(argument, ofNames);
        Expression share = Expression.number(rounding.lost() * rounding.tolerance());
        return terms.equals(Expression.number(0))
                ? terms
                : terms.minus(size(call.minus(argument)).over(share));
    }

    private Expression terms(Expression.Operation operation, UnaryOperator<Expression> ofNames) {
        Expression a = operation.left();
        Expression b = operation.right();
        Expression left = terms(a, ofNames);
        Expression right = terms(b, ofNames);
        Expression value = size(operation);
        return switch (operation.operator()) {
            case ADD, SUBTRACT -> left.plus(right).plus(value);
            case MULTIPLY -> left.times(size(b)).plus(right.times(size(a))).plus(value);
            case DIVIDE -> left.plus(right.times(value)).over(size(b)).plus(value);
            case POWER -> left.times(size(b)).times(power(size(a), b)).plus(value);
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> Expression.number(1);
        };
    }

    /** {@code base} to one less than {@code exponent}. */
    private static Expression power(Expression base, Expression exponent) {
        Expression less = TermSums.wholePower(exponent).isPresent()
                ? Expression.number(TermSums.wholePower(exponent).getAsInt() - 1)
                : exponent.minus(Expression.number(1));
        return new Expression.Operation(Operator.POWER, base, less);
    }

    /**
     * How large a value usually is, to tell by whether it is near 0.
     *
     * @param ofNames the same of auxiliary names
     */
    Expression usual(Expression expression, Names names, UnaryOperator<Expression> ofNames) {
        if (expression instanceof Expression.Name name) {
            if (names.formula(name.name()).isPresent()) {
                return ofNames.apply(name);
            }
            Names.Given given = names.given(name.name());
            Expression size = size(name);
            return given.changes() ? Expression.call(new Max(), size, Expression.number(given.scale())) : size;
        }
        List<Expression> usual = expression.parts().stream()
                .map(part -> usual(part, names, ofNames))
                .toList();
        if (expression instanceof Expression.Negation) {
            return usual.get(0);
        }
        if (expression instanceof Expression.Operation operation) {
            return switch (operation.operator()) {
                case ADD, SUBTRACT -> usual.get(0).plus(usual.get(1));
                case MULTIPLY -> usual.get(0).times(usual.get(1));
                case DIVIDE -> usual.get(0).over(size(operation.right()));
                case POWER -> new Expression.Operation(Operator.POWER, usual.get(0), operation.right());
                case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> Expression.number(1);
            };
        }
        return expression instanceof Expression.Call call ? usual(call, usual) : size(expression);
    }

    private static Expression usual(Expression.Call call, List<Expression> usual) {
        return switch (call.function().signature().units()) {
            case NUMBERS ->
                ExpressionBounds.isPositive(call.function())
                        ? call
                        : Expression.call(new Max(), size(call), Expression.number(1));
            case POWER ->
                Expression.call(call.function(), usual.get(0), call.arguments().get(1));
            case ROOT, KEPT -> new Expression.Call(call.function(), usual);
            case CHOSEN -> Expression.call(call.function(), call.arguments().get(0), usual.get(1), usual.get(2));
            case COMPARED -> Expression.number(1);
        };
    }
}
