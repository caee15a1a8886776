package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.WaveRecord;
import io.github.spikesweep.source.EarlyEnd;
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
    private final boolean mayBeCutShort;
    private final long start = System.nanoTime();
    private final long expected;
    private boolean cutShort;

    /**
     * @param rows which
     * @param cut how they are divided
     * @param expected about how many rows it has
     * @param mayBeCutShort whether rows may be missing at the end of each task, and are found missing later
     */
    Wave(WaveSelection rows, WaveSize.Cut cut, long expected, boolean mayBeCutShort) {
        this.rows = rows;
        this.cut = cut;
        this.expected = expected;
        this.mayBeCutShort = mayBeCutShort;
    }

    /** Whether it was ended before all of its rows. */
    boolean wasCutShort() {
        return cutShort;
    }

    private String afterFirstRequest(EarlyEnd end) {
        // Counts come with a delay.
        long rows = Math.max(end.hasRows() ? 1 : 0, listener.totals().rows());
        return StopText.orderly(mayBeCutShort, rows, (rows + listener.underWay()) / expected, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
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
        context.setLocalProperty(EarlyEnd.PROPERTY, id);
        context.setJobGroup(id, description, false);
        stop.onAtOnce(() -> context.cancelJobGroupAndFutureJobs(id));
        Instant started = Instant.now();
        try (EarlyEnd end = EarlyEnd.open(id)) {
            stop.explain(
                    () -> afterFirstRequest(end),
                    () -> StopText.atOnce(listener.totals().rows()));
            if (mayBeCutShort) {
                stop.onOrderly(() -> {
                    end.request();
                    if (!end.hasRows()) {
                        stop.drop();
                    }
                });
            }
            Dataset<Row> selected = rows.of(table);
            (cut.gathers() ? rows.gathered(selected, cut.files()) : selected)
                    .write()
                    .mode(SaveMode.Append)
                    .options(WRITING)
                    .parquet(results.path().toString());
            listener.awaitEnd(PATIENCE);
            cutShort = end.wasHeard();
        } finally {
            stop.onOrderly(() -> {});
            stop.onAtOnce(() -> {});
            context.clearJobGroup();
            context.setLocalProperty(EarlyEnd.PROPERTY, null);
            context.removeSparkListener(listener);
        }
        double seconds = Figures.seconds(elapsed());
        RunListener.TaskTimes times = listener.times();
        return new WaveRecord(started, seconds, listener.totals(), times.tasks(), Figures.seconds(times.longest()));
    }
}
