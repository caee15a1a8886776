package io.github.spikesweep.kernel.lowering;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.graph.Bounds;
import io.github.spikesweep.kernel.graph.Rounding;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.kernel.lowering.linear.Linearization;
import io.github.spikesweep.kernel.quotient.VanishingQuotients;
import io.github.spikesweep.kernel.transcendental.ModelExponentials;
import io.github.spikesweep.model.CellDifferences;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Tangent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the equations of a spec into values of a graph: the slope of every variable. */
final class EquationLowering {
    private final ValueGraph graph;
    private final KernelSpec spec;
    private final Model model;
    /** Whether there are derivatives of the equations too. */
    private final boolean isLinearized;

    /** Whether each step ends where something jumps, so that none has to be cut into pieces. */
    private final boolean isSmooth;

    private final Rounding rounding;
    private final Conditions conditions;
    private final ExpressionLowering ofModel;
    private final List<JumpUse> ofInputs;
    /** Those of the model, if its equations are not linear in what jumps. */
    private final Optional<Pieces> pieces;

    private final Map<String, Value> values = new HashMap<>();
    private final List<LoweredInput> inputs = new ArrayList<>();

    /**
     * The input of a cell as it is computed.
     *
     * @param auxiliary names in it that stand for formulas
     */
    record LoweredInput(Expression formula, Map<String, Expression> auxiliary, ExpressionLowering lowering) {}

    EquationLowering(ValueGraph graph, KernelSpec spec) {
        this.graph = graph;
        this.spec = spec;
        this.rounding = Rounding.of(spec.precision());
        this.isLinearized = spec.integrator() == Integrator.RODAS5P;
        this.isSmooth = spec.integrator() == Integrator.TAYLOR;
        Model equations = VanishingQuotients.rewritten(Tangent.without(spec.model()), rounding);
        Model own = isLinearized || isSmooth ? CellDifferences.named(equations) : equations;
        boolean hasTangent = spec.ownVariables() < spec.model().variables().size();
        Model whole = hasTangent ? Tangent.with(own) : own;
        this.model = isLinearized ? Linearization.of(whole) : whole;
        Symbols symbols = new Symbols(graph, spec);
        this.conditions = new Conditions(graph, rounding, new Bounds(symbols::bounds));
        ModelExponentials shared = new ModelExponentials(graph, rounding, isLinearized ? Linearization.of(own) : own);
        this.ofInputs = spec.inputs().stream()
                .map(input -> JumpUse.of(
                        input, Map.of(Model.TIME, JumpUse.TIME), spec.model().isMap()))
                .toList();
        this.pieces = degree(own) > 1 && !isSmooth ? Optional.of(newPieces()) : Optional.empty();
        this.ofModel = new ExpressionLowering(graph, symbols, rounding, conditions, shared, values, pieces);
    }

    /** That of the model's equations in what jumps, of which the input may be the mean over a step. */
    private int degree(Model equations) {
        Map<String, JumpUse> names = new HashMap<>();
        Symbols symbols = new Symbols(graph, spec);
        equations
                .variableNames()
                .forEach(name -> names.put(name, symbols.isStill(name) ? JumpUse.CONSTANT : JumpUse.STATE));
        names.put(Model.TIME, JumpUse.TIME);
        // In a map the input of an iteration is one number.
        for (int cell = 0; cell < equations.cells().size(); cell++) {
            JumpUse use = equations.isMap() ? JumpUse.TIME : ofInputs.get(cell).averaged();
            names.put(equations.cells().get(cell).input().name(), use);
        }
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

    /**
     * What the equations give for every variable, in the model's order: its slope, or in a map its next value. After them their derivatives, if the method
     * needs these.
     */
    List<Value> equations() {
        Symbols symbols = new Symbols(graph, spec);
        model.variableNames().forEach(name -> values.put(name, symbols.state(name)));
        model.parameterNames().forEach(name -> values.put(name, symbols.quantity(name)));
        values.put(Model.TIME, symbols.time());
        for (int cell = 0; cell < model.cells().size(); cell++) {
            values.put(model.cells().get(cell).input().name(), input(symbols, cell));
        }
        for (Definition definition : model.let()) {
            values.put(definition.name(), ofModel.lower(definition.expression()));
        }
        List<Value> equations = model.equations().stream()
                .map(definition -> ofModel.lower(definition.expression()))
                .toList();
        return pieces.map(each -> each.mean(equations)).orElse(equations);
    }

    /** An expression of the model. Call it after {@link #equations()}. */
    Value lower(Expression expression) {
        return ofModel.lower(expression);
    }

    /** The inputs of the cells. Call it after {@link #equations()}. */
    List<LoweredInput> inputs() {
        return inputs;
    }

    /** The model as it is computed. */
    Model model() {
        return model;
    }

    private Value input(Symbols symbols, int cell) {
        Map<String, Value> scope = new HashMap<>();
        spec.inputNames().forEach(name -> scope.put(name, symbols.quantity(name)));
        scope.put(Model.TIME, symbols.time());
        // An axis may have the name of a variable, with values outside the variable's range.
        ModelExponentials none = new ModelExponentials(graph, rounding);
        // Where the model wants pieces, the input is a value in each of them.
        Optional<Pieces> own =
                pieces.isEmpty() && !isSmooth && ofInputs.get(cell).degree() > 1
                        ? Optional.of(newPieces())
                        : Optional.empty();
        ExpressionLowering lowering =
                new ExpressionLowering(graph, symbols, rounding, conditions, none, scope, pieces.or(() -> own));
        Map<String, Expression> auxiliary = new HashMap<>();
        Expression formula = VanishingQuotients.rewritten(
                spec.inputs().get(cell), spec.inputNames(), rounding, (name, expression) -> {
                    auxiliary.put(name, expression);
                    scope.put(name, lowering.lower(expression));
                });
        Value lowered = lowering.lower(formula);
        inputs.add(new LoweredInput(formula, auxiliary, lowering));
        Value input = own.map(each -> each.mean(List.of(lowered)).get(0)).orElse(lowered);
        if (isLinearized) {
            Value slope = lowering.lower(Linearization.byTime(formula, auxiliary));
            values.put(
                    Linearization.name(model.cells().get(cell).input().name(), Model.TIME),
                    own.map(each -> each.mean(List.of(slope)).get(0)).orElse(slope));
        }
        return spec.isNoisy(cell) ? graph.add(input, symbols.noise(cell)) : input;
    }
}
