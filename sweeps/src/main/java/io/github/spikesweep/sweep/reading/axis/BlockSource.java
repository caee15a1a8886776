package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.List;

/**
 * A block as a file declares it.
 *
 * @param axes its axes, which vary together; at least one
 * @param carried the columns that go along with its points
 */
public record BlockSource(List<AxisSource> axes, List<CarriedColumn> carried) {
    public BlockSource {
        axes = List.copyOf(axes);
        carried = List.copyOf(carried);
    }

    /**
     * Refuses a block in which all points are the same.
     *
     * @param position where it is
     */
    static void checkAxes(Position position, List<AxisSource> axes) {
        if (axes.isEmpty()) {
            throw new InputException(position, "every column is only carried along; at least one must be an axis");
        }
    }

    /** A block without carried columns. */
    static BlockSource of(List<AxisSource> axes) {
        return new BlockSource(axes, List.of());
    }
}
