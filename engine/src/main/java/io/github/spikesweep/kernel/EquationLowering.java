package io.github.spikesweep.kernel;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Range;
import io.github.spikesweep.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns the equations of a spec into values of a graph: the slope of every variable. */
final class EquationLowering {
    private static final int LARGEST_POWER = 64;

    private final ValueGraph graph;
    private final KernelSpec spec;
    private final Rounding rounding;
    private final Exponentials exponentials;
    private final SharedExponentials shared;
    private final Conditions conditions;
    private final Stimuli stimuli;
    private final Map<String, Optional<Affine>> let = new HashMap<>();
    private final Map<String, Range> bounded = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();

    EquationLowering(ValueGraph graph, KernelSpec spec) {
        this.graph = graph;
        this.spec = spec;
        this.rounding = Rounding.of(spec.precision());
        this.exponentials = new Exponentials(graph, rounding);
        Symbols symbols = new Symbols(graph, spec);
        this.conditions = new Conditions(graph, rounding, Interval.boundsOf(symbols::range));
        this.stimuli = new Stimuli(graph, symbols, conditions);
        Model model = spec.model();
        for (Definition definition : model.let()) {
            let.put(definition.name(), Affine.of(definition.expression(), let));
        }
        for (Variable variable : model.variables()) {
            if (variable.range().isBounded()) {
                bounded.put(variable.name(), variable.range());
            }
        }
        List<Affine> arguments = new ArrayList<>();
        model.let().forEach(definition -> collectExponents(definition.expression(), arguments));
        model.equations().forEach(definition -> collectExponents(definition.expression(), arguments));
        this.shared = new SharedExponentials(graph, rounding, arguments, bounded);
    }

    /** What the equations give for every variable, in the model's order: its slope, or in a map its next value. */
    List<Value> equations() {
        Model model = spec.model();
        Symbols symbols = new Symbols(graph, spec);
        model.variableNames().forEach(name -> values.put(name, symbols.state(name)));
        model.parameterNames().forEach(name -> values.put(name, symbols.quantity(name)));
        values.put(Model.TIME, symbols.time());
        values.put(model.input().name(), input(symbols));
        for (Definition definition : model.let()) {
            values.put(definition.name(), lower(definition.expression(), values));
        }
        return model.equations().stream()
                .map(definition -> lower(definition.expression(), values))
                .toList();
    }

    /**
     * Whether the model resets at the end of a step: 1 or 0. The upstroke of a model with a reset can be so steep that a method with negative
     * weights ends the step far below its start; a stage that was over the threshold then tells.
     */
    Value fired(Symbols symbols, Stages stages) {
        int spike = spec.spikeVariable();
        Value threshold = graph.constant(spec.model().spike().threshold());
        Value start = symbols.state(spec.model().variableNames().get(spike));
        Value end = stages.end().get(spike);
        Value fired = conditions.compare(Operator.GREATER_OR_EQUAL, end, threshold);
        Value highest = null;
        for (List<Value> state : stages.within()) {
            Value value = state.get(spike);
            highest = highest == null ? value : graph.apply(Operation.MAX, List.of(highest, value));
        }
        if (highest == null) {
            return fired;
        }
        Value over = conditions.compare(Operator.GREATER_OR_EQUAL, highest, threshold);
        return conditions.or(fired, graph.multiply(over, conditions.compare(Operator.LESS, end, start)));
    }

    /** The spike variable at the end of a step, lifted to the threshold if it fired. */
    Value peak(Value end, Value fired) {
        Value threshold = graph.constant(spec.model().spike().threshold());
        return conditions.where(fired, graph.apply(Operation.MAX, List.of(end, threshold)), end);
    }

    /**
     * The state after the reset, where there is one. To be asked after {@link #equations()}.
     *
     * @param end the value of every variable at the end of a step
     * @param fired whether there is a reset
     */
    List<Value> reset(Symbols symbols, List<Value> end, Value fired) {
        Model model = spec.model();
        UnaryOperator<Value> atEnd = Stages.at(graph, symbols, end, graph.add(symbols.time(), symbols.step()));
        List<Value> next = new ArrayList<>(end);
        for (Definition assignment : model.reset()) {
            int variable = model.indexOf(assignment.name());
            Value assigned = atEnd.apply(lower(assignment.expression(), values));
            next.set(variable, conditions.where(fired, assigned, end.get(variable)));
        }
        return next;
    }

    private Value input(Symbols symbols) {
        Map<String, Value> scope = new HashMap<>();
        spec.inputNames().forEach(name -> scope.put(name, symbols.quantity(name)));
        scope.put(Model.TIME, symbols.time());
        Value input = lower(spec.input(), scope);
        return spec.noise() == Noise.NONE ? input : graph.add(input, symbols.state(Symbols.NOISE));
    }

    private Value lower(Expression expression, Map<String, Value> scope) {
        if (expression instanceof Expression.Literal literal) {
            return graph.constant(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            Value value = scope.get(name.name());
            if (value == null) {
                throw new IllegalArgumentException("no meaning for '" + name.name() + "'");
            }
            return value;
        }
        if (expression instanceof Expression.Negation negation) {
            return graph.negate(lower(negation.operand(), scope));
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation, scope);
        }
        Expression.Call call = (Expression.Call) expression;
        List<Value> arguments = call.arguments().stream()
                .map(argument -> lower(argument, scope))
                .toList();
        return call(call.function(), call.arguments().get(0), arguments, scope);
    }

    private Value operation(Expression.Operation operation, Map<String, Value> scope) {
        Value left = lower(operation.left(), scope);
        if (operation.operator() == Operator.DIVIDE
                && operation.right() instanceof Expression.Call call
                && call.function() == Function.EXPREL) {
            Optional<Value> reciprocal = reciprocalExprel(call.arguments().get(0), scope);
            if (reciprocal.isPresent()) {
                return graph.multiply(left, reciprocal.get());
            }
        }
        Value right = lower(operation.right(), scope);
        return switch (operation.operator()) {
            case ADD -> graph.add(left, right);
            case SUBTRACT -> graph.subtract(left, right);
            case MULTIPLY -> graph.multiply(left, right);
            case DIVIDE -> graph.divide(left, right);
            case POWER -> power(left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                conditions.compare(operation.operator(), left, right);
        };
    }

    private Value power(Value base, Value exponent) {
        if (exponent.isConstant(0.5)) {
            return graph.apply(Operation.SQRT, List.of(base));
        }
        boolean whole = exponent.isConstant()
                && exponent.constant() == Math.rint(exponent.constant())
                && Math.abs(exponent.constant()) <= LARGEST_POWER;
        return whole
                ? graph.power(base, (int) exponent.constant())
                : graph.apply(Operation.POWER, List.of(base, exponent));
    }

    private Value call(Function function, Expression argument, List<Value> x, Map<String, Value> scope) {
        // What does not depend on the state is computed once per run or stage: by the accurate library functions.
        boolean inLoops = x.get(0).dependence() == Dependence.STATE;
        return switch (function) {
            case EXP ->
                inLoops
                        ? sharedExp(argument, scope).orElseGet(() -> exponentials.exp(x.get(0)))
                        : graph.apply(Operation.EXP, x);
            case EXPREL -> inLoops ? exprel(argument, x.get(0), scope) : graph.apply(Operation.EXPREL, x);
            case TANH -> inLoops ? exponentials.tanh(x.get(0)) : graph.apply(Operation.TANH, x);
            case LOG -> graph.apply(Operation.LOG, x);
            case SQRT -> graph.apply(Operation.SQRT, x);
            case ABS -> graph.apply(Operation.ABS, x);
            case MIN -> graph.apply(Operation.MIN, x);
            case MAX -> graph.apply(Operation.MAX, x);
            case SIN -> graph.apply(Operation.SIN, x);
            case COS -> graph.apply(Operation.COS, x);
            case FLOOR -> graph.apply(Operation.FLOOR, x);
            case WHERE -> conditions.where(x.get(0), x.get(1), x.get(2));
            case PULSE -> stimuli.pulse(x.get(0), x.get(1), x.get(2));
            case PULSES -> stimuli.pulses(x.get(0), x.get(1), x.get(2), x.get(3));
            case RAMP -> stimuli.ramp(x.get(0), x.get(1), x.get(2));
        };
    }

    private Optional<Value> sharedExp(Expression argument, Map<String, Value> scope) {
        return Affine.of(argument, let)
                .filter(affine -> bounded.containsKey(affine.variable()))
                .flatMap(affine -> shared.exp(affine, scope.get(affine.variable())));
    }

    /**
     * u/(e^u − 1) from a shared exponential. The difference e^u − 1 loses its digits near u = 0; there the quotient is blended
     * into its series 1 − u/2: (u(e^u − 1) + ε(1 − u/2)) / ((e^u − 1)² + ε), right to 2e-10 with ε = 1e-9 wherever u is.
     */
    private Optional<Value> reciprocalExprel(Expression argument, Map<String, Value> scope) {
        double blend = rounding.blend();
        return blend == 0
                ? Optional.empty()
                : sharedExp(argument, scope).map(power -> {
                    Value u = lower(argument, scope);
                    Value difference = graph.add(power, graph.constant(-1));
                    Value shifted = graph.add(power, graph.constant(-1 - blend / 2));
                    return graph.divide(
                            graph.add(graph.multiply(u, shifted), graph.constant(blend)),
                            graph.add(graph.multiply(difference, difference), graph.constant(blend)));
                });
    }

    private Value exprel(Expression argument, Value u, Map<String, Value> scope) {
        double limit = Affine.of(argument, let)
                .filter(affine -> bounded.containsKey(affine.variable()) && scope == values)
                .map(affine -> largest(affine, bounded.get(affine.variable())))
                .orElse(Double.POSITIVE_INFINITY);
        return exponentials.exprel(u, limit);
    }

    private static double largest(Affine affine, Range range) {
        double scale = affine.scale().value();
        double offset = affine.offset().value();
        return Math.max(Math.abs(scale * range.low() + offset), Math.abs(scale * range.high() + offset));
    }

    private void collectExponents(Expression expression, List<Affine> arguments) {
        if (expression instanceof Expression.Negation negation) {
            collectExponents(negation.operand(), arguments);
        } else if (expression instanceof Expression.Operation operation) {
            collectExponents(operation.left(), arguments);
            collectExponents(operation.right(), arguments);
        } else if (expression instanceof Expression.Call call) {
            boolean blended = call.function() == Function.EXPREL && rounding.blend() > 0;
            if (call.function() == Function.EXP || blended) {
                Affine.of(call.arguments().get(0), let).ifPresent(arguments::add);
            }
            call.arguments().forEach(argument -> collectExponents(argument, arguments));
        }
    }
}
