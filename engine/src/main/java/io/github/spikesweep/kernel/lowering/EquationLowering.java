package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.graph.Bounds;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.quotient.VanishingQuotients;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns the equations of a spec into values of a graph: the slope of every variable. */
final class EquationLowering {
    private final ValueGraph graph;
    private final KernelSpec spec;
    private final Model model;
    private final Rounding rounding;
    private final Conditions conditions;
    private final ExpressionLowering ofModel;
    private final JumpUse ofInput;
    /** Those of the model, if its equations are not linear in what jumps. */
    private final Optional<Pieces> pieces;

    private final Map<String, Value> values = new HashMap<>();

    EquationLowering(ValueGraph graph, KernelSpec spec) {
        this.graph = graph;
        this.spec = spec;
        this.rounding = Rounding.of(spec.precision());
        this.model = VanishingQuotients.rewritten(spec.model(), rounding);
        Symbols symbols = new Symbols(graph, spec);
        this.conditions = new Conditions(
                graph, rounding, new Bounds(symbols::bounds), !model.reset().isEmpty());
        ModelExponentials shared = new ModelExponentials(graph, rounding, model);
        this.ofInput = JumpUse.of(
                spec.input(), Map.of(Model.TIME, JumpUse.TIME), spec.model().isMap());
        this.pieces = degree(model) > 1 ? Optional.of(newPieces()) : Optional.empty();
        this.ofModel = new ExpressionLowering(graph, symbols, rounding, conditions, shared, values, pieces);
    }

    /** That of the model's equations in what jumps, of which the input may be the mean over a step. */
    private int degree(Model equations) {
        Map<String, JumpUse> names = new HashMap<>();
        equations.variableNames().forEach(name -> names.put(name, JumpUse.STATE));
        names.put(Model.TIME, JumpUse.TIME);
        // In a map the input of an iteration is one number.
        names.put(equations.input().name(), equations.isMap() ? JumpUse.TIME : ofInput.averaged());
        for (Definition definition : equations.let()) {
            names.put(definition.name(), JumpUse.of(definition.expression(), names, equations.isMap()));
        }
        return equations.equations().stream()
                .mapToInt(definition -> JumpUse.of(definition.expression(), names, equations.isMap())
                        .degree())
                .max()
                .orElse(0);
    }

    private Pieces newPieces() {
        return new Pieces(graph, new Symbols(graph, spec), conditions, spec);
    }

    /** What the equations give for every variable, in the model's order: its slope, or in a map its next value. */
    List<Value> equations() {
        Symbols symbols = new Symbols(graph, spec);
        model.variableNames().forEach(name -> values.put(name, symbols.state(name)));
        model.parameterNames().forEach(name -> values.put(name, symbols.quantity(name)));
        values.put(Model.TIME, symbols.time());
        values.put(model.input().name(), input(symbols));
        for (Definition definition : model.let()) {
            values.put(definition.name(), ofModel.lower(definition.expression()));
        }
        List<Value> equations = model.equations().stream()
                .map(definition -> ofModel.lower(definition.expression()))
                .toList();
        return pieces.map(each -> each.mean(equations)).orElse(equations);
    }

    /** The slopes with that of the spike variable over the part of the step in which it is not held, as a mean over the step. */
    List<Value> held(Symbols symbols, List<Value> slopes) {
        if (!model.holds()) {
            return slopes;
        }
        List<Value> held = new ArrayList<>(slopes);
        int spike = spec.spikeVariable();
        held.set(spike, graph.multiply(free(symbols), slopes.get(spike)));
        return held;
    }

    /** The part of the step in which the spike variable is not held. */
    private Value free(Symbols symbols) {
        Value one = graph.constant(1);
        return graph.subtract(one, graph.apply(Operation.MIN, List.of(symbols.held(), one)));
    }

    /**
     * For how many steps the spike variable is held from the end of the step on. A hold begins where the parabola through the step's start
     * and end, with the slope at its start, reaches the threshold, although the reset is at the end of the step. Steps are counted down by
     * 1, which is exact.
     *
     * @param observed the spike variable at the end of the step, and
     * @param slope its slope at the start, both pointing up
     */
    Value stillHeld(Symbols symbols, Value fired, Value observed, Value slope) {
        Value one = graph.constant(1);
        Value zero = graph.constant(0);
        Value start = upward(symbols.state(spec.model().variableNames().get(spec.spikeVariable())));
        Value wanted =
                graph.subtract(graph.constant(spec.model().spike().upward().threshold()), start);
        Value first = graph.multiply(symbols.step(), slope);
        Value bend = graph.subtract(graph.subtract(observed, start), first);
        Value square = graph.add(
                graph.multiply(first, first), graph.multiply(graph.constant(4), graph.multiply(bend, wanted)));
        Value root = graph.apply(Operation.SQRT, List.of(graph.apply(Operation.MAX, List.of(square, zero))));
        Value moved = graph.divide(graph.multiply(graph.constant(2), wanted), graph.add(first, root));
        // Of a step in which a hold ended, the movement is the rest.
        Value passed = graph.multiply(free(symbols), graph.subtract(one, moved));
        Value whole = graph.divide(ofModel.lower(model.hold().expression()), symbols.step());
        Value begun = graph.apply(Operation.MAX, List.of(graph.subtract(whole, passed), zero));
        Value rest = graph.apply(Operation.MAX, List.of(graph.subtract(symbols.held(), one), zero));
        return conditions.where(fired, begun, rest);
    }

    /**
     * Whether the model resets at the end of a step: 1 or 0. The upstroke of a model with a reset can be so steep that a method
     * with negative weights ends the step far below its start; then a stage above the threshold shows it. Where spikes point down, the same
     * holds of the negative variable.
     */
    Value fired(Symbols symbols, Stages stages) {
        int spike = spec.spikeVariable();
        Value threshold = graph.constant(spec.model().spike().upward().threshold());
        Value start = upward(symbols.state(spec.model().variableNames().get(spike)));
        Value end = upward(stages.end().get(spike));
        Value fired = conditions.compare(Operator.GREATER_OR_EQUAL, end, threshold);
        Value highest = null;
        for (List<Value> state : stages.within()) {
            Value value = upward(state.get(spike));
            highest = highest == null ? value : graph.apply(Operation.MAX, List.of(highest, value));
        }
        if (highest == null) {
            return fired;
        }
        Value over = conditions.compare(Operator.GREATER_OR_EQUAL, highest, threshold);
        return conditions.compare(
                Operator.OR, fired, graph.multiply(over, conditions.compare(Operator.LESS, end, start)));
    }

    /** The spike variable at the end of a step, at the threshold or beyond it if it fired; of its negative, where spikes point down. */
    Value peak(Value end, Value fired) {
        return conditions.atLeast(
                upward(end), fired, spec.model().spike().upward().threshold());
    }

    /** A value of the spike variable or of its slope, negative where spikes point down. */
    Value upward(Value value) {
        return switch (spec.model().spike().direction()) {
            case UP -> value;
            case DOWN -> graph.negate(value);
        };
    }

    /**
     * The state after the reset, where there is one. Call it after {@link #equations()}.
     *
     * @param end the value of every variable at the end of a step
     * @param fired whether there is a reset
     */
    List<Value> reset(Symbols symbols, List<Value> end, Value fired) {
        UnaryOperator<Value> atEnd = Stages.at(graph, symbols, end, graph.add(symbols.time(), symbols.step()));
        List<Value> next = new ArrayList<>(end);
        for (Definition assignment : model.reset()) {
            int variable = model.indexOf(assignment.name());
            Value assigned = atEnd.apply(ofModel.lower(assignment.expression()));
            next.set(variable, conditions.where(fired, assigned, end.get(variable)));
        }
        return next;
    }

    /**
     * The states at the end of a step in single precision, after a reset that sets a variable to the time: what that loses to rounding goes
     * into the variable's account.
     *
     * @param next the states at the end of the step, the time in it in double by {@code time}
     * @param end the value of every variable before the reset
     */
    List<Value> withLost(Symbols symbols, List<Value> next, List<Value> end, Value fired, DoubleTime time) {
        UnaryOperator<Value> atEnd = Stages.at(graph, symbols, end, graph.add(symbols.time(), symbols.step()));
        List<Value> accounted = new ArrayList<>(next);
        for (Definition assignment : spec.model().reset()) {
            int account = symbols.variable(symbols.lost(assignment.name()));
            time.lost(atEnd.apply(ofModel.lower(assignment.expression())))
                    .ifPresent(lost ->
                            accounted.set(account, conditions.where(time.of(fired), lost, accounted.get(account))));
        }
        if (model.holds()) {
            // What was lost before the reset must not move what is held.
            Value rest = next.get(symbols.variable(symbols.held()));
            Value held = conditions.compare(
                    Operator.AND, time.of(fired), conditions.compare(Operator.GREATER, rest, graph.constant(0)));
            int account = symbols.variable(symbols.lost(spec.model().spike().variable()));
            if (accounted.get(account).equals(next.get(account))) {
                accounted.set(account, conditions.where(held, graph.constant(0), accounted.get(account)));
            }
        }
        return accounted;
    }

    private Value input(Symbols symbols) {
        Map<String, Value> scope = new HashMap<>();
        spec.inputNames().forEach(name -> scope.put(name, symbols.quantity(name)));
        scope.put(Model.TIME, symbols.time());
        // An axis may have the name of a variable, with values outside the variable's range.
        ModelExponentials none = new ModelExponentials(graph, rounding);
        // Where the model wants pieces, the input is a value in each of them.
        Optional<Pieces> own = pieces.isEmpty() && ofInput.degree() > 1 ? Optional.of(newPieces()) : Optional.empty();
        ExpressionLowering lowering =
                new ExpressionLowering(graph, symbols, rounding, conditions, none, scope, pieces.or(() -> own));
        Value lowered = lowering.lower(VanishingQuotients.rewritten(
                spec.input(),
                spec.inputNames(),
                rounding,
                (name, formula) -> scope.put(name, lowering.lower(formula))));
        Value input = own.map(each -> each.mean(List.of(lowered)).get(0)).orElse(lowered);
        return spec.noise() == Noise.NONE ? input : graph.add(input, symbols.state(Symbols.NOISE));
    }
}
