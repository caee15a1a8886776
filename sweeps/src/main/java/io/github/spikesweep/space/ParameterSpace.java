package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All combinations of the values of some axes, numbered by {@code id} from 0. The last axis varies fastest. Without axes
 * there is one combination.
 */
public final class ParameterSpace implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The name of the column that holds the number of a combination. */
    public static final String ID = "id";

    private final List<Axis> axes;
    private final long size;

    /** @throws ArithmeticException if there are more than 2^63 − 1 combinations */
    public ParameterSpace(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        this.size = this.axes.stream().mapToLong(Axis::size).reduce(1, Math::multiplyExact);
    }

    public List<Axis> axes() {
        return axes;
    }

    /** The position of the axis called {@code name}, if there is one. */
    public OptionalInt axis(String name) {
        return IntStream.range(0, axes.size())
                .filter(i -> axes.get(i).name().equals(name))
                .findFirst();
    }

    /** How many combinations there are. */
    public long size() {
        return size;
    }

    /** The index along each axis of combination {@code id}. */
    public long[] indices(long id) {
        if (id < 0 || id >= size) {
            throw new IndexOutOfBoundsException(id + " of " + size);
        }
        long[] indices = new long[axes.size()];
        long rest = id;
        for (int axis = indices.length - 1; axis >= 0; axis--) {
            long along = axes.get(axis).size();
            indices[axis] = rest % along;
            rest /= along;
        }
        return indices;
    }

    /** The combination at an index along each axis. */
    public long id(long... indices) {
        long id = 0;
        for (int axis = 0; axis < axes.size(); axis++) {
            long along = axes.get(axis).size();
            if (indices[axis] < 0 || indices[axis] >= along) {
                throw new IndexOutOfBoundsException(indices[axis] + " of " + along);
            }
            id = id * along + indices[axis];
        }
        return id;
    }
}
