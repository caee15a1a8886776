package io.github.spikesweep.kernel.graph;

import java.util.List;
import java.util.Locale;

/**
 * A node of a {@link ValueGraph}.
 *
 * @param id its number; arguments have smaller numbers than what uses them
 * @param constant the number, if it is a {@link Operation#CONSTANT}
 * @param name the name, if it is a {@link Operation#SYMBOL}; the Java method, if it is a call
 * @param dependence what it depends on
 * @param varies whether it differs between lanes
 * @param inDouble whether it is computed in double precision even in a kernel of single precision, as the time is
 */
public record Value(
        int id,
        Operation operation,
        List<Value> arguments,
        double constant,
        String name,
        Dependence dependence,
        boolean varies,
        boolean inDouble) {

    public boolean isConstant() {
        return operation == Operation.CONSTANT;
    }

    public boolean isConstant(double value) {
        return isConstant() && constant == value;
    }

    public Value left() {
        return arguments.get(0);
    }

    public Value right() {
        return arguments.get(1);
    }

    /** Whether it is computed once, before the first step. */
    public boolean isInvariant() {
        return dependence.compareTo(Dependence.PARAMETERS) <= 0;
    }

    /** Whether it is computed in the loops over lanes. */
    public boolean isPerLane() {
        return !isInvariant() && varies;
    }

    /** Of a call the name that users know, of a method such as {@code io.github.spikesweep.equation.function.Log.value} or {@code StrictMath.pow}. */
    public String function() {
        List<String> parts = List.of(name.split("\\."));
        int last = parts.size() - 1;
        return parts.get(parts.get(last).equals("value") ? last - 1 : last).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return this == other; // equal nodes of a graph are one node
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return switch (operation) {
            case CONSTANT -> Double.toString(constant);
            case SYMBOL -> name;
            default ->
                operation + arguments.stream().map(v -> "#" + v.id()).toList().toString();
        };
    }
}
