package io.github.spikesweep.kernel.graph;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Arithmetic as a graph in which equal subexpressions are one node, simplified as it grows.
 *
 * <p>The simplifications never look at whether a value varies between lanes: with or without, the same operations happen in
 * the same order, and so the results have the same bits. They gather the invariant factors of a product in front, so that
 * these are multiplied once and not in every step, and turn division by an invariant into multiplication.
 */
public final class ValueGraph {
    /** No neuron has more values in a step; the limit keeps compilation short and its recursion shallow. */
    private static final int MOST_VALUES = 150_000;

    /** Compared by plain code, which is quicker in a JVM that has just started than what it makes for a record. */
    private record Key(Operation operation, List<Integer> arguments, long constant, String name, boolean inDouble) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && operation == key.operation
                    && constant == key.constant
                    && inDouble == key.inDouble
                    && arguments.equals(key.arguments)
                    && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * operation.hashCode() + arguments.hashCode()) + Long.hashCode(constant))
                    + name.hashCode();
        }
    }

    private final Map<Key, Value> nodes = new HashMap<>();

    public Value constant(double value) {
        return leaf(Operation.CONSTANT, value, "", Dependence.NOTHING, false, false);
    }

    /** A named input of the computation; the same name gives the same node. */
    public Value symbol(String name, Dependence dependence, boolean varies) {
        return leaf(Operation.SYMBOL, 0, name, dependence, varies, false);
    }

    /** A constant or symbol in double precision, even in a kernel of single precision; so are the values computed from it. */
    public Value inDouble(Value leaf) {
        return leaf(leaf.operation(), leaf.constant(), leaf.name(), leaf.dependence(), leaf.varies(), true);
    }

    private Value leaf(
            Operation operation,
            double constant,
            String name,
            Dependence dependence,
            boolean varies,
            boolean inDouble) {
        Key key = new Key(operation, List.of(), Double.doubleToLongBits(constant), name, inDouble);
        return nodes.computeIfAbsent(
                key, k -> new Value(nodes.size(), operation, List.of(), constant, name, dependence, varies, inDouble));
    }

    public Value add(Value a, Value b) {
        if (a.isConstant() && b.isConstant()) {
            return constant(a.constant() + b.constant());
        }
        if (a.isConstant(0)) {
            return b;
        }
        if (b.isConstant(0)) {
            return a;
        }
        if (b.operation() == Operation.NEGATE) {
            return subtract(a, b.left());
        }
        if (a.operation() == Operation.NEGATE) {
            return subtract(b, a.left());
        }
        return node(Operation.ADD, a, b);
    }

    public Value subtract(Value a, Value b) {
        if (a.isConstant() && b.isConstant()) {
            return constant(a.constant() - b.constant());
        }
        if (b.isConstant(0)) {
            return a;
        }
        if (a.isConstant(0)) {
            return negate(b);
        }
        if (b.isConstant()) {
            return add(a, constant(-b.constant()));
        }
        if (b.operation() == Operation.NEGATE) {
            return add(a, b.left());
        }
        return node(Operation.SUBTRACT, a, b);
    }

    public Value negate(Value a) {
        if (a.isConstant()) {
            return constant(-a.constant());
        }
        if (a.operation() == Operation.NEGATE) {
            return a.left();
        }
        if (a.operation() == Operation.SUBTRACT) {
            return subtract(a.right(), a.left());
        }
        if (a.operation() == Operation.MULTIPLY && a.left().isConstant()) {
            return multiply(constant(-a.left().constant()), a.right());
        }
        return node(Operation.NEGATE, a);
    }

    public Value multiply(Value a, Value b) {
        if (a.isConstant() && b.isConstant()) {
            return constant(a.constant() * b.constant());
        }
        if (b.isConstant() || (b.isInvariant() && !a.isInvariant())) {
            return multiply(b, a);
        }
        if (a.isConstant(1)) {
            return b;
        }
        if (a.isConstant(-1)) {
            return negate(b);
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(multiply(a.left(), b));
        }
        if (b.operation() == Operation.NEGATE) {
            return a.isConstant() ? multiply(negate(a), b.left()) : negate(multiply(a, b.left()));
        }
        if (hasInvariantFactor(b)) {
            return a.isInvariant()
                    ? multiply(multiply(a, b.left()), b.right())
                    : multiply(b.left(), multiply(a, b.right()));
        }
        if (hasInvariantFactor(a)) {
            return multiply(a.left(), multiply(a.right(), b));
        }
        return node(Operation.MULTIPLY, a, b);
    }

    public Value divide(Value a, Value b) {
        if (a.isConstant() && b.isConstant()) {
            return constant(a.constant() / b.constant());
        }
        if (b.isConstant(1)) {
            return a;
        }
        if (b.isInvariant() && !a.isInvariant()) {
            return multiply(divide(constant(1), b), a);
        }
        if (hasInvariantFactor(b)) {
            return divide(divide(a, b.left()), b.right());
        }
        if (!b.isInvariant() && hasInvariantFactor(a)) {
            return multiply(a.left(), divide(a.right(), b));
        }
        if (!b.isInvariant() && a.isInvariant() && !a.isConstant(1)) {
            return multiply(a, divide(constant(1), b));
        }
        return node(Operation.DIVIDE, a, b);
    }

    /** {@code a·b + c}, rounded once. */
    public Value fma(Value a, Value b, Value c) {
        if (a.isConstant() && b.isConstant() && c.isConstant()) {
            return constant(Math.fma(a.constant(), b.constant(), c.constant()));
        }
        return node(Operation.FMA, a, b, c);
    }

    /** {@code a} to a whole power, by multiplication. */
    public Value power(Value a, int exponent) {
        if (exponent < 0) {
            return divide(constant(1), power(a, -exponent));
        }
        if (exponent == 0) {
            return constant(1);
        }
        Value half = exponent == 1 ? a : power(a, exponent / 2);
        if (exponent == 1) {
            return a;
        }
        Value square = multiply(half, half);
        return exponent % 2 == 0 ? square : multiply(square, a);
    }

    /** Any operation on these arguments, simplified. */
    public Value apply(Operation operation, List<Value> x) {
        return switch (operation) {
            case ADD -> add(x.get(0), x.get(1));
            case SUBTRACT -> subtract(x.get(0), x.get(1));
            case MULTIPLY -> multiply(x.get(0), x.get(1));
            case DIVIDE -> divide(x.get(0), x.get(1));
            case NEGATE -> negate(x.get(0));
            case CONSTANT, SYMBOL -> throw new IllegalArgumentException(operation + " is not an operation on values");
            case CALL, PARTIAL_CALL -> throw new IllegalArgumentException(operation + " needs a method");
            case FMA -> fma(x.get(0), x.get(1), x.get(2));
            case SQRT, ABS, MIN, MAX, FLOOR, SELECT, ROUND, WIDEN -> node(operation, "", x);
        };
    }

    /** A call of a function's static method {@code value}. */
    public Value call(Function function, List<Value> arguments) {
        Operation operation = function.isTotal() ? Operation.CALL : Operation.PARTIAL_CALL;
        return node(operation, function.getClass().getName() + ".value", arguments);
    }

    /**
     * A static method on doubles that gives NaN for some finite arguments.
     *
     * @param method its name in Java; its values must be the same on every machine by specification
     */
    public Value partialCall(String method, List<Value> arguments) {
        return node(Operation.PARTIAL_CALL, method, arguments);
    }

    /**
     * A rewriter of values of this graph: {@code first} sees each value before its arguments are rewritten and may give its
     * replacement, or null to have it rebuilt from rewritten arguments. Values shared before are shared after.
     */
    public UnaryOperator<Value> rewriter(UnaryOperator<Value> first) {
        Map<Value, Value> done = new HashMap<>();
        return new UnaryOperator<>() {
            @Override
            public Value apply(Value value) {
                Value known = done.get(value);
                if (known == null) {
                    Value replacement = first.apply(value);
                    known = replacement != null ? replacement : rebuild(value);
                    done.put(value, known);
                }
                return known;
            }

            private Value rebuild(Value value) {
                List<Value> arguments = value.arguments().stream().map(this).toList();
                return switch (value.operation()) {
                    case CONSTANT, SYMBOL -> value;
                    case CALL, PARTIAL_CALL -> node(value.operation(), value.name(), arguments);
                    default -> ValueGraph.this.apply(value.operation(), arguments);
                };
            }
        };
    }

    private static boolean hasInvariantFactor(Value value) {
        return value.operation() == Operation.MULTIPLY
                && value.left().isInvariant()
                && !value.right().isInvariant();
    }

    private Value node(Operation operation, Value... arguments) {
        return node(operation, "", List.of(arguments));
    }

    private Value node(Operation operation, String name, List<Value> list) {
        Key key = new Key(operation, list.stream().map(Value::id).toList(), 0, name, false);
        if (nodes.size() >= MOST_VALUES) {
            throw new InputException(
                    "the equations are too large: a step takes more than " + MOST_VALUES + " operations");
        }
        return nodes.computeIfAbsent(key, k -> {
            Dependence dependence = Dependence.NOTHING;
            boolean varies = false;
            boolean inDouble = operation == Operation.WIDEN;
            for (Value argument : list) {
                dependence = dependence.and(argument.dependence());
                varies |= argument.varies();
                inDouble |= argument.inDouble() && operation != Operation.ROUND;
            }
            return new Value(nodes.size(), operation, list, 0, name, dependence, varies, inDouble);
        });
    }
}
