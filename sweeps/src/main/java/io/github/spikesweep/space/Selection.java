package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some combinations of a space, in the order of their ids: those whose index along every block is among the selected ones and
 * whose id is in selected ranges. It computes with ranges; combinations are never listed.
 */
public final class Selection implements Serializable {
    private final ParameterSpace space;
    private final List<IndexRanges> perBlock;
    private final IndexRanges ids;
    /** The selected ids, renumbered within the product of the selected indices, where they are as dense as possible. */
    private final IndexRanges positions;

    private Selection(ParameterSpace space, List<IndexRanges> perBlock, IndexRanges ids) {
        this.space = space;
        this.perBlock = List.copyOf(perBlock);
        this.ids = ids;
        this.positions = positions();
    }

    /** Every combination. */
    public static Selection all(ParameterSpace space) {
        List<IndexRanges> perBlock = space.blocks().stream()
                .map(block -> IndexRanges.all(block.size()))
                .toList();
        return new Selection(space, perBlock, IndexRanges.all(space.size()));
    }

    public ParameterSpace space() {
        return space;
    }

    /** Whether the column of {@code condition} exists and its literals are of the column's type. */
    public boolean knows(Condition condition) {
        return isOnId(condition)
                ? condition.comparesWith(Literal.Whole.class)
                : space.axes().stream().anyMatch(axis -> axis.knows(condition));
    }

    /** Whether {@code id} is that of a selected combination. */
    public boolean contains(long id) {
        if (id < 0 || id >= space.size()) {
            return false;
        }
        long[] indices = space.indices(id);
        for (int block = 0; block < indices.length; block++) {
            if (!perBlock.get(block).contains(indices[block])) {
                return false;
            }
        }
        return ids.contains(id);
    }

    /**
     * Whether {@link #where} can apply {@code condition} without listing: its column exists and its literals are of the
     * column's type.
     */
    public boolean answers(Condition condition) {
        return isOnId(condition)
                ? condition.comparesWith(Literal.Whole.class)
                : space.axes().stream().anyMatch(axis -> axis.answers(condition));
    }

    /**
     * The combinations of this selection that satisfy all of {@code conditions}.
     *
     * @throws IllegalArgumentException if one cannot be {@linkplain #answers answered}
     */
    public Selection where(List<Condition> conditions) {
        List<IndexRanges> narrowed = new ArrayList<>(perBlock);
        IndexRanges narrowedIds = ids;
        for (Condition condition : conditions) {
            if (!answers(condition)) {
                throw new IllegalArgumentException("cannot be answered: " + condition);
            }
            if (isOnId(condition)) {
                narrowedIds = narrowedIds.intersect(condition.matching(space.size(), this::splitIds));
                continue;
            }
            int axis = space.axis(condition.column()).orElseThrow();
            int block = space.blockOf(axis);
            IndexRanges matching = space.axes().get(axis).matching(condition);
            narrowed.set(block, narrowed.get(block).intersect(matching));
        }
        return new Selection(space, narrowed, narrowedIds);
    }

    /** How many combinations are selected. */
    public long size() {
        return positions.count();
    }

    /** The {@code k}-th selected id, counted from 0, in increasing order. */
    public long idAt(long k) {
        return idOfPosition(positions.at(k));
    }

    /**
     * The position of a combination among the selected ones: {@code idAt(positionOf(id))} is {@code id}.
     *
     * @param id one that is {@linkplain #contains selected}
     */
    public long positionOf(long id) {
        return below(id);
    }

    /** How many of the selected combinations have a smaller id. */
    public long below(long id) {
        return positions.rank(positionsBelow(id));
    }

    /** The selected combinations from the {@code from}-th, inclusive, to the {@code to}-th, exclusive. */
    public Selection slice(long from, long to) {
        if (from < 0 || to > size()) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + size());
        }
        IndexRanges range = from < to ? IndexRanges.of(idAt(from), idAt(to - 1) + 1) : IndexRanges.none();
        return new Selection(space, perBlock, ids.intersect(range));
    }

    /** The indices along one block that selected combinations can have; if ids are restricted, not all of them need occur. */
    public IndexRanges along(int block) {
        if (size() == 0) {
            return IndexRanges.none();
        }
        long[] first = space.indices(idAt(0));
        long[] last = space.indices(idAt(size() - 1));
        boolean bounded = Arrays.equals(first, 0, block, last, 0, block);
        return bounded
                ? perBlock.get(block).intersect(IndexRanges.of(first[block], last[block] + 1))
                : perBlock.get(block);
    }

    private IndexRanges positions() {
        List<IndexRanges> ranges = new ArrayList<>();
        for (int i = 0; i < ids.rangeCount(); i++) {
            ranges.add(IndexRanges.of(positionsBelow(ids.rangeFrom(i)), positionsBelow(ids.rangeTo(i))));
        }
        return IndexRanges.unionOf(ranges);
    }

    /** How many combinations with selected indices have a smaller id. */
    private long positionsBelow(long id) {
        boolean past = id == space.size();
        long[] indices = past ? new long[perBlock.size()] : space.indices(id);
        long below = past ? 1 : 0;
        boolean within = !past;
        for (int block = 0; block < indices.length; block++) {
            IndexRanges along = perBlock.get(block);
            below = below * along.count() + (within ? along.rank(indices[block]) : 0);
            within = within && along.contains(indices[block]);
        }
        return below;
    }

    private long idOfPosition(long position) {
        long[] indices = new long[perBlock.size()];
        long rest = position;
        for (int block = indices.length - 1; block >= 0; block--) {
            IndexRanges along = perBlock.get(block);
            indices[block] = along.at(rest % along.count());
            rest /= along.count();
        }
        return space.id(indices);
    }

    private Split splitIds(Literal literal) {
        long value = ((Literal.Whole) literal).value();
        long equal = Math.max(0, Math.min(value, space.size()));
        long above = value < 0 || value >= space.size() ? equal : equal + 1;
        return new Split(IndexRanges.of(0, equal), IndexRanges.of(equal, above), IndexRanges.of(above, space.size()));
    }

    private static boolean isOnId(Condition condition) {
        return condition.column().equals(ParameterSpace.ID);
    }
}
