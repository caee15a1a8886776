package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.space.Numbers;
import java.util.List;

/** An axis as a file declares it. Whether its values are numbers or names follows from what it sets. */
public interface AxisSource {
    AxisHead head();

    /** The values of a numeric axis. */
    Numbers numbers();

    /** The names along an axis over models, precisions or integrators, and where they stand. */
    List<Entry.Scalar> names();

    /** Where the value at {@code index} stands, if it is listed; otherwise where its axis stands. */
    Entry place(int index);
}
