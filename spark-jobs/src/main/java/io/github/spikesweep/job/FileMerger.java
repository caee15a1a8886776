package io.github.spikesweep.job;

import io.github.spikesweep.results.FileMerge;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.FileSpan;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges the small files from short waves into larger ones. Rows and their order do not change. */
final class FileMerger {
    private final Engine engine;
    private final ResultsDirectory results;
    private final Map<DataFile, FileSpan> spans = new HashMap<>();

    FileMerger(Engine engine, ResultsDirectory results) {
        this.engine = engine;
        this.results = results;
    }

    /**
     * Merges files where it is worthwhile.
     *
     * @param rows those of the run
     * @param remaining the rows still to be simulated
     * @param stop can end this at once, leaving the files as they were
     */
    void merge(SweptRows rows, Remaining remaining, StopSwitch stop) throws IOException {
        List<DataFile> files = results.dataFiles();
        boolean finished = remaining.isEmpty();
        if (!MergeGroups.areWorthALook(files.stream().map(DataFile::bytes).toList(), finished)) {
            return;
        }
        spans.keySet().retainAll(files);
        for (DataFile file : files) {
            if (!spans.containsKey(file)) {
                spans.put(file, FileSpan.of(file));
            }
        }
        MergeGroups groups =
                new MergeGroups((last, next) -> rows.leavesNothing(remaining, last.lastId(), next.firstId()));
        List<FileSpan> withRows =
                spans.values().stream().filter(span -> span.rows() > 0).toList();
        List<List<FileSpan>> chosen =
                rows.isRefined() ? MergeGroups.ofInterleaved(withRows, finished) : groups.of(withRows, finished);
        for (List<FileSpan> group : chosen) {
            merge(group, stop);
        }
    }

    private void merge(List<FileSpan> group, StopSwitch stop) throws IOException {
        FileMerge merge = results.merge();
        List<DataFile> files = group.stream().map(FileSpan::file).toList();
        String description = "%s: merging %d files into one".formatted(results.name(), files.size());
        engine.merge(files, merge.begin(), description, stop);
        long expected = group.stream().mapToLong(FileSpan::rows).sum();
        long found = FileSpan.of(merge.written()).rows();
        if (found != expected) {
            throw new IOException("expected %d rows after merging, found %d".formatted(expected, found));
        }
        merge.commit(files.stream().map(DataFile::name).toList());
    }
}
