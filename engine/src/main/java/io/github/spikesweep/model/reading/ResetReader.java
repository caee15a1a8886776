package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code reset}, which says what a spike assigns to the variables. */
record ResetReader(Entry.Section section, Formulas formulas) {
    /**
     * @param names what the expressions may use
     * @param variables the names that may be assigned
     */
    List<Definition> read(List<String> names, List<String> variables) {
        KnownNames known = new KnownNames(variables);
        List<Definition> reset = new ArrayList<>();
        section.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                throw new InputException(
                        section.keys().get(name),
                        "a reset of '" + name + "', which is not a variable" + known.hint(name));
            }
            reset.add(formulas.definition(name, entry, names));
        });
        return reset;
    }

    /**
     * Checks that the reset ends a spike, by bringing the spike variable back from the threshold, as far as this can be
     * checked.
     */
    void checkEndsSpike(
            List<Definition> reset, SpikeCondition spike, List<Parameter> parameters, List<Definition> let) {
        Definition back = reset.stream()
                .filter(definition -> definition.name().equals(spike.variable()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        section.position(),
                        "the reset leaves the spike variable '" + spike.variable() + "' at or "
                                + spike.direction().beyond() + " the threshold; assign it a value "
                                + spike.direction().before() + " " + spike.threshold()));
        Map<String, Double> constants = constants(parameters, let);
        if (!constants.keySet().containsAll(back.expression().names())) {
            return;
        }
        double value = Evaluator.evaluate(back.expression(), constants::get);
        if (!spike.isBefore(value)) {
            throw new InputException(
                    section.entries().get(back.name()).position(),
                    "the reset sets '" + back.name() + "' to " + value + ", which is not "
                            + spike.direction().before() + " the threshold " + spike.threshold());
        }
    }

    /** The parameters at their defaults, and the quantities that depend only on them. */
    static Map<String, Double> constants(List<Parameter> parameters, List<Definition> let) {
        Map<String, Double> constants = new HashMap<>();
        parameters.forEach(parameter -> constants.put(parameter.name(), parameter.defaultValue()));
        for (Definition definition : let) {
            Expression expression = definition.expression();
            if (constants.keySet().containsAll(expression.names())) {
                constants.put(definition.name(), Evaluator.evaluate(expression, constants::get));
            }
        }
        return constants;
    }
}
