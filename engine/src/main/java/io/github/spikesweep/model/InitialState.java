package io.github.spikesweep.model;

import io.github.spikesweep.equation.Evaluator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The variables of one neuron at time 0, if a model gives them as expressions, such as gates at their steady state. */
public final class InitialState {
    private final Model model;
    private final ToDoubleFunction<String> parameters;
    /** The values of variables and auxiliary quantities that are known so far. */
    private final Map<String, Double> known;

    private final Map<String, Definition> formulas = new HashMap<>();

    /**
     * @param parameters the value of each parameter
     * @param given the values of variables that are set directly
     */
    public InitialState(Model model, ToDoubleFunction<String> parameters, Map<String, Double> given) {
        this.model = model;
        this.parameters = parameters;
        this.known = new HashMap<>(given);
        known.put(Model.TIME, 0.0);
        model.let().forEach(definition -> formulas.put(definition.name(), definition));
        model.variables().forEach(variable -> formulas.put(variable.name(), variable.initial()));
    }

    /** With all parameters at their defaults. */
    public static InitialState ofDefaults(Model model) {
        return new InitialState(
                model, name -> model.parameter(name).orElseThrow().defaultValue(), Map.of());
    }

    /** The value of a variable; infinite or NaN if its expression is. */
    public double of(String variable) {
        Double value = known.get(variable);
        if (value == null) {
            Definition definition = formulas.get(variable);
            value = definition == null
                    ? parameters.applyAsDouble(variable)
                    : Evaluator.evaluate(definition.expression(), this::of);
            known.put(variable, value);
        }
        return value;
    }

    /** The values of all variables, in the model's order. */
    public double[] values() {
        return model.variableNames().stream().mapToDouble(this::of).toArray();
    }
}
