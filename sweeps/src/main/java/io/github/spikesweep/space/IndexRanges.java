package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of indices from 0 on, held as sorted, disjoint, non-adjacent ranges. Immutable.
 */
public final class IndexRanges implements Serializable {
    private static final IndexRanges NONE = new IndexRanges(new long[0], new long[0]);

    private final long[] from;
    /** Exclusive ends. */
    private final long[] to;
    /** How many indices are in the ranges before each range, and in all of them. */
    private final long[] before;

    private IndexRanges(long[] from, long[] to) {
        this.from = from;
        this.to = to;
        this.before = new long[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            before[i + 1] = before[i] + (to[i] - from[i]);
        }
    }

    /** The empty set. */
    public static IndexRanges none() {
        return NONE;
    }

    /** The indices below {@code size}. */
    public static IndexRanges all(long size) {
        return of(0, size);
    }

    /** The indices from {@code from}, inclusive, to {@code to}, exclusive; none if {@code to} is not above {@code from}. */
    public static IndexRanges of(long from, long to) {
        if (from < 0) {
            throw new IllegalArgumentException("indices must not be negative: " + from);
        }
        return from < to ? new IndexRanges(new long[] {from}, new long[] {to}) : NONE;
    }

    /** The first {@code count} of some increasing indices, each once or more often. */
    public static IndexRanges ofSorted(long[] indices, int count) {
        Builder ranges = new Builder();
        for (int i = 0; i < count; i++) {
            ranges.add(indices[i], indices[i] + 1);
        }
        return ranges.build();
    }

    /** The union of {@code sets}. */
    public static IndexRanges unionOf(List<IndexRanges> sets) {
        List<IndexRanges> level = sets;
        while (level.size() > 1) {
            List<IndexRanges> halved = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                halved.add(i + 1 < level.size() ? level.get(i).union(level.get(i + 1)) : level.get(i));
            }
            level = halved;
        }
        return level.isEmpty() ? NONE : level.get(0);
    }

    /** The indices below {@code size} that {@code wanted} accepts; each is tested. */
    public static IndexRanges where(long size, LongPredicate wanted) {
        Builder ranges = new Builder();
        for (long i = 0; i < size; i++) {
            if (wanted.test(i)) {
                ranges.add(i, i + 1);
            }
        }
        return ranges.build();
    }

    public IndexRanges intersect(IndexRanges other) {
        Builder ranges = new Builder();
        int i = 0;
        int j = 0;
        while (i < from.length && j < other.from.length) {
            ranges.add(Math.max(from[i], other.from[j]), Math.min(to[i], other.to[j]));
            if (to[i] < other.to[j]) {
                i++;
            } else {
                j++;
            }
        }
        return ranges.build();
    }

    public IndexRanges union(IndexRanges other) {
        Builder ranges = new Builder();
        int i = 0;
        int j = 0;
        while (i < from.length || j < other.from.length) {
            if (j == other.from.length || (i < from.length && from[i] <= other.from[j])) {
                ranges.add(from[i], to[i++]);
            } else {
                ranges.add(other.from[j], other.to[j++]);
            }
        }
        return ranges.build();
    }

    /** The indices below {@code size} that are not in this set. */
    public IndexRanges complement(long size) {
        Builder ranges = new Builder();
        long at = 0;
        for (int i = 0; i < from.length; i++) {
            ranges.add(at, Math.min(from[i], size));
            at = to[i];
        }
        ranges.add(at, size);
        return ranges.build();
    }

    /** How many indices there are. */
    public long count() {
        return before[from.length];
    }

    /** How many ranges there are. */
    public int rangeCount() {
        return from.length;
    }

    /** The first index of the given range. */
    public long rangeFrom(int range) {
        return from[range];
    }

    /** One past the last index of the given range. */
    public long rangeTo(int range) {
        return to[range];
    }

    /** The {@code k}-th index, counted from 0, in increasing order. */
    public long at(long k) {
        if (k < 0 || k >= count()) {
            throw new IndexOutOfBoundsException(k + " of " + count());
        }
        int range = floor(before, k);
        return from[range] + (k - before[range]);
    }

    /** The indices from the {@code from}-th one, inclusive, to the {@code to}-th, exclusive. */
    public IndexRanges slice(long from, long to) {
        if (from == to) {
            return NONE;
        }
        long first = at(from);
        long last = at(to - 1);
        int firstRange = floor(this.from, first);
        int lastRange = floor(this.from, last);
        long[] starts = Arrays.copyOfRange(this.from, firstRange, lastRange + 1);
        long[] ends = Arrays.copyOfRange(this.to, firstRange, lastRange + 1);
        starts[0] = first;
        ends[ends.length - 1] = last + 1;
        return new IndexRanges(starts, ends);
    }

    /** How many indices of this set are below {@code index}. */
    public long rank(long index) {
        int range = floor(from, index);
        return range < 0 ? 0 : before[range] + Math.min(index, to[range]) - from[range];
    }

    public boolean contains(long index) {
        int range = floor(from, index);
        return range >= 0 && index < to[range];
    }

    /** The index of the last of these increasing numbers that is not above {@code wanted}; -1 if all are above it. */
    private static int floor(long[] numbers, long wanted) {
        int found = Arrays.binarySearch(numbers, wanted);
        return found >= 0 ? found : -found - 2;
    }

    public boolean isEmpty() {
        return from.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexRanges ranges && Arrays.equals(from, ranges.from) && Arrays.equals(to, ranges.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    /** The ranges as {@code [0, 3) [5, 6)}. */
    @Override
    public String toString() {
        return isEmpty()
                ? "none"
                : IntStream.range(0, from.length)
                        .mapToObj(i -> "[" + from[i] + ", " + to[i] + ")")
                        .collect(Collectors.joining(" "));
    }

    /** Collects ranges in the order of their starts; merges those that touch or overlap, drops empty ones. */
    private static final class Builder {
        private long[] from = new long[4];
        private long[] to = new long[4];
        private int count;

        void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (count > 0 && start <= to[count - 1]) {
                to[count - 1] = Math.max(to[count - 1], end);
                return;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            from[count] = start;
            to[count] = end;
            count++;
        }

        IndexRanges build() {
            return count == 0 ? NONE : new IndexRanges(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
        }
    }
}
