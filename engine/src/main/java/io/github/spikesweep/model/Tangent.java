package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.derivative.Derivative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model with its variational equations: after its variables come those of a tangent vector, which say how a small change of each goes on along with the
 * state. Its equations are the derivatives of the model's in the direction of the vector. All that is the model's own comes first and stays as it is.
 */
public final class Tangent {
    /** Before the name of a variable or an auxiliary quantity: its part of the vector. No name of a model begins so, and no cell is called so. */
    private static final String PREFIX = "~.";

    private static final Expression ZERO = Expression.number(0);

    private Tangent() {}

    /** Whether a name is one of the tangent vector. */
    public static boolean isOf(String name) {
        return name.startsWith(PREFIX);
    }

    /** The same model with the vector, if its spikes change nothing: a reset would change the vector by more than the equations say. */
    public static Model with(Model model) {
        if (model.fires()) {
            throw new IllegalArgumentException("spikes change variables of " + model.name());
        }
        Set<String> moving = new HashSet<>(model.variableNames());
        List<Definition> let = new ArrayList<>(model.let());
        for (Definition definition : model.let()) {
            Definition along = along(definition, moving);
            if (!Derivative.isZero(along.expression())) {
                let.add(along);
                moving.add(definition.name());
            }
        }
        List<Definition> equations = new ArrayList<>(model.equations());
        model.equations().forEach(equation -> equations.add(along(equation, moving)));
        List<Variable> variables = new ArrayList<>(model.variables());
        for (Variable variable : model.variables()) {
            String name = PREFIX + variable.name();
            variables.add(new Variable(name, new Definition(name, "1", Expression.number(1)), Range.UNBOUNDED, "", ""));
        }
        return with(model, variables, let, equations);
    }

    /** The model by itself. */
    public static Model without(Model model) {
        return with(
                model,
                model.variables().stream()
                        .filter(variable -> !isOf(variable.name()))
                        .toList(),
                own(model.let()),
                own(model.equations()));
    }

    private static List<Definition> own(List<Definition> definitions) {
        return definitions.stream()
                .filter(definition -> !isOf(definition.name()))
                .toList();
    }

    private static Model with(Model model, List<Variable> variables, List<Definition> let, List<Definition> equations) {
        return new Model(
                model.name(),
                model.title(),
                model.source(),
                model.time(),
                variables,
                model.parameters(),
                model.cells(),
                let,
                model.dynamics(),
                equations,
                model.events(),
                model.longestStep());
    }

    /** @param moving the names that have a part in the vector; the others do not depend on the state */
    private static Definition along(Definition definition, Set<String> moving) {
        Derivative derivative =
                new Derivative(name -> moving.contains(name) ? new Expression.Name(PREFIX + name) : ZERO);
        return new Definition(PREFIX + definition.name(), "", derivative.of(definition.expression()));
    }
}
