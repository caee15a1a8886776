package io.github.spikesweep.wave.spark;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.path.HadoopPath;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.file.FileScan;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.FileNames;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Spark: a wave is a job, on the executors. */
public final class SparkEngine implements Engine {
    private static final Map<String, String> SETTINGS = Map.of(
            // Without adaptive query execution a wave is a single job, and the job's totals are those of the wave.
            "spark.sql.adaptive.enabled",
            "false",
            // Variables m and M are two.
            "spark.sql.caseSensitive",
            "true");

    /** Tasks that read files, for each core. */
    private static final int SCANS_PER_CORE = 4;

    /** They become a condition in Spark's plan. */
    private static final int MOST_RANGES = 1000;

    private final Session session;
    private final SparkSession spark;
    private final Dataset<Row> table;

    private SparkEngine(Session session, SparkSession spark, Dataset<Row> table) {
        this.session = session;
        this.spark = spark;
        this.table = table;
    }

    /**
     * Starts Spark, unless the surrounding program has.
     *
     * @param master Spark's, if the user gave one
     * @param eventLog the directory for the log for its history server, if wanted
     * @param sweep what it reads, on each machine
     * @param name of the sweep
     * @param device what takes the steps on executors
     * @param hash of its definition, since the file is read again
     */
    public static SparkEngine start(
            Optional<String> master,
            Optional<String> eventLog,
            SweepInput sweep,
            String name,
            ComputeDevice device,
            String hash) {
        SparkConf conf = Session.settings(master);
        // What lets the history server show the run afterwards.
        eventLog.ifPresent(directory -> conf.set("spark.eventLog.enabled", "true")
                .set(
                        "spark.eventLog.dir",
                        made(directory, Session.fileSystems(conf)).toUri().toString()));
        Session session = Session.open(conf, name);
        SparkSession spark = session.with(SETTINGS);
        Dataset<Row> table = spark.read()
                .format(SpikeSweepSource.NAME)
                .options(SpikeSweepSource.options(sweep, device, hash))
                .load();
        return new SparkEngine(session, spark, table);
    }

    private static Path made(String directory, Configuration hadoop) {
        try {
            Path path = HadoopPath.of(directory);
            FileSystem files = path.getFileSystem(hadoop);
            files.mkdirs(path);
            return files.makeQualified(path);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("--event-log " + directory + ": " + e.getMessage());
        }
    }

    @Override
    public int cores() {
        return spark.sparkContext().defaultParallelism();
    }

    /** Only tasks in this process hear of an early end. */
    @Override
    public Stop stops() {
        return spark.sparkContext().isLocal() ? Stop.EARLY : Stop.AFTER_THE_WAVE;
    }

    @Override
    public int mostRanges() {
        return MOST_RANGES;
    }

    @Override
    public WaveTask wave(WaveRows rows, WaveCut cut, ResultsDirectory results, String description) {
        return new SparkWave(table, rows, cut, results, description);
    }

    @Override
    public List<FileFinding> scan(List<DataFile> files, ExpectedRows expected) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
        List<String> paths = files.stream().map(DataFile::path).toList();
        int tasks = Math.min(files.size(), SCANS_PER_CORE * cores());
        return context.parallelize(paths, tasks)
                .map(text -> {
                    Path path = new Path(text);
                    return new FileScan(expected).scan(path.getName(), HadoopInputFile.fromPath(path, hadoop.value()));
                })
                .collect();
    }

    /** In one task: Spark's own reader would take every column for one that may be empty. */
    @Override
    public void merge(List<DataFile> files, Folder target, String description, StopSwitch stop) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<String> paths = files.stream().map(DataFile::path).toList();
        MergeTask task = MergeTask.of(paths, target, context.hadoopConfiguration());
        String job = UUID.randomUUID().toString();
        target.create();
        context.setJobGroup(job, description, false);
        stop.onAtOnce(() -> context.cancelJobGroup(job));
        try {
            String written = MergeTask.run(List.of(task), context).get(0);
            target.move(written, target, FileNames.next().of(0));
        } finally {
            stop.onAtOnce(() -> {});
            context.clearJobGroup();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
