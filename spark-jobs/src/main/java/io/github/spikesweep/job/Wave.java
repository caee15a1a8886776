package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.source.SpikeSweepSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** A wave: some rows, simulated and written by one Spark job. Its files become visible together, when all are complete. */
final class Wave {
    /** How Parquet files are written. */
    static final Map<String, String> WRITING = Map.of(
            "compression", "zstd",
            // No two ids are equal.
            "parquet.enable.dictionary#id", "false",
            // The unit that readers distribute among their threads.
            "parquet.block.row.count.limit", Integer.toString(1 << 20),
            // No file _SUCCESS: the record says whether a run is complete.
            "mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String id = UUID.randomUUID().toString();
    private final RunListener listener = new RunListener(id);
    private final WaveSelection rows;
    private final WaveSize.Cut cut;

    Wave(WaveSelection rows, WaveSize.Cut cut) {
        this.rows = rows;
        this.cut = cut;
    }

    /** Receives the current counts of its tasks. */
    RunListener listener() {
        return listener;
    }

    /**
     * Runs it.
     *
     * @param table the sweep's rows
     * @param description what Spark's pages call it
     * @param stop can end it at once
     */
    WaveRecord run(Dataset<Row> table, ResultsDirectory results, String description, StopSwitch stop)
            throws InterruptedException {
        SparkSession spark = table.sparkSession();
        SparkContext context = spark.sparkContext();
        spark.conf().set(SpikeSweepSource.PARTITIONS, Integer.toString(cut.tasks()));
        context.addSparkListener(listener);
        context.setLocalProperty(RunListener.WAVE, id);
        context.setJobGroup(id, description, false);
        stop.onAtOnce(() -> context.cancelJobGroupAndFutureJobs(id));
        Instant started = Instant.now();
        long start = System.nanoTime();
        try {
            Dataset<Row> selected = rows.of(table);
            (cut.gathers() ? rows.gathered(selected, cut.files()) : selected)
                    .write()
                    .mode(SaveMode.Append)
                    .options(WRITING)
                    .parquet(results.path().toString());
            listener.awaitEnd(PATIENCE);
        } finally {
            stop.onAtOnce(() -> {});
            context.clearJobGroup();
            context.setLocalProperty(RunListener.WAVE, null);
            context.removeSparkListener(listener);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        RunListener.TaskTimes times = listener.times();
        return new WaveRecord(started, seconds, listener.totals(), times.tasks(), Figures.seconds(times.longest()));
    }
}
