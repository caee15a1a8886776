package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Stepped;
import java.util.List;
import java.util.Optional;

/**
 * The axis that numbers replicates: rows that differ in nothing but their noise.
 *
 * @param position where the block stands
 * @param entry how many there are
 */
record ReplicateAxis(Position position, Entry entry) implements AxisSource {
    /** Its name, which no other axis may have. */
    static final String NAME = "replicate";

    @Override
    public AxisHead head() {
        return new AxisHead(NAME, position, "", Optional.empty(), "number of the replicate, from 0");
    }

    @Override
    public Numbers numbers() {
        return new Stepped(0, Counts.read(entry, "the number of replicates") - 1, 1);
    }

    @Override
    public List<Entry.Scalar> names() {
        throw new IllegalStateException("replicates have numbers");
    }

    @Override
    public Entry place(int index) {
        return entry;
    }
}
