package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.List;

/**
 * Axes that run together: a combination has the same index along all of them. An axis that runs by itself is a block of one.
 *
 * @param axes at least one, all of the same size
 */
public record Block(List<Axis> axes) implements Serializable {
    public Block {
        axes = List.copyOf(axes);
        if (axes.stream().mapToLong(Axis::size).distinct().count() != 1) {
            throw new IllegalArgumentException("axes that run together have one size: " + axes);
        }
    }

    /** How many points it has: the size of each of its axes. */
    public long size() {
        return axes.get(0).size();
    }
}
