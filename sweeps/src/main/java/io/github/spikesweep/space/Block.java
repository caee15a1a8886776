package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Axes that vary together: a combination has the same index along all of them. A single axis is a block of one.
 *
 * @param axes at least one, all of the same size
 * @param carried columns that go along with its points
 */
public record Block(List<Axis> axes, List<Carried> carried) implements Serializable {
    /** A block without columns that are only carried along. */
    public Block(List<Axis> axes) {
        this(axes, List.of());
    }

    public Block {
        axes = List.copyOf(axes);
        carried = List.copyOf(carried);
        if (axes.stream().mapToLong(Axis::size).distinct().count() != 1) {
            throw new IllegalArgumentException("axes that vary together must have the same size: " + axes);
        }
        long size = axes.get(0).size();
        if (carried.stream().anyMatch(column -> column.size() != size)) {
            throw new IllegalArgumentException(
                    "what goes along with " + size + " points has as many cells: " + carried);
        }
    }

    /** The first points, if all values are listed. */
    Optional<Block> startingWith(long points) {
        List<Axis> start = new ArrayList<>();
        for (Axis axis : axes) {
            Values values;
            if (axis.values() instanceof NumberList numbers) {
                values = numbers.startingWith(points);
            } else if (axis.values() instanceof Labels labels) {
                values = labels.startingWith(points);
            } else {
                return Optional.empty();
            }
            start.add(new Axis(axis.name(), values, axis.label(), axis.unit(), axis.description()));
        }
        return Optional.of(new Block(
                start,
                carried.stream().map(column -> column.startingWith(points)).toList()));
    }

    /** How many points it has: the size of each of its axes. */
    public long size() {
        return axes.get(0).size();
    }
}
