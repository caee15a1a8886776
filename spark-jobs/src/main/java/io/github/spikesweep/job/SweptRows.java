package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.wave.WaveRows;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a run, and ways to find some of them.
 *
 * @param counted how many there are; an estimate if a filter has very many candidates
 */
record SweptRows(SweepRows sweep, RowCount counted) {
    private static final long MOST_ASKED = 5_000_000;

    static SweptRows of(SweepRows sweep) {
        return new SweptRows(sweep, sweep.wanted().count());
    }

    /** Whether not all of them are simulated. */
    boolean isRefined() {
        return sweep.definition().isRefined();
    }

    /** The grid that is refined. */
    RefinedGrid grid() {
        return RefinedGrid.of(sweep.definition(), all());
    }

    /** All of them. */
    RowSet all() {
        return sweep.wanted();
    }

    /** How many there are; an estimate if a filter decides on very many candidates. */
    long count() {
        return counted.rows();
    }

    /** So many of them, in words: {@code 10 of 20 rows}, or {@code 10 rows} if it is not known how many are simulated. */
    String counted(long done) {
        return isRefined()
                ? Figures.counted(done, "row")
                : Figures.count(done) + " of " + Figures.count(count()) + " rows";
    }

    /** Whether it is known exactly how many there are. */
    boolean areCounted() {
        return counted.exact();
    }

    /**
     * How many are left of the round, at least 1; an estimate if a filter decides on very many candidates.
     *
     * @param written how many there are already
     */
    long left(Remaining remaining, long written) {
        if (isRefined()) {
            return Math.max(1, remaining.count());
        }
        // An estimate may be too low; then the remaining candidates are what is left.
        double estimate = density() * remaining.count();
        return Math.max(1, areCounted() ? count() - written : (long) Math.ceil(estimate));
    }

    /** How many rows there are for each candidate. */
    private double density() {
        return isRefined() // then only rows are looked for
                ? 1
                : (double) Math.max(1, count()) / all().candidates().size();
    }

    /** The rows at some positions. */
    WaveRows at(IndexRanges wanted) {
        return new WaveRows(sweep, wanted);
    }

    /**
     * Some of the candidates.
     *
     * @param rows how many rows are among them; an estimate if a filter decides
     */
    record Portion(IndexRanges positions, long rows) {}

    /** The next candidates, with about {@code wanted} rows among them, in at most {@code mostRanges} ranges. */
    Portion next(Remaining remaining, long wanted, int mostRanges) {
        double candidates = Math.ceil(wanted / density());
        long most = (long) Math.max(1, Math.min(Long.MAX_VALUE, candidates));
        long uncut = all().uncut(remaining.positions(), Math.min(most, remaining.count()));
        IndexRanges first = remaining.first(uncut, mostRanges);
        return new Portion(first, all().isFiltered() ? (long) Math.ceil(density() * first.count()) : first.count());
    }

    /** Whether no row between two ids, each that of a row, is still to be simulated. */
    boolean leavesNothing(Remaining remaining, long from, long to) {
        Selection candidates = all().candidates();
        IndexRanges between = IndexRanges.of(candidates.positionOf(from), candidates.positionOf(to));
        return remaining.positions().intersect(between).isEmpty();
    }

    /** What is left of all rows after some were written. */
    Remaining without(IndexRanges covered) {
        Remaining left = new Remaining(IndexRanges.all(all().candidates().size())).without(covered);
        return all().isFiltered() ? new Remaining(withRows(left.positions())) : left;
    }

    /** Without the ranges in which a filter keeps nothing, as far as they are quickly found: the gaps between files. */
    private IndexRanges withRows(IndexRanges left) {
        List<IndexRanges> kept = new ArrayList<>();
        long asked = 0;
        for (int i = 0; i < left.rangeCount(); i++) {
            long from = left.rangeFrom(i);
            long to = left.rangeTo(i);
            long at = from;
            while (at < to && asked < MOST_ASKED && !all().keeps(at)) {
                at++;
                asked++;
            }
            kept.add(IndexRanges.of(at, to));
        }
        return IndexRanges.unionOf(kept);
    }
}
