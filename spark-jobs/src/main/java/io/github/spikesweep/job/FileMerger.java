package io.github.spikesweep.job;

import io.github.spikesweep.results.DataFile;
import io.github.spikesweep.results.FileMerge;
import io.github.spikesweep.results.FileSpan;
import io.github.spikesweep.results.ResultsDirectory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Merges the small files from short waves into larger ones. Rows and their order do not change. */
final class FileMerger {
    private static final Map<String, String> READING = Map.of(
            "parquet.page.verify-checksum.enabled", "true",
            // Paths are not patterns.
            "__globPaths__", "false");
    /** More than any file has, so that each file is read in one piece and its rows keep their order. */
    private static final String WHOLE_FILE = Long.toString(1L << 40);

    private static final List<String> SIZES_OF_PIECES =
            List.of("spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes");

    private final SparkSession spark;
    private final ResultsDirectory results;
    private final Map<DataFile, FileSpan> spans = new HashMap<>();

    FileMerger(SparkSession spark, ResultsDirectory results) {
        this.spark = spark;
        this.results = results;
        SIZES_OF_PIECES.forEach(setting -> spark.conf().set(setting, WHOLE_FILE));
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
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        spans.keySet().retainAll(files);
        for (DataFile file : files) {
            if (!spans.containsKey(file)) {
                spans.put(file, FileSpan.of(file, hadoop));
            }
        }
        MergeGroups groups =
                new MergeGroups((last, next) -> rows.leavesNothing(remaining, last.lastId(), next.firstId()));
        List<FileSpan> withRows =
                spans.values().stream().filter(span -> span.rows() > 0).toList();
        for (List<FileSpan> group : groups.of(withRows, finished)) {
            merge(group, hadoop, stop);
        }
    }

    private void merge(List<FileSpan> group, Configuration hadoop, StopSwitch stop) throws IOException {
        FileMerge merge = results.merge();
        Path target = merge.begin();
        SparkContext context = spark.sparkContext();
        String job = UUID.randomUUID().toString();
        context.setJobGroup(job, "%s: merging %d files into one".formatted(results.name(), group.size()), false);
        stop.onAtOnce(() -> context.cancelJobGroup(job));
        try {
            Dataset<Row> rows = group.stream()
                    .map(span ->
                            spark.read().options(READING).parquet(span.file().path()))
                    .reduce(Dataset::union)
                    .orElseThrow();
            rows.coalesce(1).write().options(Wave.WRITING).parquet(target.toString());
            DataFile written = new DataFile(merge.written().toString(), 0);
            long expected = group.stream().mapToLong(FileSpan::rows).sum();
            long found = FileSpan.of(written, hadoop).rows();
            if (found != expected) {
                throw new IOException("expected %d rows after merging, found %d".formatted(expected, found));
            }
            merge.commit(group.stream()
                    .map(span -> new Path(span.file().path()).getName())
                    .toList());
        } finally {
            stop.onAtOnce(() -> {});
            context.clearJobGroup();
        }
    }
}
