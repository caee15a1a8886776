package io.github.spikesweep.kernel.quotient;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Signature;
import io.github.spikesweep.equation.function.Abs;
import io.github.spikesweep.equation.function.Sqrt;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What expressions lie between in every valid state, whatever the parameters, and whether they can be 0. */
final class ExpressionBounds {
    /** What stays of a sum that is far from 0, as a share of its terms. */
    private static final double FAR = 0.01;
    /** The same of a sum that may have lost its digits: a time constant of 43.4 − 42.6/(1 + e^w) has not. */
    private static final double NEAR = 0.001;

    private static final Interval TRUTH = new Interval(0, 1);

    private final Names names;
    private final IdentityHashMap<Expression, Interval> known = new IdentityHashMap<>();
    private final Map<String, Interval> formulas = new HashMap<>();
    private final Map<String, Boolean> vanishing = new HashMap<>();

    ExpressionBounds(Names names) {
        this.names = names;
    }

    /** To be told of every auxiliary name in turn. */
    void define(String name, Expression formula) {
        formulas.put(name, of(formula));
        vanishing.put(name, mayVanish(formula));
    }

    Interval of(Expression expression) {
        Interval bounds = known.get(expression);
        if (bounds == null) {
            bounds = bounds(expression);
            known.put(expression, bounds);
        }
        return bounds;
    }

    /** Whether a value can be 0: not, for example, a sum of exponentials, though its bounds include 0. */
    boolean mayVanish(Expression expression) {
        if (expression instanceof Expression.Name name && vanishing.containsKey(name.name())) {
            return vanishing.get(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return mayVanish(negation.operand());
        }
        if (expression instanceof Expression.Call call && isPositive(call.function())) {
            return false;
        }
        if (expression instanceof Expression.Call call
                && (call.function() instanceof Abs || call.function() instanceof Sqrt)) {
            return mayVanish(call.arguments().get(0));
        }
        return expression instanceof Expression.Operation operation
                ? mayVanish(operation)
                : of(expression).contains(0);
    }

    private boolean mayVanish(Expression.Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case ADD -> isNearZero(operation) && !isOneSigned(left, right, of(right));
            case SUBTRACT ->
                isNearZero(operation) && !isOneSigned(left, right, of(right).negated());
            case MULTIPLY -> mayVanish(left) || mayVanish(right);
            case DIVIDE, POWER -> mayVanish(left);
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
        };
    }

    /** Whether a sum does not vanish since its terms have one sign and one of them does not. */
    private boolean isOneSigned(Expression left, Expression right, Interval added) {
        return haveOneSign(of(left), added) && !(mayVanish(left) && mayVanish(right));
    }

    /** Whether the bounds of a sum have 0 in them, or come so near to it, by terms that cancel, that rounding decides. */
    private boolean isNearZero(Expression.Operation sum) {
        return of(sum).contains(0) || (Double.isFinite(terms(sum)) && !isMore(sum, NEAR));
    }

    /** Whether what is left of a sum is always a good share of its terms. */
    boolean isFar(Expression.Operation sum) {
        return isMore(sum, FAR);
    }

    private boolean isMore(Expression.Operation sum, double share) {
        return of(sum).size().low() > share * terms(sum);
    }

    private double terms(Expression.Operation sum) {
        return of(sum.left()).size().high() + of(sum.right()).size().high();
    }

    /** Whether values that lie between these do not cancel in their sum. */
    static boolean haveOneSign(Interval a, Interval b) {
        return (a.low() >= 0 && b.low() >= 0) || (a.high() <= 0 && b.high() <= 0);
    }

    /** Whether a function of numbers is above 0 everywhere, as exponentials are. */
    static boolean isPositive(Function function) {
        Signature signature = function.signature();
        return signature.units() == Signature.Units.NUMBERS
                && function.bounds(Collections.nCopies(signature.arity(), Interval.ANY))
                                .low()
                        >= 0;
    }

    private Interval bounds(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Double.isNaN(literal.value()) ? Interval.ANY : Interval.of(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            Interval formula = formulas.get(name.name());
            return formula != null ? formula : names.given(name.name()).bounds();
        }
        if (expression instanceof Expression.Negation negation) {
            return of(negation.operand()).negated();
        }
        if (expression instanceof Expression.Operation operation) {
            return bounds(operation);
        }
        Expression.Call call = (Expression.Call) expression;
        List<Interval> arguments = call.arguments().stream().map(this::of).toList();
        Interval bounds = call.function().bounds(arguments);
        return Interval.checked(bounds.low(), bounds.high());
    }

    private Interval bounds(Expression.Operation operation) {
        Interval left = of(operation.left());
        Interval right = of(operation.right());
        return switch (operation.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.minus(right);
            case MULTIPLY -> operation.left().equals(operation.right()) ? left.square() : product(left, right);
            case DIVIDE -> product(left, inverse(right));
            case POWER -> power(left, operation.right());
            case OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> TRUTH;
        };
    }

    private static Interval power(Interval base, Expression exponent) {
        OptionalInt whole = TermSums.wholePower(exponent);
        if (whole.isEmpty()) {
            return base.low() >= 0 ? new Interval(0, Double.POSITIVE_INFINITY) : Interval.ANY;
        }
        int power = Math.abs(whole.getAsInt());
        Interval size = power % 2 == 0 ? base.size() : base;
        Interval positive = Interval.checked(StrictMath.pow(size.low(), power), StrictMath.pow(size.high(), power));
        return whole.getAsInt() < 0 ? inverse(positive) : positive;
    }

    private static Interval inverse(Interval x) {
        if (x.low() < 0 && x.high() > 0) {
            return Interval.ANY;
        }
        return x.low() >= 0
                ? Interval.checked(1 / Math.abs(x.high()), 1 / Math.abs(x.low()))
                : Interval.checked(-1 / Math.abs(x.high()), -1 / Math.abs(x.low()));
    }

    /** The product of finite values: 0 times whatever an open end stands for is 0. */
    private static Interval product(Interval a, Interval b) {
        double[] corners = {
            corner(a.low(), b.low()), corner(a.low(), b.high()), corner(a.high(), b.low()), corner(a.high(), b.high())
        };
        double low = Math.min(Math.min(corners[0], corners[1]), Math.min(corners[2], corners[3]));
        double high = Math.max(Math.max(corners[0], corners[1]), Math.max(corners[2], corners[3]));
        return new Interval(low, high);
    }

    private static double corner(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }
}
