package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.sweep.neuron.Point;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Some expressions over the axes, evaluated at one point after the other. What is the same at all points is evaluated once. */
final class PointValues {
    private final double[] constants;
    /** The positions of the others. */
    private final int[] varying;

    private final Expression[] expressions;

    PointValues(Collection<Expression> expressions) {
        List<Expression> all = List.copyOf(expressions);
        this.constants = new double[all.size()];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = all.get(i).names().isEmpty() ? Evaluator.evaluate(all.get(i)) : Double.NaN;
        }
        this.varying = IntStream.range(0, constants.length)
                .filter(i -> !all.get(i).names().isEmpty())
                .toArray();
        this.expressions = Arrays.stream(varying).mapToObj(all::get).toArray(Expression[]::new);
    }

    /** The value of each, in a new array. */
    double[] at(Point point) {
        double[] values = constants.clone();
        for (int i = 0; i < varying.length; i++) {
            values[varying[i]] = point.evaluate(expressions[i]);
        }
        return values;
    }
}
