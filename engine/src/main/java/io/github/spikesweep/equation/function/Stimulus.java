package io.github.spikesweep.equation.function;

import io.github.spikesweep.equation.Function;
import java.util.Optional;

/** A function of the time, its first argument, with corners or jumps at which steps should end. */
public interface Stimulus extends Function {

    /**
     * The times at which it is not smooth.
     *
     * @param shape the arguments after the first
     */
    EdgeTrain edges(double... shape);

    /**
     * Why such a shape is none, for people: {@code a width of at least 0 is accepted, found -1}. Empty if it is one.
     *
     * @param shape its arguments after the first
     */
    Optional<String> fault(double... shape);
}
