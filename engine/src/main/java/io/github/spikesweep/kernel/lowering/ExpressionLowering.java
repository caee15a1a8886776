package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.transcendental.Exponentials;
import io.github.spikesweep.kernel.transcendental.Logarithms;
import io.github.spikesweep.kernel.transcendental.ModelExponentials;
import io.github.spikesweep.kernel.transcendental.Powers;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns expressions into values of a graph. */
final class ExpressionLowering {
    private final ValueGraph graph;
    private final Symbols symbols;
    private final Rounding rounding;
    private final Conditions conditions;
    private final ModelExponentials shared;
    private final Exponentials exponentials;
    private final Logarithms logarithms;
    private final Powers powers;
    private final Map<String, Value> names;
    private final Optional<Pieces> pieces;
    /** What has been lowered, since a function may use its arguments more than once. */
    private final IdentityHashMap<Expression, Value> done = new IdentityHashMap<>();

    /**
     * @param shared the exponentials that the expressions may share
     * @param names the value of each name; may grow
     * @param pieces of the step, if what jumps is to be lowered for one piece; otherwise pulses are means over the whole step
     */
    ExpressionLowering(
            ValueGraph graph,
            Symbols symbols,
            Rounding rounding,
            Conditions conditions,
            ModelExponentials shared,
            Map<String, Value> names,
            Optional<Pieces> pieces) {
        this.graph = graph;
        this.symbols = symbols;
        this.rounding = rounding;
        this.conditions = conditions;
        this.shared = shared;
        this.exponentials = new Exponentials(graph, rounding);
        this.logarithms = new Logarithms(graph, rounding);
        this.powers = new Powers(graph, rounding, logarithms);
        this.names = names;
        this.pieces = pieces;
    }

    ValueGraph graph() {
        return graph;
    }

    Symbols symbols() {
        return symbols;
    }

    Rounding rounding() {
        return rounding;
    }

    Conditions conditions() {
        return conditions;
    }

    Exponentials exponentials() {
        return exponentials;
    }

    Logarithms logarithms() {
        return logarithms;
    }

    Powers powers() {
        return powers;
    }

    Value exp(Expression exponent) {
        return shared(exponent)
                .or(() -> shared.exp(exponent, names, exponentials))
                .orElseGet(() -> exponentials.exp(lower(exponent)));
    }

    Optional<Value> shared(Expression exponent) {
        return shared.exp(exponent, names);
    }

    double limit(Expression expression) {
        return shared.limit(expression);
    }

    Value lower(Expression expression) {
        Value known = done.get(expression);
        if (known == null) {
            known = lowered(expression);
            done.put(expression, known);
        }
        return known;
    }

    private Value lowered(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return graph.constant(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            Value value = names.get(name.name());
            if (value == null) {
                throw new IllegalArgumentException("no meaning for '" + name.name() + "'");
            }
            return value;
        }
        if (expression instanceof Expression.Negation negation) {
            return graph.negate(lower(negation.operand()));
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation);
        }
        Expression.Call call = (Expression.Call) expression;
        return call.function().lower(new CallLowering(this, call));
    }

    private Value operation(Expression.Operation operation) {
        Value left = lower(operation.left());
        if (operation.operator() == Operator.DIVIDE && operation.right() instanceof Expression.Call call) {
            Optional<Value> quotient = call.function().quotient(left, new CallLowering(this, call));
            if (quotient.isPresent()) {
                return quotient.get();
            }
        }
        Value right = lower(operation.right());
        return switch (operation.operator()) {
            case ADD -> graph.add(left, right);
            case SUBTRACT -> graph.subtract(left, right);
            case MULTIPLY -> graph.multiply(left, right);
            case DIVIDE -> graph.divide(left, right);
            case POWER -> powers.power(left, right);
            case OR, AND -> conditions.compare(operation.operator(), left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                compare(operation.operator(), left, right);
        };
    }

    Value compare(Operator comparison, Value left, Value right) {
        return pieces.isPresent()
                ? pieces.get().compare(comparison, left, right)
                : conditions.compare(comparison, left, right);
    }

    /** As {@link io.github.spikesweep.equation.Lowering#within}. */
    Value within(Value t, Value from, Value to) {
        if (pieces.isPresent()) {
            return pieces.get().within(t, from, to);
        }
        return Symbols.isTime(t)
                ? graph.subtract(untilInStep(to), untilInStep(from))
                : graph.subtract(conditions.less(t, to), conditions.less(t, from));
    }

    /** The floor of an argument of a function. */
    Value floor(Value x) {
        return pieces.isPresent() ? pieces.get().floor(x) : graph.apply(Operation.FLOOR, List.of(x));
    }

    /** The fraction of the step before {@code time}: exactly 0 or 1 unless it is within the step. */
    private Value untilInStep(Value time) {
        Value part = graph.divide(graph.subtract(time, symbols.start()), symbols.step());
        return new GraphArithmetic(graph, conditions).clamp(part, 0, 1);
    }
}
