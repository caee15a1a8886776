package io.github.spikesweep.sweep;

import io.github.spikesweep.space.Labels;
import java.io.Serializable;
import java.util.List;

/**
 * Something that a sweep fixes for all rows or varies along an axis of its own.
 *
 * @param options the one that is fixed, or the different ones along the axis
 * @param axis the position of the axis in the space, or {@link #FIXED}
 * @param labels the names along the axis, of which each different one stands for an option; a single one if it is fixed
 */
record Choice<T extends Serializable>(List<T> options, int axis, Labels labels) implements Serializable {
    private static final int FIXED = -1;
    private static final Labels ONE = new Labels(List.of("fixed"));

    Choice {
        options = List.copyOf(options);
        if (options.size() != labels.names().size()) {
            throw new IllegalArgumentException("one option for each name: " + options + ", " + labels);
        }
    }

    static <T extends Serializable> Choice<T> fixed(T option) {
        return new Choice<>(List.of(option), FIXED, ONE);
    }

    /** The same choice among other options, in the same order. */
    Choice<T> among(List<T> others) {
        return new Choice<>(others, axis, labels);
    }

    boolean isFixed() {
        return axis == FIXED;
    }
}
