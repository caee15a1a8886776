package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Function;
import java.util.Optional;

/** A function of time with corners or jumps, its first argument: steps should end at them. */
public interface Stimulus extends Function {

    /**
     * The times at which it is not smooth.
     *
     * @param shape its arguments after the first
     */
    Optional<EdgeTrain> edges(double... shape);
}
