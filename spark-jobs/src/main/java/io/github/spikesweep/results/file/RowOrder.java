package io.github.spikesweep.results.file;

import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Follows the increasing ids of a file and finds out which candidates they cover. */
final class RowOrder {
    private final RowSet all;
    private final List<IndexRanges> covered = new ArrayList<>();

    private long rows;
    private long last = -1;
    private long from = -1;
    /** One past the last covered candidate. */
    private long to = -1;

    RowOrder(RowSet all) {
        this.all = all;
    }

    /** The message about an id that cannot come next. */
    static final class Violation extends RuntimeException {
        Violation(String message) {
            super(message);
        }
    }

    /** The next row of the file. */
    void add(long id) {
        if (rows > 0 && id <= last) {
            throw new Violation("its ids are not increasing: " + id + " follows " + last);
        }
        if (!all.contains(id)) {
            throw new Violation("row " + id + " is not in the sweep");
        }
        long position = all.candidates().positionOf(id);
        if (rows == 0) {
            from = position;
        } else if (hasRowsBetween(to, position)) {
            covered.add(IndexRanges.of(from, to));
            from = position;
        }
        to = position + 1;
        last = id;
        rows++;
    }

    private boolean hasRowsBetween(long first, long end) {
        if (!all.isFiltered()) {
            return first < end;
        }
        for (long position = first; position < end; position++) {
            if (all.keeps(position)) {
                return true;
            }
        }
        return false;
    }

    long rows() {
        return rows;
    }

    /** The positions of candidates without a missing row between them. */
    IndexRanges covered() {
        List<IndexRanges> ranges = new ArrayList<>(covered);
        if (rows > 0) {
            ranges.add(IndexRanges.of(from, to));
        }
        return IndexRanges.unionOf(ranges);
    }
}
