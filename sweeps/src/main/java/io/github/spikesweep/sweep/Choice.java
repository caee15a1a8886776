package io.github.spikesweep.sweep;

import java.io.Serializable;
import java.util.List;

/**
 * Something that a sweep fixes for all rows or varies along an axis of its own.
 *
 * @param options the one that is fixed, or those along the axis
 * @param axis the position of the axis in the space, or {@link #FIXED}
 */
record Choice<T extends Serializable>(List<T> options, int axis) implements Serializable {
    private static final int FIXED = -1;

    Choice {
        options = List.copyOf(options);
    }

    static <T extends Serializable> Choice<T> fixed(T option) {
        return new Choice<>(List.of(option), FIXED);
    }

    boolean isFixed() {
        return axis == FIXED;
    }

    /** Which option a row has. */
    int index(long[] indices) {
        return isFixed() ? 0 : (int) indices[axis];
    }
}
