package io.github.spikesweep.sweep.refine;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The grid of the rows of a sweep that is refined. Its axes are those along which it is refined, with the values that conditions on
 * single axes leave; there is such a grid for each combination of the other blocks. A combination that is no row has no class. Its
 * points are numbered by their place, combination by combination. Immutable.
 */
public final class RefinedGrid {
    /** The most points of the coarse grids of all combinations together. */
    public static final double MOST_COARSE = 1e7;
    /** The most combinations of which each has to be asked whether it is a row. */
    private static final double MOST_ASKED = 1e8;
    /** The most rows of a table that is filled in. */
    private static final double MOST_FILLED = 1e7;
    /** The most rows from which an audit chooses. */
    private static final double MOST_AUDITED = 1e9;

    private final RowSet rows;
    private final Refinement refinement;
    private final Selection candidates;
    private final ParameterSpace space;
    /** The blocks in the order of places: the others first, then the refined ones. */
    private final List<Integer> order = new ArrayList<>();
    /** The indices along each block, in that order. */
    private final List<IndexRanges> along = new ArrayList<>();

    private final int others;
    private final long[] sizes;
    private final Boxes boxes;
    private final long volume;
    private final boolean whole;

    private RefinedGrid(RowSet rows, Refinement refinement) {
        this.rows = rows;
        this.refinement = refinement;
        this.candidates = rows.candidates();
        this.space = candidates.space();
        List<Integer> refined = refinement.axes().stream()
                .map(axis -> space.blockOf(axis.axis()))
                .toList();
        IntStream.range(0, space.blocks().size())
                .filter(block -> !refined.contains(block))
                .forEach(order::add);
        this.others = order.size();
        order.addAll(refined);
        order.forEach(block -> along.add(candidates.along(block)));
        this.sizes = along.subList(others, along.size()).stream()
                .mapToLong(IndexRanges::count)
                .toArray();
        this.boxes = new Boxes(
                sizes,
                refinement.axes().stream().mapToLong(Refinement.Along::coarse).toArray());
        this.volume = product(along.subList(others, along.size()));
        this.whole = !rows.isFiltered() && candidates.size() == combinations() * volume;
    }

    /**
     * The grid of some rows of a refined sweep.
     *
     * @throws InputException if its coarse grid has too many points, or more combinations than can be gone through one by one, where that is
     *     necessary
     */
    public static RefinedGrid of(SweepDefinition definition, RowSet rows) {
        Refinement refinement = definition.refinement();
        RefinedGrid grid = new RefinedGrid(rows, refinement);
        if (grid.coarsePoints() > MOST_COARSE) {
            throw new InputException(
                    "'refine': the coarse grid has %.2g rows; at most 10^7 are accepted; take a larger 'coarse'"
                            .formatted(grid.coarsePoints()));
        }
        double all = (double) grid.combinations() * grid.volume;
        if (!grid.whole && all > MOST_ASKED) {
            throw new InputException(
                    "'refine' has to ask each of %.2g combinations whether 'where' keeps it; at most 10^8 are accepted"
                            .formatted(all));
        }
        if (refinement.fill() && all > MOST_FILLED) {
            throw new InputException(
                    "'fill' writes every row, and there are %.2g; at most 10^7 are accepted".formatted(all));
        }
        if (definition.isAudited() && all > MOST_AUDITED) {
            throw new InputException(
                    "an audit goes through all rows that are filled in, and there are up to %.2g; at most 10^9 are accepted"
                            .formatted(all));
        }
        return grid;
    }

    private static long product(List<IndexRanges> ranges) {
        return ranges.stream().mapToLong(IndexRanges::count).reduce(1, Math::multiplyExact);
    }

    private long combinations() {
        return product(along.subList(0, others));
    }

    /** How many points the coarse grids of all combinations have, whether they are rows or not. */
    public double coarsePoints() {
        return combinations() * boxes.coarsePoints();
    }

    /** Whether every combination is a row. */
    public boolean isWhole() {
        return whole;
    }

    /**
     * An axis along which it is refined.
     *
     * @param axis its position among the axes of the space
     * @param coarse every so many-th value is on the coarse grid, and the last one
     * @param size how many values it has in the sweep
     * @param stride by how much the id grows from one of them to the next
     * @param indices of the values that the rows have
     * @param of the axis itself
     */
    public record Along(int axis, long coarse, long size, long stride, IndexRanges indices, Axis of) {
        /** How many values the rows have. */
        public long count() {
            return indices.count();
        }

        /** One of these, from 0. */
        public double value(long place) {
            return of.value(indices.at(place));
        }
    }

    /** The axes along which it is refined. */
    public List<Along> axes() {
        List<Along> axes = new ArrayList<>();
        for (int i = 0; i < refinement.axes().size(); i++) {
            Refinement.Along along = refinement.axes().get(i);
            Axis axis = space.axes().get(along.axis());
            long stride = space.blocks().stream()
                    .skip(space.blockOf(along.axis()) + 1L)
                    .mapToLong(Block::size)
                    .reduce(1, (a, b) -> a * b);
            axes.add(new Along(along.axis(), along.coarse(), axis.size(), stride, this.along.get(others + i), axis));
        }
        return axes;
    }

    /** How the axes along which it is refined are cut. */
    Boxes boxes() {
        return boxes;
    }

    long[] sizes() {
        return sizes.clone();
    }

    /** How many points the grid of a combination has. */
    long volume() {
        return volume;
    }

    /** The place of a row. */
    long place(long id) {
        long[] indices = space.indices(id);
        long place = 0;
        for (int i = 0; i < along.size(); i++) {
            IndexRanges values = along.get(i);
            place = place * values.count() + values.rank(indices[order.get(i)]);
        }
        return place;
    }

    /** The id of a place. */
    long id(long place) {
        long[] indices = new long[along.size()];
        long rest = place;
        for (int i = along.size() - 1; i >= 0; i--) {
            long count = along.get(i).count();
            indices[order.get(i)] = along.get(i).at(rest % count);
            rest /= count;
        }
        return space.id(indices);
    }

    /** The place of a point of the grid of a combination. */
    long place(long combination, long[] point) {
        long place = combination;
        for (int axis = 0; axis < point.length; axis++) {
            place = place * sizes[axis] + point[axis];
        }
        return place;
    }

    /** Whether the combination at a place is a row. */
    boolean isRow(long place) {
        return whole || rows.contains(id(place));
    }

    /** The position of a row among the candidates. */
    long position(long place) {
        return candidates.positionOf(id(place));
    }

    /** The combinations of the other blocks that a row may have, numbered from 0. */
    long combinationCount() {
        return combinations();
    }
}
