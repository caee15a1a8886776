package io.github.spikesweep.job;

import io.github.spikesweep.space.IndexRanges;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidates whose rows are still to be simulated, as positions. Immutable.
 *
 * @param positions the candidates' positions
 */
record Remaining(IndexRanges positions) {
    /** The most ranges in a wave: they become a condition in Spark's plan. */
    static final int MOST_RANGES = 1000;

    boolean isEmpty() {
        return positions.isEmpty();
    }

    long count() {
        return positions.count();
    }

    /** The first {@code most} of them, or fewer if they are in very many pieces. */
    IndexRanges first(long most) {
        List<IndexRanges> ranges = new ArrayList<>();
        long left = most;
        for (int i = 0; i < Math.min(MOST_RANGES, positions.rangeCount()) && left > 0; i++) {
            IndexRanges range = piece(i, left);
            ranges.add(range);
            left -= range.count();
        }
        return IndexRanges.unionOf(ranges);
    }

    private IndexRanges piece(int range, long most) {
        long from = positions.rangeFrom(range);
        long to = positions.rangeTo(range);
        return IndexRanges.of(from, to - from > most ? from + most : to);
    }

    /** The others. */
    Remaining without(IndexRanges done) {
        long size = isEmpty() ? 0 : positions.rangeTo(positions.rangeCount() - 1);
        return new Remaining(positions.intersect(done.complement(size)));
    }
}
