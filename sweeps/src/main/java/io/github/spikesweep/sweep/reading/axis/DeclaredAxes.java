package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The axes under {@code sweep} as they are declared: blocks of axes that vary together, by the names of the axes. */
public final class DeclaredAxes {
    private final List<BlockSource> blocks;
    private final List<String> names;
    private final Map<String, AxisSource> axes = new HashMap<>();
    private final Set<String> joined = new HashSet<>();

    /** @throws InputException if two axes have the same name */
    public DeclaredAxes(List<BlockSource> blocks) {
        this.blocks = List.copyOf(blocks);
        for (BlockSource block : blocks) {
            for (AxisSource axis : block.axes()) {
                AxisSource other = axes.putIfAbsent(axis.head().name(), axis);
                if (other != null) {
                    throw new InputException(
                            axis.head().position(),
                            axis.head().owner() + " is declared twice, first at "
                                    + other.head().position());
                }
                if (block.axes().size() > 1) {
                    joined.add(axis.head().name());
                }
            }
        }
        this.names = blocks.stream()
                .flatMap(block -> block.axes().stream())
                .map(axis -> axis.head().name())
                .toList();
    }

    /** The blocks in order; the axes of a block vary together. */
    public List<BlockSource> blocks() {
        return blocks;
    }

    /** The columns that go along with the points of all blocks, in order. */
    public List<CarriedColumn> carried() {
        return blocks.stream().flatMap(block -> block.carried().stream()).toList();
    }

    /** The names of the axes, in order. */
    public List<String> names() {
        return names;
    }

    /** The units that the file states, by the names of the axes. */
    public Map<String, Entry.Scalar> units() {
        Map<String, Entry.Scalar> units = new HashMap<>();
        axes.forEach((name, axis) -> axis.head().unit().ifPresent(unit -> units.put(name, unit)));
        return units;
    }

    /** Whether there is an axis with this name. */
    public boolean contains(String name) {
        return axes.containsKey(name);
    }

    /** The axis of that name, which must exist. */
    public AxisSource get(String name) {
        return axes.get(name);
    }

    /** Whether the axis varies together with others, so that its values may repeat. */
    public boolean isJoined(String name) {
        return joined.contains(name);
    }
}
