package io.github.spikesweep.job;

import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of a run, and ways to find some of them.
 *
 * @param positions the positions of the candidates that may be rows
 * @param counted how many there are; an estimate if a filter has very many candidates
 */
record SweptRows(
        RowSet all, Dataset<Row> table, Optional<RowCondition> condition, IndexRanges positions, RowCount counted) {
    private static final long MOST_ASKED = 5_000_000;

    /** @param table the sweep's */
    static SweptRows of(SweepDefinition definition, Dataset<Row> table, Optional<RowCondition> condition) {
        RowSet all = RowSet.of(definition);
        Selection candidates = all.candidates();
        if (condition.isEmpty()) {
            IndexRanges positions = IndexRanges.all(candidates.size());
            return new SweptRows(all, table, condition, positions, all.count());
        }
        Dataset<Row> filtered = condition.get().filter(table);
        RowCondition.Chosen chosen = condition.get().chosen(filtered);
        IndexRanges positions =
                IndexRanges.of(candidates.positionOf(chosen.first()), candidates.positionOf(chosen.last()) + 1);
        return new SweptRows(all, filtered, condition, positions, new RowCount(chosen.count(), true));
    }

    /** How many there are; an estimate if a filter decides on very many candidates. */
    long count() {
        return counted.rows();
    }

    /** Whether it is known exactly how many there are. */
    boolean areCounted() {
        return counted.exact();
    }

    /**
     * How many are left, at least 1; an estimate if a filter decides on very many candidates.
     *
     * @param written how many there are already
     */
    long left(Remaining remaining, long written) {
        // An estimate may be too low; then the remaining candidates are what is left.
        double estimate = (double) count() / positions.count() * remaining.count();
        return Math.max(1, areCounted() ? count() - written : (long) Math.ceil(estimate));
    }

    /** Whether a condition that the definition does not contain chooses them. */
    boolean areChosen() {
        return condition.isPresent();
    }

    /** The rows at some positions. */
    WaveSelection at(IndexRanges wanted) {
        return new WaveSelection(all.candidates(), wanted);
    }

    /**
     * Some of the candidates.
     *
     * @param rows how many rows are among them; an estimate if a filter decides
     */
    record Portion(IndexRanges positions, long rows) {}

    /**
     * The next candidates, with about {@code wanted} rows among them.
     *
     * @param left how many rows are left
     */
    Portion next(Remaining remaining, long wanted, long left) {
        if (!areChosen()) {
            double density = (double) Math.max(1, count()) / positions.count();
            IndexRanges first = remaining.first(candidates(wanted, density));
            return new Portion(first, all.isFiltered() ? (long) Math.ceil(density * first.count()) : first.count());
        }
        // A single piece, since candidates between the rows of a file were not chosen. Rows may be anywhere in it,
        // so count them.
        double density = (double) Math.max(1, left) / remaining.count();
        IndexRanges piece = remaining.firstPiece(candidates(wanted, density));
        long rows = chosen(piece);
        while (piece.count() > 1 && rows > 2 * wanted) {
            piece = IndexRanges.of(piece.rangeFrom(0), piece.rangeFrom(0) + piece.count() / 2);
            rows = chosen(piece);
        }
        return new Portion(piece, rows);
    }

    private long chosen(IndexRanges piece) {
        return condition.orElseThrow().count(at(piece).of(table));
    }

    private static long candidates(long rows, double density) {
        return (long) Math.max(1, Math.min(Long.MAX_VALUE, Math.ceil(rows / density)));
    }

    /** Whether no row between two ids, each that of a row, is still to be simulated. */
    boolean leavesNothing(Remaining remaining, long from, long to) {
        Selection candidates = all.candidates();
        IndexRanges between = IndexRanges.of(candidates.positionOf(from), candidates.positionOf(to));
        return remaining.positions().intersect(between).isEmpty();
    }

    /** What is left of all rows after some were written. */
    Remaining without(IndexRanges covered) {
        Remaining left = new Remaining(positions).without(covered);
        return all.isFiltered() && !areChosen() ? new Remaining(withRows(left.positions())) : left;
    }

    /** Without the ranges in which a filter keeps nothing, as far as they are quickly found: the gaps between files. */
    private IndexRanges withRows(IndexRanges left) {
        List<IndexRanges> kept = new ArrayList<>();
        long asked = 0;
        for (int i = 0; i < left.rangeCount(); i++) {
            long from = left.rangeFrom(i);
            long to = left.rangeTo(i);
            long at = from;
            while (at < to && asked < MOST_ASKED && !all.keeps(at)) {
                at++;
                asked++;
            }
            kept.add(IndexRanges.of(at, to));
        }
        return IndexRanges.unionOf(kept);
    }
}
