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

/** Makes few large files of the many that short waves leave. Rows and their order stay as they are. */
final class FileMerger {
    private static final Map<String, String> READING = Map.of("parquet.page.verify-checksum.enabled", "true");
    /** More than any file has: each is read in one piece, so that its rows keep their order. */
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
     * Merges the files for which that is worth while.
     *
     * @param rows those of the run
     * @param remaining what is still to be simulated
     * @param stop ends it at once, with the files as they were
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
        context.setJobGroup(job, "%s: %d files become one".formatted(results.name(), group.size()), false);
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
                throw new IOException("%d rows became %d".formatted(expected, found));
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
