package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Interval;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Bounds;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comparisons and choices as arithmetic, without branches, so that loops over lanes vectorise. A comparison is the sign of a
 * difference, blown up and cut off at 0 and 1: exactly 0 or 1, however close the operands, since floating-point subtraction
 * of different numbers is never 0.
 */
final class Conditions {
    /** A number that a model means to compute is finite to this power. */
    private static final int MOST_GROWTH = 8;

    /** A number that grows no faster stays finite when it is lifted, see {@link Rounding#lift}. */
    private static final int SMALL_GROWTH = 3;

    private static final int UNBOUNDED = 1000;

    private final ValueGraph graph;
    private final Rounding rounding;
    private final Bounds bounds;
    private final Set<Value> truths = new HashSet<>();
    private final Map<Value, Boolean> mayBeNoNumber = new HashMap<>();
    private final Map<Value, Integer> growth = new HashMap<>();
    private final Map<Value, Boolean> usesTime = new HashMap<>();

    /** @param bounds of every value */
    Conditions(ValueGraph graph, Rounding rounding, Bounds bounds) {
        this.graph = graph;
        this.rounding = rounding;
        this.bounds = bounds;
    }

    /** 1 where the comparison holds, 0 where not. */
    Value compare(Operator comparison, Value left, Value right) {
        Value truth = switch (comparison) {
            case OR -> not(graph.multiply(not(truth(left)), not(truth(right))));
            case AND -> graph.multiply(truth(left), truth(right));
            case LESS -> less(left, right);
            case LESS_OR_EQUAL -> not(less(right, left));
            case GREATER -> less(right, left);
            case GREATER_OR_EQUAL -> not(less(left, right));
            case EQUAL ->
                isTruth(left) && right.isConstant(0) ? not(left) : not(graph.add(less(left, right), less(right, left)));
            case NOT_EQUAL -> graph.add(less(left, right), less(right, left));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
                throw new IllegalArgumentException(comparison + " is not a comparison");
        };
        truths.add(truth);
        return truth;
    }

    /**
     * {@code a} where {@code condition} is not 0, {@code b} where it is. Both are computed. If neither can be NaN for finite
     * values, the one that is not chosen is clamped to 0, even if infinite; otherwise a separate loop chooses.
     */
    Value where(Value condition, Value a, Value b) {
        if (condition.isConstant()) {
            return condition.constant() != 0 ? a : b;
        }
        Value chosen = truth(condition);
        if (mayBeNoNumber(a) || mayBeNoNumber(b)) {
            return graph.apply(Operation.SELECT, List.of(chosen, a, b));
        }
        if (isSumWith(b, a)) {
            return graph.add(b, kept(rest(a, b), chosen));
        }
        if (isSumWith(a, b)) {
            return graph.add(a, kept(rest(b, a), not(chosen)));
        }
        return graph.add(kept(a, chosen), kept(b, not(chosen)));
    }

    /** Whether {@code sum} adds a number to {@code term} that is the same in all steps. */
    private boolean isSumWith(Value term, Value sum) {
        return sum.operation() == Operation.ADD
                && (sum.left().equals(term) || sum.right().equals(term))
                && isHarmless(rest(sum, term));
    }

    private static Value rest(Value sum, Value term) {
        return sum.left().equals(term) ? sum.right() : sum.left();
    }

    /** 0 if the condition is 1, 1 if it is 0. */
    Value not(Value truth) {
        boolean isOpposite =
                truth.operation() == Operation.SUBTRACT && truth.left().isConstant(1) && isTruth(truth.right());
        if (isOpposite) {
            return truth.right();
        }
        Value opposite = graph.subtract(graph.constant(1), truth);
        truths.add(opposite);
        return opposite;
    }

    /** 1 where {@code left < right}, 0 where not. */
    Value less(Value left, Value right) {
        Value difference = graph.subtract(right, left);
        Value large = blowUp(difference.dependence());
        boolean small = growth(left) <= SMALL_GROWTH && growth(right) <= SMALL_GROWTH;
        Value positive = small && difference.isPerLane() && !usesTime(difference)
                ? twicePositive(graph.multiply(difference, graph.constant(rounding.lift())))
                : max(graph.multiply(difference, large), 0);
        // In two steps, unless a single factor lifts the smallest difference above 1.
        boolean once = isNotTiny(left) || isNotTiny(right);
        Value truth = min(once ? positive : graph.multiply(positive, large), 1);
        truths.add(truth);
        return truth;
    }

    /** Twice a finite value if it is positive, 0 if not. A maximum costs six instructions, this two. */
    private Value twicePositive(Value value) {
        return graph.add(value, graph.apply(Operation.ABS, List.of(value)));
    }

    /** Whether it may be computed in another precision than the kernel's, see {@link DoubleTime}. */
    private boolean usesTime(Value value) {
        Boolean known = usesTime.get(value);
        if (known == null) {
            known = Symbols.isTime(value)
                    || Symbols.isStart(value)
                    || value.arguments().stream().anyMatch(this::usesTime);
            usesTime.put(value, known);
        }
        return known;
    }

    /** Whether all numbers nearest to it differ from it by so much that {@code lift} and {@code blowUp} lift that above 1. */
    private boolean isNotTiny(Value value) {
        return value.isConstant() && Math.abs(value.constant()) > 1 / Math.sqrt(rounding.blowUp());
    }

    /** {@code value} where {@code truth} is 1, 0 where it is 0. */
    private Value kept(Value value, Value truth) {
        if (isHarmless(value)) {
            return graph.multiply(value, truth);
        }
        Value large = blowUp(truth.dependence());
        // Infinite where true: a limit without effect.
        Value limit = graph.multiply(max(graph.multiply(truth, large), 0), large);
        Value low = graph.apply(Operation.MAX, List.of(value, graph.negate(limit)));
        return graph.apply(Operation.MIN, List.of(low, limit));
    }

    /** What depends on the time alone is computed in double whatever the precision, see {@link DoubleTime}. */
    private Value blowUp(Dependence dependence) {
        boolean inDouble = dependence == Dependence.TIME;
        return graph.constant((inDouble ? Rounding.of(Precision.DOUBLE) : rounding).blowUp());
    }

    private Value max(Value value, double bound) {
        return value.isConstant()
                ? graph.constant(Math.max(value.constant(), bound))
                : graph.apply(Operation.MAX, List.of(value, graph.constant(bound)));
    }

    private Value min(Value value, double bound) {
        return value.isConstant()
                ? graph.constant(Math.min(value.constant(), bound))
                : graph.apply(Operation.MIN, List.of(value, graph.constant(bound)));
    }

    /** 1 if {@code value} is not 0, 0 if it is. */
    Value truth(Value value) {
        return isTruth(value) ? value : compare(Operator.NOT_EQUAL, value, graph.constant(0));
    }

    /** Whether a value is known to be 0 or 1: made by {@link #compare}, or a product of such. */
    private boolean isTruth(Value value) {
        return truths.contains(value)
                || (value.operation() == Operation.MULTIPLY && isTruth(value.left()) && isTruth(value.right()));
    }

    private boolean mayVanish(Value value) {
        Interval interval = bounds.of(value);
        return interval.low() <= 0 && interval.high() >= 0;
    }

    /** Whether 0 times it is 0 wherever the step is good. */
    private boolean isHarmless(Value value) {
        return growth(value) <= MOST_GROWTH;
    }

    /**
     * With which power a value grows with what it depends on; {@link #UNBOUNDED} if it may be infinite where that is small. An exponential
     * is a polynomial of a large degree here.
     */
    private int growth(Value value) {
        Integer known = growth.get(value);
        if (known == null) {
            int largest =
                    value.arguments().stream().mapToInt(this::growth).max().orElse(value.isConstant() ? 0 : 1);
            known = switch (value.operation()) {
                case CONSTANT -> Double.isFinite(value.constant()) ? 0 : UNBOUNDED;
                case MULTIPLY -> growth(value.left()) + growth(value.right());
                case FMA ->
                    Math.max(
                            growth(value.left()) + growth(value.right()),
                            growth(value.arguments().get(2)));
                case DIVIDE -> mayVanish(value.right()) ? UNBOUNDED : largest;
                case SQRT, CALL, PARTIAL_CALL -> UNBOUNDED;
                case SYMBOL, ADD, SUBTRACT, NEGATE, ABS, MIN, MAX, FLOOR, SELECT, ROUND, WIDEN -> largest;
            };
            known = Math.min(known, UNBOUNDED);
            growth.put(value, known);
        }
        return known;
    }

    /** Whether finite values can make it NaN: 0/0, or a root or logarithm of a negative number. */
    private boolean mayBeNoNumber(Value value) {
        Boolean known = mayBeNoNumber.get(value);
        if (known == null) {
            known = switch (value.operation()) {
                case DIVIDE -> mayVanish(value.left()) && mayVanish(value.right());
                case SQRT, PARTIAL_CALL -> true;
                case CONSTANT,
                        SYMBOL,
                        ADD,
                        SUBTRACT,
                        MULTIPLY,
                        NEGATE,
                        ABS,
                        MIN,
                        MAX,
                        FLOOR,
                        FMA,
                        CALL,
                        SELECT,
                        ROUND,
                        WIDEN -> false;
            };
            for (Value argument : value.arguments()) {
                known |= mayBeNoNumber(argument);
            }
            mayBeNoNumber.put(value, known);
        }
        return known;
    }
}
