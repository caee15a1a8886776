package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Numbers;
import java.util.List;

/**
 * An axis whose numbers are computed, such as those of samples.
 *
 * @param entry where it is declared
 */
record ComputedAxis(AxisHead head, Numbers numbers, Entry entry) implements AxisSource {
    @Override
    public List<Entry.Scalar> names() {
        throw new InputException(
                head.position(), head.owner() + " takes names, which must be listed: under grid or zip, or in a table");
    }

    @Override
    public Entry place(int index) {
        return entry;
    }
}
