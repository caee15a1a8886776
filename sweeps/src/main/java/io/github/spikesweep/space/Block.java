package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.List;

/**
 * Axes that vary together: a combination has the same index along all of them. A single axis is a block of one.
 *
 * @param axes at least one, all of the same size
 */
public record Block(List<Axis> axes) implements Serializable {
    public Block {
        axes = List.copyOf(axes);
        if (axes.stream().mapToLong(Axis::size).distinct().count() != 1) {
            throw new IllegalArgumentException("axes that vary together must have the same size: " + axes);
        }
    }

    /** How many points it has: the size of each of its axes. */
    public long size() {
        return axes.get(0).size();
    }
}
