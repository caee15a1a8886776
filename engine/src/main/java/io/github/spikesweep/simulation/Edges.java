package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.EdgeTrain;
import io.github.spikesweep.equation.function.Stimulus;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The times at which the pulses and ramps of one row begin and end: a step must not straddle them. */
final class Edges {
    private final List<EdgeTrain> trains = new ArrayList<>();
    private final Map<String, Double> quantities;

    Edges(Trial trial) {
        this.quantities = trial.quantitiesByName();
        collect(trial.kernel().input());
        Model model = trial.kernel().model();
        model.let().forEach(let -> collect(let.expression()));
        model.equations().forEach(equation -> collect(equation.expression()));
    }

    /** The first edge after {@code time}; infinite if there is none. */
    double next(double time) {
        return trains.stream().mapToDouble(train -> train.next(time)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private void collect(Expression expression) {
        expression.parts().forEach(this::collect);
        if (expression instanceof Expression.Call call && call.function() instanceof Stimulus stimulus) {
            List<Expression> shape =
                    call.arguments().subList(1, call.arguments().size());
            boolean ofTime = call.arguments().get(0) instanceof Expression.Name name
                    && name.name().equals(Model.TIME);
            boolean known = shape.stream().allMatch(x -> quantities.keySet().containsAll(x.names()));
            if (ofTime && known) {
                double[] numbers = shape.stream()
                        .mapToDouble(x -> Evaluator.evaluate(x, quantities::get))
                        .toArray();
                stimulus.edges(numbers).ifPresent(trains::add);
            }
        }
    }
}
