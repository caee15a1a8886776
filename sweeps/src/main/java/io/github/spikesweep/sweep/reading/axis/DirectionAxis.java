package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.sweep.Chains;
import java.util.List;
import java.util.Optional;

/**
 * The axis that tells chains upwards from those downwards, where a sweep has both. It is the first axis of the space.
 *
 * @param entry the entry that asks for both
 */
public record DirectionAxis(Entry.Scalar entry) implements AxisSource {
    @Override
    public AxisHead head() {
        return new AxisHead(
                Chains.DIRECTION,
                entry.position(),
                "",
                Optional.empty(),
                "whether the rows of a chain follow each other up or down its axis");
    }

    /** The directions. */
    public Labels labels() {
        return new Labels(Chains.Course.BOTH.directions().stream()
                .map(Chains.Course::label)
                .toList());
    }

    @Override
    public Numbers numbers() {
        throw new IllegalStateException("directions have names");
    }

    @Override
    public List<Entry.Scalar> names() {
        return labels().names().stream()
                .map(name -> new Entry.Scalar(entry.position(), name, false))
                .toList();
    }

    @Override
    public Entry place(int index) {
        return entry;
    }
}
