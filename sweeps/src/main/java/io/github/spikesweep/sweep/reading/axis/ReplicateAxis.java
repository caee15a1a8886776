package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.sweep.SweepKeys;
import java.util.List;
import java.util.Optional;

/**
 * The axis that numbers replicates: rows that differ only in their noise.
 *
 * @param position the position of the block
 * @param entry the entry with their number
 */
public record ReplicateAxis(Position position, Entry entry) implements AxisSource {
    @Override
    public AxisHead head() {
        return new AxisHead(SweepKeys.REPLICATE, position, "", Optional.empty(), "number of the replicate, from 0");
    }

    @Override
    public Numbers numbers() {
        return new Stepped(0, WholeNumbers.count(entry, "the number of replicates") - 1, 1);
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
