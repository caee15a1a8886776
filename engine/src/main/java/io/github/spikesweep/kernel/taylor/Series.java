package io.github.spikesweep.kernel.taylor;

import io.github.spikesweep.kernel.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The Taylor coefficients over time, at the start of a step, of one quantity: c₀ is its value, c_k its derivative of order k over k!. Found as they are asked for. */
public final class Series {
    private final int id;
    private final Kind kind;
    private final List<Value> coefficients = new ArrayList<>();
    private final IntFunction<Value> rule;

    /** What a quantity is. */
    enum Kind {
        /** A variable of the model. */
        VARIABLE,
        /** The difference of variables of two cells. */
        DIFFERENCE,
        OTHER
    }

    /** @param rule the coefficient of an order from 1 on, once those before are known */
    Series(int id, Kind kind, Value first, IntFunction<Value> rule) {
        this.id = id;
        this.kind = kind;
        this.coefficients.add(first);
        this.rule = rule;
    }

    int id() {
        return id;
    }

    /** Whether it is that of a variable of the model. */
    boolean isVariable() {
        return kind == Kind.VARIABLE;
    }

    /** Whether it is that of the difference of variables of two cells. */
    boolean isDifference() {
        return kind == Kind.DIFFERENCE;
    }

    public Value coefficient(int order) {
        while (coefficients.size() <= order) {
            Value next = rule.apply(coefficients.size());
            coefficients.add(next);
        }
        return coefficients.get(order);
    }
}
