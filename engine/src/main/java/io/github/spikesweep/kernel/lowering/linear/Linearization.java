package io.github.spikesweep.kernel.lowering.linear;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.derivative.Derivative;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.CellDifferences;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to the equations of a model their derivatives by the variables and the time, those that do not vanish. */
public final class Linearization {
    private static final Expression ZERO = Expression.number(0);
    private static final Expression ONE = Expression.number(1);

    private Linearization() {}

    /** The name of the derivative of {@code of}; no name of a model has the sign in it. */
    public static String name(String of, String by) {
        return of + "'" + by;
    }

    /** What is differentiated, by the name of the derivative. */
    public static String differentiated(String derivative) {
        return derivative.substring(0, derivative.indexOf('\''));
    }

    /** By what equations are differentiated: the variables, then the time, then the differences of variables of two cells, which do not count as made of these. */
    public static List<String> directions(Model model) {
        List<String> directions = new ArrayList<>(model.variableNames());
        directions.add(Model.TIME);
        directions.addAll(CellDifferences.names(model));
        return directions;
    }

    /** The same model with derivatives after each auxiliary quantity and after all equations. */
    public static Model of(Model model) {
        Set<String> moving = new HashSet<>();
        for (Cell cell : model.cells()) {
            moving.add(name(cell.input().name(), Model.TIME));
        }
        List<String> directions = directions(model);
        List<Definition> let = new ArrayList<>();
        for (Definition definition : model.let()) {
            let.add(definition);
            if (CellDifferences.isOne(definition.name())) {
                continue;
            }
            for (Definition derivative : derivatives(definition, directions, moving)) {
                let.add(derivative);
                moving.add(derivative.name());
            }
        }
        List<Definition> equations = new ArrayList<>(model.equations());
        for (Definition equation : model.equations()) {
            equations.addAll(derivatives(equation, directions, moving));
        }
        return model.withFormulas(model.cells(), let, equations, model.events());
    }

    /** @param moving the names of the derivatives that there are */
    private static List<Definition> derivatives(Definition definition, List<String> directions, Set<String> moving) {
        List<Definition> derivatives = new ArrayList<>();
        for (String by : directions) {
            Derivative derivative = new Derivative(name -> {
                String ofName = name(name, by);
                return name.equals(by) ? ONE : moving.contains(ofName) ? new Expression.Name(ofName) : ZERO;
            });
            Expression formula = derivative.of(definition.expression());
            if (!Derivative.isZero(formula)) {
                derivatives.add(new Definition(name(definition.name(), by), "", formula));
            }
        }
        return derivatives;
    }

    /**
     * The derivative of an input by the time.
     *
     * @param auxiliary names in it that stand for formulas
     */
    public static Expression byTime(Expression input, Map<String, Expression> auxiliary) {
        return new Derivative(name -> {
                    Expression formula = auxiliary.get(name);
                    return name.equals(Model.TIME) ? ONE : formula == null ? ZERO : byTime(formula, auxiliary);
                })
                .of(input);
    }
}
