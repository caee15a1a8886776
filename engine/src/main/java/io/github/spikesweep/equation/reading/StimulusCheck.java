package io.github.spikesweep.equation.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.function.Stimulus;
import java.util.List;
import java.util.Map;

/** Refuses pulses and ramps whose shape is none, as far as it is known when they are read. */
public final class StimulusCheck {
    private StimulusCheck() {}

    /**
     * Checks all stimuli of an expression.
     *
     * @param known the values of names
     * @param places where its parts stand
     * @param fallback where it stands itself
     * @throws InputException at the first one that is wrong
     */
    public static void check(Expression expression, Map<String, Double> known, SourceMap places, Position fallback) {
        for (Expression part : expression.parts()) {
            check(part, known, places, fallback);
        }
        if (expression instanceof Expression.Call call && call.function() instanceof Stimulus stimulus) {
            List<Expression> shape =
                    call.arguments().subList(1, call.arguments().size());
            if (shape.stream().allMatch(x -> known.keySet().containsAll(x.names()))) {
                double[] numbers = shape.stream()
                        .mapToDouble(x -> Evaluator.evaluate(x, known::get))
                        .toArray();
                stimulus.fault(numbers).ifPresent(fault -> {
                    throw new InputException(places.position(call, fallback), fault);
                });
            }
        }
    }
}
