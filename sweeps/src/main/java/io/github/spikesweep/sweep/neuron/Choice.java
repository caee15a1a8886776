package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.space.Labels;
import java.io.Serializable;
import java.util.List;

/**
 * A model, precision or integrator that is fixed for all rows or varies along an axis.
 *
 * @param options the fixed one, or the distinct ones along the axis
 * @param named the name of each option in the sweep file: for a model from a file, its path
 * @param axis the position of the axis in the space, or {@link #FIXED}
 * @param labels the names along the axis, one distinct name for each option; a single name if it is fixed
 */
public record Choice<T extends Serializable>(List<T> options, List<String> named, int axis, Labels labels)
        implements Serializable {
    private static final int FIXED = -1;
    private static final Labels ONE = new Labels(List.of("fixed"));

    public Choice {
        options = List.copyOf(options);
        named = List.copyOf(named);
        if (options.size() != labels.names().size() || options.size() != named.size()) {
            throw new IllegalArgumentException("one option for each name: " + options + ", " + named + ", " + labels);
        }
    }

    /** A choice of one option for all rows. */
    public static <T extends Serializable> Choice<T> fixed(T option, String named) {
        return new Choice<>(List.of(option), List.of(named), FIXED, ONE);
    }

    /** The same choice with other options, in the same order. */
    public Choice<T> among(List<T> others) {
        return new Choice<>(others, named, axis, labels);
    }

    /** Whether all rows have the same option. */
    public boolean isFixed() {
        return axis == FIXED;
    }
}
