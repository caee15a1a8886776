package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Ceil;
import io.github.spikesweep.equation.function.Floor;
import io.github.spikesweep.equation.function.Mod;
import io.github.spikesweep.equation.function.Pulse;
import io.github.spikesweep.equation.function.Pulses;
import io.github.spikesweep.equation.function.Round;
import io.github.spikesweep.equation.function.Sign;
import io.github.spikesweep.equation.function.Where;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an expression makes of what jumps with the time: pulses, and conditions on the time.
 *
 * @param degree 0 without jumps; 1 if it is a sum of pulses, each times something that does not jump: then its mean over a step is that of the
 *     pulses; 2 if it is anything else, whose mean is not
 * @param isTimed whether it depends on the time
 * @param isStateful whether it depends on variables
 */
record JumpUse(int degree, boolean isTimed, boolean isStateful) {
    static final JumpUse CONSTANT = new JumpUse(0, false, false);
    static final JumpUse TIME = new JumpUse(0, true, false);
    static final JumpUse STATE = new JumpUse(0, false, true);

    /**
     * @param names what the names mean; those that are not in it are constants
     * @param isMap in a map the time is a whole number, which conditions compare as it is
     */
    static JumpUse of(Expression expression, Map<String, JumpUse> names, boolean isMap) {
        if (expression instanceof Expression.Name name) {
            return names.getOrDefault(name.name(), CONSTANT);
        }
        List<JumpUse> parts = new ArrayList<>();
        JumpUse all = CONSTANT;
        for (Expression part : expression.parts()) {
            JumpUse use = of(part, names, isMap);
            parts.add(use);
            all = new JumpUse(
                    Math.max(all.degree, use.degree), all.isTimed || use.isTimed, all.isStateful || use.isStateful);
        }
        int degree = all.degree;
        if (expression instanceof Expression.Operation operation) {
            degree = operation.operator().isComparison() && all.isTold() && !isMap
                    ? 2
                    : degree(operation.operator(), parts.get(0).degree, parts.get(1).degree);
        } else if (expression instanceof Expression.Call call) {
            degree = degree(call, parts, all, isMap);
        }
        return new JumpUse(Math.min(degree, 2), all.isTimed, all.isStateful);
    }

    /** The same of a mean over the step, of which nothing is left but a part of the step. */
    JumpUse averaged() {
        return new JumpUse(Math.min(degree, 1), isTimed, isStateful);
    }

    /** Whether it changes with the time alone. */
    private boolean isTold() {
        return isTimed && !isStateful;
    }

    private static int degree(Operator operator, int left, int right) {
        return switch (operator) {
            case ADD, SUBTRACT -> Math.max(left, right);
            case MULTIPLY -> left + right;
            case DIVIDE -> left + 2 * right;
            case POWER, OR, AND, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                2 * Math.max(left, right);
        };
    }

    /** Whether a function jumps from one value to another; those that call {@code floor} do. */
    private static boolean isStep(Function function) {
        return function instanceof Floor
                || function instanceof Ceil
                || function instanceof Round
                || function instanceof Mod
                || function instanceof Sign;
    }

    private static int degree(Expression.Call call, List<JumpUse> parts, JumpUse all, boolean isMap) {
        int largest = all.degree;
        JumpUse first = parts.get(0);
        if (isStep(call.function()) && all.isTold() && !isMap) {
            return 2;
        }
        if (call.function() instanceof Where && first.degree == 0) {
            return largest;
        }
        if (call.function() instanceof Pulse || call.function() instanceof Pulses) {
            boolean ofTime = call.arguments().get(0).equals(new Expression.Name(Model.TIME));
            boolean shifted = call.function() instanceof Pulse && first.isTold() && !isMap;
            return largest > 0 ? 2 : ofTime ? 1 : shifted ? 2 : 0;
        }
        return 2 * largest;
    }
}
