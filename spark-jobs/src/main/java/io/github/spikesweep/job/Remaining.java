package io.github.spikesweep.job;

import io.github.spikesweep.space.IndexRanges;

/**
 * The candidates whose rows are still to be simulated, as positions. Immutable.
 *
 * @param positions the candidates' positions
 */
record Remaining(IndexRanges positions) {
    boolean isEmpty() {
        return positions.isEmpty();
    }

    long count() {
        return positions.count();
    }

    /** The first {@code most} of them, or fewer if they are in more than {@code mostRanges} pieces. */
    IndexRanges first(long most, int mostRanges) {
        long within = positions.rangeCount() > mostRanges ? positions.rank(positions.rangeFrom(mostRanges)) : count();
        return positions.slice(0, Math.min(most, within));
    }

    /** The others. */
    Remaining without(IndexRanges done) {
        long size = isEmpty() ? 0 : positions.rangeTo(positions.rangeCount() - 1);
        return new Remaining(positions.intersect(done.complement(size)));
    }
}
