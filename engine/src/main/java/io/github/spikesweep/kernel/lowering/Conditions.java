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
    private final ValueGraph graph;
    private final Rounding rounding;
    private final Bounds bounds;
    private final Set<Value> truths = new HashSet<>();
    private final Map<Value, Boolean> mayBeNoNumber = new HashMap<>();

    /** @param bounds of every value */
    Conditions(ValueGraph graph, Rounding rounding, Bounds bounds) {
        this.graph = graph;
        this.rounding = rounding;
        this.bounds = bounds;
    }

    /** 1 where the comparison holds, 0 where not. */
    Value compare(Operator comparison, Value left, Value right) {
        Value truth = switch (comparison) {
            case OR -> graph.apply(Operation.MAX, List.of(truth(left), truth(right)));
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
        return graph.add(kept(a, chosen), kept(b, not(chosen)));
    }

    /** 0 if the condition is 1, 1 if it is 0. */
    Value not(Value truth) {
        Value opposite = graph.subtract(graph.constant(1), truth);
        truths.add(opposite);
        return opposite;
    }

    /** 1 where {@code left < right}, 0 where not. */
    Value less(Value left, Value right) {
        Value large = blowUp(left.dependence().and(right.dependence()));
        Value positive = max(graph.multiply(graph.subtract(right, left), large), 0);
        // In two steps, since no single factor lifts the smallest difference above 1.
        return min(graph.multiply(positive, large), 1);
    }

    /** {@code value} where {@code truth} is 1, 0 where it is 0. */
    private Value kept(Value value, Value truth) {
        if (value.isConstant()) {
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
