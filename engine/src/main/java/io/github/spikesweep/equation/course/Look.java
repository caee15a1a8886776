package io.github.spikesweep.equation.course;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Exp;
import io.github.spikesweep.equation.function.Log;
import io.github.spikesweep.equation.function.Stimulus;
import io.github.spikesweep.equation.function.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at expressions over a span of time: whether something happens to one of them there. Something happens where a condition in it changes, where it
 * jumps or has a corner, and where it is no longer bent to the same side.
 */
public final class Look {
    /** The order of the highest derivative that is looked at. */
    private static final int CURVATURE = 2;

    private final Map<String, Course> constants;
    private final Map<String, Course> names;
    private final Partials partials;
    private final Expression time;
    private final double inside;
    private boolean calm = true;
    private long conditions;
    private long bends;

    Look(Map<String, Course> constants, Map<String, Course> names, Partials partials, Expression time, double inside) {
        this.constants = constants;
        this.names = names;
        this.partials = partials;
        this.time = time;
        this.inside = inside;
    }

    Course course(Expression expression) {
        return course(expression, names, CURVATURE);
    }

    /** Looks at an expression. */
    void at(Expression expression) {
        Interval curvature = course(expression).curvature();
        boolean bentUp = curvature.low() >= 0;
        boolean bentDown = curvature.high() <= 0;
        calm &= bentUp || bentDown;
        bends = 3 * bends + (bentUp ? 1 : 0) - (bentDown ? 1 : 0);
    }

    /** Whether nothing happens in the span, as far as bounds tell. */
    public boolean isCalm() {
        return calm;
    }

    /** How all conditions come out; of a span that is {@linkplain #isCalm calm}, or of a single time. */
    public long conditions() {
        return conditions;
    }

    /** The same, and to which side all expressions are bent. */
    public long signature() {
        return 31 * conditions + bends;
    }

    /** @param order that of the highest derivative that is asked for; higher ones are not to be used */
    private Course course(Expression expression, Map<String, Course> scope, int order) {
        if (expression instanceof Expression.Literal literal) {
            return Course.constant(Interval.of(literal.value()));
        }
        if (expression instanceof Expression.Name name) {
            Course known = scope.get(name.name());
            return known == null ? constants.get(name.name()) : known;
        }
        if (expression instanceof Expression.Negation negation) {
            return course(negation.operand(), scope, order).negated();
        }
        if (expression instanceof Expression.Operation operation) {
            Course left = course(operation.left(), scope, order);
            Course right = course(operation.right(), scope, order);
            return operation(operation, left, right, order);
        }
        Expression.Call call = (Expression.Call) expression;
        return call.function() instanceof Where ? where(call.arguments(), scope, order) : call(call, scope, order);
    }

    private Course operation(Expression.Operation operation, Course left, Course right, int order) {
        Operator operator = operation.operator();
        return switch (operator) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.plus(right.negated());
            case MULTIPLY -> left.equals(right) ? square(operation, left, right) : left.times(right);
            case DIVIDE -> left.times(right.power(-1));
            case POWER -> power(left, right, order);
            case OR -> decided(isNotZero(left.value()).max(isNotZero(right.value())));
            case AND -> decided(isNotZero(left.value()).min(isNotZero(right.value())));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                decided(truth(operator, left.value().minus(right.value())));
        };
    }

    private static Course square(Expression.Operation operation, Course left, Course right) {
        return operation.left().equals(operation.right()) ? left.power(2) : left.times(right);
    }

    private Course power(Course base, Course exponent, int order) {
        Interval value = exponent.value();
        if (value.low() == value.high()) {
            return base.power(value.low());
        }
        Course logarithm = applied(new Log(), List.of(base), order);
        return applied(new Exp(), List.of(exponent.times(logarithm)), order);
    }

    /** Whether a value is true, as far as its bounds tell. */
    private static Interval isNotZero(Interval value) {
        boolean isZero = value.low() == 0 && value.high() == 0;
        return !value.contains(0) ? Interval.of(1) : isZero ? Interval.of(0) : new Interval(0, 1);
    }

    /** How the comparison of a difference with 0 comes out: one number if that is sure. */
    private static Interval truth(Operator operator, Interval difference) {
        double low = operator.apply(difference.low(), 0);
        double high = operator.apply(difference.high(), 0);
        boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        boolean sure = ordered || !difference.contains(0) || difference.low() == difference.high();
        return sure && low == high ? Interval.of(low) : new Interval(0, 1);
    }

    /** What is constant between the times at which it jumps. */
    private Course decided(Interval value) {
        calm &= value.low() == value.high();
        conditions = 31 * conditions + Double.hashCode(value.low());
        return Course.constant(value);
    }

    private Course where(List<Expression> arguments, Map<String, Course> scope, int order) {
        Interval condition = course(arguments.get(0), scope, 0).value();
        boolean never = Course.isZero(condition);
        boolean sure = never || !condition.contains(0);
        decided(sure ? Interval.of(never ? 0 : 1) : new Interval(0, 1));
        if (sure) {
            return course(arguments.get(never ? 2 : 1), scope, order);
        }
        return course(arguments.get(1), scope, order).hull(course(arguments.get(2), scope, order));
    }

    private Course call(Expression.Call call, Map<String, Course> scope, int order) {
        List<Course> x = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            x.add(course(argument, scope, order));
        }
        if (call.function() instanceof Stimulus
                && call.arguments().get(0).equals(time)
                && partials.isStep(call.function())) {
            x.set(0, Course.constant(Interval.of(inside)));
        }
        return applied(call.function(), x, order);
    }

    /** By the chain rule: f' = Σ fᵢ xᵢ', f'' = Σ fᵢ' xᵢ' + fᵢ xᵢ''. */
    private Course applied(Function function, List<Course> x, int order) {
        Interval value = value(function, x);
        if (partials.isStep(function)) {
            return decided(value);
        }
        if (function instanceof Exp) {
            return x.get(0).exponential(value);
        }
        Course sum = Course.constant(value);
        if (order > 0) {
            Map<String, Course> scope = new HashMap<>();
            for (int i = 0; i < x.size(); i++) {
                scope.put(partials.argument(i), x.get(i));
            }
            for (int i = 0; i < x.size(); i++) {
                sum = sum.movedBy(course(partials.of(function).get(i), scope, order - 1), x.get(i));
            }
        }
        return sum;
    }

    /** At a single time without the room that bounds leave. */
    private static Interval value(Function function, List<Course> x) {
        List<Interval> bounds = new ArrayList<>();
        double[] values = new double[x.size()];
        boolean single = true;
        for (int i = 0; i < values.length; i++) {
            Interval each = x.get(i).value();
            bounds.add(each);
            values[i] = each.low();
            single &= each.low() == each.high();
        }
        return single ? Interval.of(function.apply(values)) : function.bounds(bounds);
    }
}
