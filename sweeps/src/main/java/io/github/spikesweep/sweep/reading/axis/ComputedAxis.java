package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Numbers;
import java.util.List;

/**
 * An axis whose numbers are computed, as those of samples are.
 *
 * @param entry where it is declared
 */
record ComputedAxis(AxisHead head, Numbers numbers, Entry entry) implements AxisSource {
    @Override
    public List<Entry.Scalar> names() {
        throw new InputException(
                head.position(),
                head.owner() + " has names for values, which are listed: under grid or zip, or in a table");
    }

    @Override
    public Entry place(int index) {
        return entry;
    }
}
