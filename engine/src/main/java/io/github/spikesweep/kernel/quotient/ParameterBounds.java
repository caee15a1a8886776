package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Max;
import io.github.spikesweep.equation.function.Min;
import io.github.spikesweep.equation.function.Sqrt;
import io.github.spikesweep.equation.function.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What values lie between in every valid state, given the parameters: a time constant {@code max((1 - x)/k, lowest)} is never below {@code lowest}, which
 * keeps it from 0 if it is positive.
 */
final class ParameterBounds {
    /** Larger ends are not looked into: each end of a product has both ends of its factor in it. */
    private static final int LARGEST_END = 100;

    /**
     * Two expressions over parameters.
     *
     * @param low no larger than the value
     * @param high no smaller
     */
    record Ends(Expression low, Expression high) {}

    /** The name that the lower end of what a name stands for has in formulas. */
    static final String LOW = ".low ";
    /** The same of the upper end. */
    static final String HIGH = ".high ";

    private final Names names;
    private final ExpressionBounds bounds;
    private final double infinite;
    private final Map<String, Ends> formulas = new HashMap<>();

    /** @param infinite what stands for infinity: times 0 it has to be 0 */
    ParameterBounds(Names names, ExpressionBounds bounds, double infinite) {
        this.names = names;
        this.bounds = bounds;
        this.infinite = infinite;
    }

    /** To be told of every auxiliary name in turn. */
    void define(String name, Expression formula) {
        formulas.put(name, of(formula));
    }

    /** The ends of what a name stands for, if they are more than numbers. */
    Optional<Ends> formula(String name) {
        return Optional.ofNullable(formulas.get(name)).filter(ends -> !(isNumber(ends.low()) && isNumber(ends.high())));
    }

    /** 1 where the parameters keep a value from 0, else 0; empty if they never do. */
    Optional<Expression> awayFromZero(Expression value) {
        Ends ends = of(value);
        if (isNumber(ends.low()) && isNumber(ends.high())) {
            return Optional.empty();
        }
        Expression above = Expression.number(0).lessThan(ends.low());
        Expression below = ends.high().lessThan(Expression.number(0));
        return Optional.of(Expression.call(new Max(), above, below));
    }

    private Ends of(Expression expression) {
        if (!names.changes(expression)) {
            return new Ends(expression, expression);
        }
        Ends ends = ends(expression);
        return isUseful(ends.low()) || isUseful(ends.high()) ? ends : numbers(expression);
    }

    private static boolean isUseful(Expression end) {
        return !isNumber(end)
                && end.size(LARGEST_END) < LARGEST_END
                && !end.names().isEmpty();
    }

    private Ends ends(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return formula(name.name())
                    .map(ends -> new Ends(named(LOW, name, ends.low()), named(HIGH, name, ends.high())))
                    .orElseGet(() -> numbers(expression));
        }
        if (expression instanceof Expression.Negation negation) {
            return negated(of(negation.operand()));
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation);
        }
        return expression instanceof Expression.Call call ? call(call) : numbers(expression);
    }

    private static Expression named(String end, Expression.Name name, Expression formula) {
        return isNumber(formula) ? formula : new Expression.Name(end + name.name());
    }

    private Ends operation(Expression.Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case ADD -> sum(of(left), of(right));
            case SUBTRACT -> sum(of(left), negated(of(right)));
            case MULTIPLY ->
                !names.changes(left)
                        ? multiple(of(right), left, Operator.MULTIPLY)
                        : !names.changes(right) ? multiple(of(left), right, Operator.MULTIPLY) : numbers(operation);
            case DIVIDE -> !names.changes(right) ? multiple(of(left), right, Operator.DIVIDE) : numbers(operation);
            case POWER, OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> numbers(operation);
        };
    }

    private Ends call(Expression.Call call) {
        List<Ends> of = call.arguments().stream().map(this::of).toList();
        if (call.function() instanceof Max || call.function() instanceof Min) {
            return new Ends(
                    Expression.call(call.function(), of.get(0).low(), of.get(1).low()),
                    Expression.call(call.function(), of.get(0).high(), of.get(1).high()));
        }
        if (call.function() instanceof Where) {
            return new Ends(
                    Expression.call(new Min(), of.get(1).low(), of.get(2).low()),
                    Expression.call(new Max(), of.get(1).high(), of.get(2).high()));
        }
        if (call.function() instanceof Sqrt) {
            Expression low = Expression.call(new Max(), of.get(0).low(), Expression.number(0));
            return new Ends(Expression.call(new Sqrt(), low), Expression.number(infinite));
        }
        return numbers(call);
    }

    private Ends sum(Ends a, Ends b) {
        return new Ends(sum(a.low(), b.low()), sum(a.high(), b.high()));
    }

    private Expression sum(Expression a, Expression b) {
        return isOpen(a) ? a : isOpen(b) ? b : a.plus(b);
    }

    private boolean isOpen(Expression end) {
        return end instanceof Expression.Literal literal && Math.abs(literal.value()) >= infinite;
    }

    private static Ends negated(Ends ends) {
        return new Ends(negated(ends.high()), negated(ends.low()));
    }

    private static Expression negated(Expression end) {
        return end instanceof Expression.Literal literal
                ? Expression.number(-literal.value())
                : new Expression.Negation(end);
    }

    /** What lies between ends, times or over a parameter of either sign. */
    private Ends multiple(Ends ends, Expression parameter, Operator operator) {
        if (isOpen(ends.low()) && isOpen(ends.high())) {
            return ends;
        }
        Expression low = multiple(ends.low(), parameter, operator);
        Expression high = multiple(ends.high(), parameter, operator);
        return new Ends(Expression.call(new Min(), low, high), Expression.call(new Max(), low, high));
    }

    private static Expression multiple(Expression end, Expression parameter, Operator operator) {
        return isNumber(end) && ((Expression.Literal) end).value() == 0
                ? end
                : new Expression.Operation(operator, end, parameter);
    }

    private Ends numbers(Expression expression) {
        Interval interval = bounds.of(expression);
        return new Ends(finite(interval.low()), finite(interval.high()));
    }

    private Expression finite(double end) {
        return Expression.number(Math.max(-infinite, Math.min(end, infinite)));
    }

    private static boolean isNumber(Expression end) {
        return end instanceof Expression.Literal;
    }
}
