package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Computes values of a graph one by one, with the bits of compiled kernels. For what is computed once, or once for all lanes. */
final class HostArithmetic {
    private final Precision precision;
    private final Map<String, MethodHandle> methods = new HashMap<>();

    HostArithmetic(Precision precision) {
        this.precision = precision;
    }

    /**
     * One operation. Sums, products, quotients and roots of floats are rounded from double, which gives their bits (Figueroa 1995, SIGNUM 30:21).
     *
     * @param known the value of each argument, by its number
     */
    double of(Value value, double[] known) {
        double[] x = new double[value.arguments().size()];
        for (int k = 0; k < x.length; k++) {
            Value argument = value.arguments().get(k);
            x[k] = argument.isConstant() ? rounded(value, argument.constant()) : known[argument.id()];
        }
        return rounded(
                value,
                switch (value.operation()) {
                    case CONSTANT -> value.constant();
                    case SYMBOL -> throw new IllegalArgumentException(value.name() + " is not an operation");
                    case ROUND -> (float) x[0];
                    case WIDEN -> x[0];
                    case ADD -> x[0] + x[1];
                    case SUBTRACT -> x[0] - x[1];
                    case MULTIPLY -> x[0] * x[1];
                    case DIVIDE -> x[0] / x[1];
                    case NEGATE -> -x[0];
                    case ABS -> Math.abs(x[0]);
                    case MIN -> Math.min(x[0], x[1]);
                    case MAX -> Math.max(x[0], x[1]);
                    case SQRT -> Math.sqrt(x[0]);
                    case FLOOR -> Math.floor(x[0]);
                    case SELECT -> x[0] != 0 ? x[1] : x[2];
                    case FMA ->
                        isSingle(value)
                                ? Math.fma((float) x[0], (float) x[1], (float) x[2])
                                : Math.fma(x[0], x[1], x[2]);
                    case CALL, PARTIAL_CALL -> called(value.name(), x);
                });
    }

    /** A number in the precision of a value. */
    double rounded(Value of, double number) {
        return isSingle(of) ? (float) number : number;
    }

    private boolean isSingle(Value value) {
        return precision == Precision.FLOAT && !value.inDouble();
    }

    private double called(String method, double[] arguments) {
        MethodHandle handle = methods.computeIfAbsent(method, name -> handle(name, arguments.length));
        try {
            return (double) handle.invokeExact(arguments);
        } catch (Throwable e) { // None of these methods throws anything.
            throw new IllegalStateException(method + " fails", e);
        }
    }

    /** A static method by the name that it has in Java. */
    private static MethodHandle handle(String method, int arity) {
        int dot = method.lastIndexOf('.');
        String owner = method.substring(0, dot);
        try {
            Class<?> type = Class.forName(owner.contains(".") ? owner : "java.lang." + owner);
            MethodType signature =
                    MethodType.methodType(double.class, Collections.nCopies(arity, (Class<?>) double.class));
            return MethodHandles.publicLookup()
                    .findStatic(type, method.substring(dot + 1), signature)
                    .asSpreader(double[].class, arity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no method " + method, e);
        }
    }
}
