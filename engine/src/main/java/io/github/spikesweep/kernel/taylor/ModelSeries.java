package io.github.spikesweep.kernel.taylor;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import io.github.spikesweep.model.CellDifferences;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The series of a model's variables and of their slopes. */
public final class ModelSeries {
    private final Recurrences recurrences;
    private final Function<Value, Value> inMiddle;
    private final Map<String, Series> names = new HashMap<>();
    private final List<Series> variables = new ArrayList<>();
    private final List<Series> slopes = new ArrayList<>();

    /** @param inMiddle gives a value in the middle of the longest step that may be taken */
    public ModelSeries(ValueGraph graph, Function<Value, Value> inMiddle) {
        this.recurrences = new Recurrences(graph);
        this.inMiddle = inMiddle;
    }

    /**
     * The series of an input, which is then known by a name.
     *
     * @param lowering gives the value of an expression in it
     * @param time that at the start of the step
     * @param formulas those of auxiliary names
     */
    public void input(
            String name,
            Expression input,
            Function<Expression, Value> lowering,
            Value time,
            Map<String, Expression> formulas) {
        Map<String, Series> own = new HashMap<>();
        own.put(Model.TIME, time(time));
        ExpressionSeries series = new ExpressionSeries(recurrences, lowering, inMiddle, own, formulas, Set.of());
        names.put(name, series.of(input));
    }

    private Series time(Value time) {
        return recurrences.line(time, recurrences.graph().constant(1));
    }

    /**
     * Takes the equations of a model, after its inputs.
     *
     * @param lowering gives the value of an expression in them
     * @param time that at the start of the step
     * @param free of each variable the part of its slope that counts, which does not change during a step
     */
    public void equations(Model model, Function<Expression, Value> lowering, Value time, List<Value> free) {
        names.put(Model.TIME, time(time));
        for (int v = 0; v < model.variableNames().size(); v++) {
            String name = model.variableNames().get(v);
            int index = v;
            Series variable = recurrences.variable(lowering.apply(new Expression.Name(name)), () -> slopes.get(index));
            names.put(name, variable);
            variables.add(variable);
        }
        Map<String, Expression> formulas = new HashMap<>();
        model.let().forEach(let -> formulas.put(let.name(), let.expression()));
        ExpressionSeries series =
                new ExpressionSeries(recurrences, lowering, inMiddle, names, formulas, usedOnce(model));
        for (int v = 0; v < model.equations().size(); v++) {
            Series slope = series.of(model.equations().get(v).expression());
            slopes.add(free.get(v).isConstant(1) ? slope : recurrences.scaled(slope, free.get(v)));
        }
    }

    private static Set<String> usedOnce(Model model) {
        Map<String, Integer> uses = new HashMap<>();
        model.let().forEach(let -> count(let.expression(), uses));
        model.equations().forEach(equation -> count(equation.expression(), uses));
        return model.let().stream()
                .map(Definition::name)
                .filter(name -> uses.getOrDefault(name, 0) == 1 && !CellDifferences.isOne(name))
                .collect(Collectors.toSet());
    }

    private static void count(Expression expression, Map<String, Integer> uses) {
        if (expression instanceof Expression.Name name) {
            uses.merge(name.name(), 1, Integer::sum);
        }
        expression.parts().forEach(part -> count(part, uses));
    }

    /** Those of the variables, in the order of the model. */
    public List<Series> variables() {
        return List.copyOf(variables);
    }

    /** Those of their slopes. */
    public List<Series> slopes() {
        return List.copyOf(slopes);
    }
}
