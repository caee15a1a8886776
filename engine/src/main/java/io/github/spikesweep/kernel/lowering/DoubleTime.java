package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Keeps the time in double precision in kernels of single precision, which cannot distinguish steps of 0.01 from 262,144 on. What
 * depends on the time but not on the state is computed in double and rounded where it meets the state. A difference of the time
 * and a value of the state is computed in double before it is rounded, and so is a function of time and state that needs all
 * digits of the time.
 */
final class DoubleTime {
    private final ValueGraph graph;
    private final Symbols symbols;
    private final KernelSpec spec;
    private final Map<Value, Boolean> usesTime = new HashMap<>();
    private final Map<Value, Boolean> isShifted = new HashMap<>();
    private final Map<Value, Boolean> isLinear = new HashMap<>();
    private final UnaryOperator<Value> rounded;
    private final UnaryOperator<Value> wide;

    DoubleTime(ValueGraph graph, Symbols symbols, KernelSpec spec) {
        this.graph = graph;
        this.symbols = symbols;
        this.spec = spec;
        this.rounded = graph.rewriter(this::roundedIfKnown);
        this.wide = graph.rewriter(this::wideIfKnown);
    }

    /** The same value in the kernel's precision, the time in it in double. */
    Value of(Value value) {
        return rounded.apply(value);
    }

    private Value roundedIfKnown(Value value) {
        if (!usesTime(value)) {
            return value;
        }
        boolean inDouble = value.dependence() == Dependence.TIME || needsTime(value);
        return inDouble ? graph.apply(Operation.ROUND, List.of(wide.apply(value))) : null;
    }

    private Value wideIfKnown(Value value) {
        boolean isState = value.dependence() == Dependence.STATE;
        return switch (value.operation()) {
            case CONSTANT -> graph.inDouble(value);
            case SYMBOL -> isState ? state(value) : graph.inDouble(value);
            case ADD, SUBTRACT, NEGATE, MIN, MAX -> null;
            case MULTIPLY -> isState && !value.left().isInvariant() ? widened(value) : null;
            case DIVIDE, SQRT, ABS, FLOOR, FMA, SELECT, CALL, PARTIAL_CALL ->
                isState && !needsTime(value) ? widened(value) : null;
            case ROUND, WIDEN -> throw new IllegalArgumentException("rounded already: " + value);
        };
    }

    /** What a variable has lost to rounding is part of it: it may hold a time. */
    private Value state(Value symbol) {
        boolean hasAccount = spec.compensates() && isVariable(symbol);
        return hasAccount ? graph.subtract(widened(symbol), widened(account(symbol))) : widened(symbol);
    }

    private boolean isVariable(Value symbol) {
        return Symbols.isState(symbol)
                && symbols.variable(symbol) < spec.model().variables().size();
    }

    private Value account(Value symbol) {
        return symbols.lost(spec.model().variableNames().get(symbols.variable(symbol)));
    }

    private Value widened(Value value) {
        return graph.apply(Operation.WIDEN, List.of(of(value)));
    }

    /** Whether a value of the state becomes meaningless if the time in it is rounded. */
    private boolean needsTime(Value value) {
        return switch (value.operation()) {
            case ADD, SUBTRACT, NEGATE -> isShifted(value);
            case FLOOR, CALL, PARTIAL_CALL -> value.arguments().stream().anyMatch(this::isLinear);
            case CONSTANT, SYMBOL, MULTIPLY, DIVIDE, SQRT, ABS, MIN, MAX, FMA, SELECT, ROUND, WIDEN -> false;
        };
    }

    private boolean usesTime(Value value) {
        return known(usesTime, value, x -> isTime(x) || x.arguments().stream().anyMatch(this::usesTime));
    }

    /** Whether it is the time plus or minus something. */
    private boolean isShifted(Value value) {
        return known(isShifted, value, x -> switch (x.operation()) {
            case SYMBOL -> isTime(x);
            case ADD, SUBTRACT, NEGATE -> x.arguments().stream().anyMatch(this::isShifted);
            case CONSTANT,
                    MULTIPLY,
                    DIVIDE,
                    SQRT,
                    ABS,
                    MIN,
                    MAX,
                    FLOOR,
                    FMA,
                    SELECT,
                    CALL,
                    PARTIAL_CALL,
                    ROUND,
                    WIDEN -> false;
        });
    }

    /** Whether it is such a sum, times a number. */
    private boolean isLinear(Value value) {
        return known(isLinear, value, x -> switch (x.operation()) {
            case SYMBOL -> isTime(x);
            case ADD, SUBTRACT, NEGATE -> x.arguments().stream().anyMatch(this::isLinear);
            case MULTIPLY -> x.left().isInvariant() && isLinear(x.right());
            case CONSTANT, DIVIDE, SQRT, ABS, MIN, MAX, FLOOR, FMA, SELECT, CALL, PARTIAL_CALL, ROUND, WIDEN -> false;
        });
    }

    private static boolean isTime(Value value) {
        return Symbols.isTime(value) || Symbols.isStart(value);
    }

    private static boolean known(Map<Value, Boolean> answers, Value value, Predicate<Value> question) {
        Boolean answer = answers.get(value);
        if (answer == null) {
            answer = question.test(value);
            answers.put(value, answer);
        }
        return answer;
    }
}
