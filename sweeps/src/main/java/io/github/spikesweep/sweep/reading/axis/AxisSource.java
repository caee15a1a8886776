package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.space.Numbers;
import java.util.List;

/** An axis as a file declares it. Whether its values are numbers or names follows from what it sets. */
public interface AxisSource {
    AxisHead head();

    /** The values of a numeric axis. */
    Numbers numbers();

    /** The names along an axis over models, precisions or integrators, with their positions in the file. */
    List<Entry.Scalar> names();

    /** The position of the value at {@code index} in the file if it is listed, otherwise that of its axis. */
    Entry place(int index);
}
