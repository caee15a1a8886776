package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All combinations of the points of some blocks of axes, numbered by {@code id} from 0. The last block varies fastest. Without
 * blocks there is one combination.
 */
public final class ParameterSpace implements Serializable {
    /** The name of the column with the number of a combination. */
    public static final String ID = "id";

    private final List<Block> blocks;
    private final List<Axis> axes;
    /** The block of each axis. */
    private final int[] blockOf;

    private final Map<String, Integer> positions;
    private final long size;

    /** @throws ArithmeticException if there are more than 2^63 − 1 combinations */
    public ParameterSpace(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.axes = this.blocks.stream().flatMap(block -> block.axes().stream()).toList();
        this.blockOf = IntStream.range(0, this.blocks.size())
                .flatMap(block -> this.blocks.get(block).axes().stream().mapToInt(axis -> block))
                .toArray();
        this.positions = IntStream.range(0, axes.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> axes.get(i).name(), Function.identity()));
        this.size = this.blocks.stream().mapToLong(Block::size).reduce(1, Math::multiplyExact);
    }

    /**
     * The space whose first block has only the first {@code points} points, so that its combinations are the first ones of this
     * space; empty if that block has no more than these, or is not of listed values.
     */
    public Optional<ParameterSpace> startingWith(long points) {
        if (blocks.isEmpty() || points < 1 || points >= blocks.get(0).size()) {
            return Optional.empty();
        }
        return blocks.get(0).startingWith(points).map(start -> {
            List<Block> all = new ArrayList<>(blocks);
            all.set(0, start);
            return new ParameterSpace(all);
        });
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** The axes of all blocks, in order. */
    public List<Axis> axes() {
        return axes;
    }

    /** The position among {@link #axes()} of the axis called {@code name}, if there is one. */
    public OptionalInt axis(String name) {
        Integer position = positions.get(name);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The position among {@link #blocks()} of the block of an axis. */
    public int blockOf(int axis) {
        return blockOf[axis];
    }

    /** How many combinations there are. */
    public long size() {
        return size;
    }

    /** The numbers that {@code condition} compares an axis with for equality and that are none of its values: a sentence each. */
    public List<String> misses(Condition condition) {
        return axes.stream()
                .filter(axis -> axis.name().equals(condition.column()))
                .flatMap(axis -> condition
                        .equalities()
                        .filter(Literal.Real.class::isInstance)
                        .flatMap(literal -> axis.miss(((Literal.Real) literal).value()).stream()))
                .toList();
    }

    /** The index along each block of combination {@code id}. */
    public long[] indices(long id) {
        if (id < 0 || id >= size) {
            throw new IndexOutOfBoundsException(id + " of " + size);
        }
        long[] indices = new long[blocks.size()];
        long rest = id;
        for (int block = indices.length - 1; block >= 0; block--) {
            long along = blocks.get(block).size();
            indices[block] = rest % along;
            rest /= along;
        }
        return indices;
    }

    /** The combination at an index along each block. */
    public long id(long... indices) {
        long id = 0;
        for (int block = 0; block < blocks.size(); block++) {
            long along = blocks.get(block).size();
            if (indices[block] < 0 || indices[block] >= along) {
                throw new IndexOutOfBoundsException(indices[block] + " of " + along);
            }
            id = id * along + indices[block];
        }
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterSpace space && blocks.equals(space.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    @Override
    public String toString() {
        return blocks.toString();
    }
}
