package io.github.spikesweep.job;

import io.github.spikesweep.results.file.FileSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Decides which files to merge: small ones with adjacent rows.
 *
 * @param gapless whether no rows are left to simulate between two files, the first of which has the lower ids
 */
record MergeGroups(BiPredicate<FileSpan, FileSpan> gapless) {
    /** A file of at least this size is not merged, unless to take in a small neighbour. */
    private static final long SMALL_BYTES = 64 << 20;
    /** No file becomes larger than this. */
    private static final long MOST_BYTES = 400 << 20;
    /** During a run, files are merged only if they add up to this size or to this number. */
    private static final long WORTHWHILE_BYTES = 160 << 20;

    private static final int WORTHWHILE_FILES = 50;

    /** Whether files of these sizes are worth a closer look. */
    static boolean areWorthALook(List<Long> sizes, boolean finished) {
        List<Long> small = sizes.stream().filter(MergeGroups::isSmall).toList();
        long bytes = small.stream().mapToLong(Long::longValue).sum();
        boolean worthwhile = small.size() >= WORTHWHILE_FILES || bytes >= WORTHWHILE_BYTES;
        return sizes.size() > 1 && !small.isEmpty() && (finished || worthwhile);
    }

    /**
     * The groups, each of several files in the order of their ids.
     *
     * @param finished whether no further files will be written
     */
    List<List<FileSpan>> of(List<FileSpan> files, boolean finished) {
        List<FileSpan> sorted = files.stream()
                .sorted(Comparator.comparingLong(FileSpan::firstId))
                .toList();
        List<List<FileSpan>> groups = new ArrayList<>();
        List<FileSpan> group = new ArrayList<>();
        for (FileSpan file : sorted) {
            if (!group.isEmpty() && !fits(group, file)) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(file);
        }
        groups.add(group);
        return groups.stream()
                .filter(candidates -> isWorthwhile(candidates, finished))
                .toList();
    }

    /** The groups of files whose rows lie between one another, so that each becomes one file that is sorted. */
    static List<List<FileSpan>> ofInterleaved(List<FileSpan> files, boolean finished) {
        List<List<FileSpan>> groups = new ArrayList<>();
        List<FileSpan> group = new ArrayList<>();
        for (FileSpan file : files.stream()
                .filter(span -> finished || isSmall(span.file().bytes()))
                .sorted(Comparator.comparingLong(span -> span.file().bytes()))
                .toList()) {
            if (bytes(group) + file.file().bytes() > MOST_BYTES) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(file);
        }
        groups.add(group);
        return groups.stream()
                .filter(candidates -> isWorthwhile(candidates, finished))
                .toList();
    }

    private boolean fits(List<FileSpan> group, FileSpan next) {
        FileSpan last = group.get(group.size() - 1);
        boolean small = isSmall(bytes(group)) || isSmall(next.file().bytes());
        boolean disjoint = last.lastId() < next.firstId();
        return small && disjoint && bytes(group) + next.file().bytes() <= MOST_BYTES && gapless.test(last, next);
    }

    private static boolean isWorthwhile(List<FileSpan> group, boolean finished) {
        boolean worthwhile = group.size() >= WORTHWHILE_FILES || bytes(group) >= WORTHWHILE_BYTES;
        return group.size() > 1 && (finished || worthwhile);
    }

    private static boolean isSmall(long bytes) {
        return bytes < SMALL_BYTES;
    }

    static long bytes(List<FileSpan> files) {
        return files.stream().mapToLong(span -> span.file().bytes()).sum();
    }
}
