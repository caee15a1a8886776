package io.github.spikesweep.wave.spark;

import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.source.EarlyEnd;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** A wave as one Spark job. */
final class SparkWave implements WaveTask {
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
    private final EarlyEnd end = EarlyEnd.open(id);
    private final Dataset<Row> table;
    private final WaveRows rows;
    private final WaveCut cut;
    private final ResultsDirectory results;
    private final String description;

    /**
     * @param table the rows of the run
     * @param rows which of them
     * @param description what Spark's pages call it
     */
    SparkWave(Dataset<Row> table, WaveRows rows, WaveCut cut, ResultsDirectory results, String description) {
        this.table = table;
        this.rows = rows;
        this.cut = cut;
        this.results = results;
        this.description = description;
    }

    @Override
    public void run() throws InterruptedException {
        SparkContext context = context();
        table.sparkSession().conf().set(SpikeSweepSource.PARTITIONS, Integer.toString(cut.tasks()));
        context.addSparkListener(listener);
        context.setLocalProperty(EarlyEnd.PROPERTY, id);
        context.setJobGroup(id, description, false);
        try {
            WaveQuery query = new WaveQuery(rows);
            Dataset<Row> selected = query.of(table);
            (cut.gathers() ? query.gathered(selected, cut.files()) : selected)
                    .write()
                    .mode(SaveMode.Append)
                    .options(WRITING)
                    .parquet(results.folder().path());
            listener.awaitEnd(PATIENCE);
        } finally {
            end.close();
            context.clearJobGroup();
            context.setLocalProperty(EarlyEnd.PROPERTY, null);
            context.removeSparkListener(listener);
        }
    }

    private SparkContext context() {
        return table.sparkSession().sparkContext();
    }

    @Override
    public void endEarly() {
        end.request();
    }

    @Override
    public boolean hasFinishedRows() {
        return end.hasRows();
    }

    @Override
    public boolean hasEndedEarly() {
        return end.wasHeard();
    }

    @Override
    public void cancel() {
        context().cancelJobGroupAndFutureJobs(id);
    }

    @Override
    public RunTotals totals() {
        return listener.totals();
    }

    @Override
    public double underWay() {
        return listener.underWay();
    }

    @Override
    public int runningTasks() {
        return listener.runningTasks();
    }

    @Override
    public TaskTimes times() {
        return listener.times();
    }
}
