package io.github.spikesweep.job;

import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.sweep.RowSet;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Warnings;
import io.github.spikesweep.sweep.Workload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Simulates a sweep on Spark and writes its table as Parquet files. Everything is checked before anything is written. */
public final class SweepRun {
    /** Without the adaptive planner a run is one Spark job, whose totals are those of the run. */
    private static final Map<String, String> PLANNING = Map.of("spark.sql.adaptive.enabled", "false");

    private static final Map<String, String> WRITING = Map.of(
            "compression", "zstd",
            // Readers other than Spark have no use for a file _SUCCESS; the record says whether a run is complete.
            "mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");

    /** Tables of this size or less are one file. */
    private static final long ONE_FILE_BYTES = 256L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunRequest request;
    private final SparkConf conf;
    private final SweepDefinition definition;
    private final Map<String, String> options;
    private final ResultsDirectory results;

    /**
     * Checks a request, without Spark and without writing.
     *
     * @throws io.github.spikesweep.document.InputException if the sweep or the directory cannot be used
     */
    public SweepRun(RunRequest request) {
        this.request = request;
        // First, since a fault is told without waiting for Spark and Hadoop to start.
        this.definition = LocalPaths.read(request.sweep(), request.overrides(), request.master());
        this.conf = Session.settings(request.master());
        Configuration hadoop = Session.fileSystems(conf);
        this.options = SpikeSweepSource.options(request.sweep(), request.overrides());
        this.results = ResultsDirectory.at(
                request.directory().orElse(new Path("results", definition.name()).toString()), hadoop);
        results.check(request.existing());
    }

    /** What is likely to be a mistake, a line each. Of how much comes out, only where no condition has yet to choose the rows. */
    public List<String> warnings() {
        return Warnings.of(
                definition,
                request.where().isPresent() ? 0 : RowSet.of(definition).count().rows());
    }

    /** Runs it. */
    public RunReport run(Progress.Display display) throws IOException, InterruptedException {
        try (Session session = Session.open(conf, definition.name())) {
            SparkSession spark = session.with(PLANNING);
            Dataset<Row> table =
                    spark.read().format(SpikeSweepSource.NAME).options(options).load();
            long rows = RowSet.of(definition).count().rows();
            if (request.where().isPresent()) {
                RowCondition condition = new RowCondition(request.where().get(), definition);
                table = condition.filter(table);
                rows = condition.count(table);
            }
            return write(spark, table, rows, display);
        }
    }

    private RunReport write(SparkSession spark, Dataset<Row> table, long rows, Progress.Display display)
            throws IOException, InterruptedException {
        RunRecord record =
                new RunRecord(definition, request.where(), request.command(), Versions.current(), Instant.now());
        results.begin(record.begun());
        try {
            RunReport report = simulate(spark, inFewFiles(table, rows), rows, display);
            results.write(record.ended(report.totals(), report.elapsed()));
            return report;
        } catch (Exception e) {
            try {
                results.abandon();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private RunReport simulate(SparkSession spark, Dataset<Row> table, long rows, Progress.Display display)
            throws InterruptedException {
        SparkContext context = spark.sparkContext();
        String run = UUID.randomUUID().toString();
        RunListener listener = new RunListener(run);
        context.addSparkListener(listener);
        context.setLocalProperty(RunListener.RUN, run);
        try {
            long start = System.nanoTime();
            try (ProgressTimer timer =
                    new ProgressTimer(display.open(definition.name(), rows, neuronSteps(rows)), listener::totals)) {
                timer.start();
                table.write()
                        .mode(SaveMode.Append)
                        .options(WRITING)
                        .parquet(results.path().toString());
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            RunTotals totals = listener.finalTotals(PATIENCE);
            return new RunReport(totals, elapsed, results.name(), AuditText.of(definition, totals.audit()));
        } finally {
            context.setLocalProperty(RunListener.RUN, null);
            context.removeSparkListener(listener);
        }
    }

    /** Of all rows as they are on average, if only some are chosen. */
    private double neuronSteps(long rows) {
        return Workload.of(definition, RowSet.of(definition)).stepsPerRow() * rows;
    }

    /** A small table as one file, sorted by id; a large one as the tasks write it, each file a range of ids. */
    private Dataset<Row> inFewFiles(Dataset<Row> table, long rows) {
        int cores = table.sparkSession().sparkContext().defaultParallelism();
        boolean oneTask = Slicing.of(rows, neuronSteps(rows), cores).count() <= 1;
        boolean large = rows > ONE_FILE_BYTES / table.schema().defaultSize();
        return oneTask || large ? table : table.repartition(1).sortWithinPartitions("id");
    }
}
