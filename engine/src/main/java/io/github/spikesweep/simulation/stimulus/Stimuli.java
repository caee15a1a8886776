package io.github.spikesweep.simulation.stimulus;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.EdgeTrain;
import io.github.spikesweep.equation.function.Stimulus;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pulses and ramps of one row, as far as their shapes do not change with the time. */
public final class Stimuli {
    private final Map<String, Double> constants;
    private final List<EdgeTrain> trains = new ArrayList<>();
    private boolean sound = true;

    /**
     * Those of a row.
     *
     * @param quantities the value of each quantity by its name; the constants of the equations are added
     */
    public Stimuli(KernelSpec kernel, Map<String, Double> quantities) {
        this.constants = quantities;
        Model model = kernel.model();
        kernel.inputs().forEach(this::collect);
        for (Definition let : model.let()) {
            if (constants.keySet().containsAll(let.expression().names())) {
                constants.put(let.name(), Evaluator.evaluate(let.expression(), constants::get));
            }
        }
        model.formulas().forEach(formula -> collect(formula.expression()));
    }

    /** Whether rows of a spec have any. */
    public static boolean occurIn(KernelSpec spec) {
        return spec.model().formulas().stream().anyMatch(definition -> occurIn(definition.expression()))
                || spec.inputs().stream().anyMatch(Stimuli::occurIn);
    }

    private static boolean occurIn(Expression expression) {
        boolean is = expression instanceof Expression.Call call && call.function() instanceof Stimulus;
        return is || expression.parts().stream().anyMatch(Stimuli::occurIn);
    }

    private void collect(Expression expression) {
        expression.parts().forEach(this::collect);
        if (expression instanceof Expression.Call call && call.function() instanceof Stimulus stimulus) {
            List<Expression> shape =
                    call.arguments().subList(1, call.arguments().size());
            if (shape.stream().allMatch(x -> constants.keySet().containsAll(x.names()))) {
                add(call.arguments().get(0), stimulus, shape);
            }
        }
    }

    private void add(Expression t, Stimulus stimulus, List<Expression> shape) {
        double[] numbers = shape.stream()
                .mapToDouble(x -> Evaluator.evaluate(x, constants::get))
                .toArray();
        if (stimulus.fault(numbers).isPresent()) {
            sound = false;
        } else if (t.equals(new Expression.Name(Model.TIME))) {
            trains.add(stimulus.edges(numbers));
        }
    }

    /** Their edges over the time. */
    public List<EdgeTrain> trains() {
        return List.copyOf(trains);
    }

    /** What does not change with the time, by name. */
    public Map<String, Double> constants() {
        return constants;
    }

    /** Whether each has the shape of one, and no two pulses of a train begin in one step. */
    public boolean fit(double step) {
        return sound && trains.stream().allMatch(train -> train.period() >= step);
    }
}
