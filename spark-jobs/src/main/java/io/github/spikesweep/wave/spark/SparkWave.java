package io.github.spikesweep.wave.spark;

import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.source.EarlyEnd;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.wave.FileNames;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A wave as one Spark job, each task of which writes a file. Where these are too small they are merged by further jobs. If the wave is
 * cancelled, the files of tasks that have ended are kept.
 */
final class SparkWave implements WaveTask {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** It takes a while to open many files one after the other, so of more there are groups, which are merged side by side. */
    private static final int MOST_MERGED = 100;

    private final FileNames names = FileNames.next();
    private final RunListener listener = new RunListener(names.wave());
    private final EarlyEnd end = EarlyEnd.open(names.wave());
    private final Dataset<Row> table;
    private final WaveRows rows;
    private final WaveCut cut;
    private final ResultsDirectory results;
    private final String description;
    private final Folder folder;
    private volatile boolean stopping;
    private volatile boolean cancelled;
    private volatile boolean cutShort;

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
        this.folder = results.unfinished().folder(names.wave());
    }

    @Override
    public void run() throws IOException, InterruptedException {
        SparkContext context = context();
        context.setJobGroup(names.wave(), description, false);
        try {
            folder.create();
            List<String> files = simulate();
            // Not before: a reader may see the first file long before the last, and a killed run leave only that.
            new Moves(folder, results.folder()).move(cut.gathers() && !stopping ? gathered(files) : files, names);
        } finally {
            end.close();
            context.clearJobGroup();
            results.deleteUnfinished();
        }
    }

    /** Returns the files of the tasks that have ended: of all, unless the wave was cancelled. */
    private List<String> simulate() throws InterruptedException {
        SparkContext context = context();
        table.sparkSession().conf().set(SpikeSweepSource.PARTITIONS, Integer.toString(cut.tasks()));
        context.addSparkListener(listener);
        context.setLocalProperty(EarlyEnd.PROPERTY, names.wave());
        try (TaskFiles files =
                TaskFiles.open(names.wave(), folder, rows.sweep().definition().columns())) {
            write(files);
            listener.awaitEnd(PATIENCE);
            List<TaskFile> completed = files.completed();
            listener.keepOnly(completed.stream().map(TaskFile::task).collect(Collectors.toSet()));
            return completed.stream()
                    .filter(TaskFile::hasRows)
                    .map(TaskFile::name)
                    .toList();
        } finally {
            context.setLocalProperty(EarlyEnd.PROPERTY, null);
            context.removeSparkListener(listener);
        }
    }

    private void write(TaskFiles files) {
        try {
            new WaveQuery(rows)
                    .of(table)
                    .write()
                    .format(WaveSink.class.getName())
                    .option(TaskFiles.OPTION, names.wave())
                    .mode(SaveMode.Append)
                    .save();
        } catch (Exception e) { // Also Spark's own, which its methods do not declare.
            if (!cancelled || files.completed().isEmpty()) {
                throw e;
            }
            cutShort = true;
        }
    }

    /**
     * Merges neighbours until there are few enough. If that fails, for want of room or since the wave is cancelled, these files are
     * kept as they are: many small files are a nuisance, but not a failure, and the run tries again to merge them.
     */
    private List<String> gathered(List<String> files) {
        List<String> fewer = files;
        try {
            while (fewer.size() > cut.files()) {
                fewer = merged(fewer, Math.max(cut.files(), -Math.floorDiv(-fewer.size(), MOST_MERGED)));
            }
            return fewer;
        } catch (IOException e) {
            return files;
        }
    }

    private List<String> merged(List<String> files, int groups) throws IOException {
        List<MergeTask> merges = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) files.size() * group / groups);
            int to = (int) ((long) files.size() * (group + 1) / groups);
            List<String> paths =
                    files.subList(from, to).stream().map(folder::path).toList();
            merges.add(MergeTask.of(paths, folder, context().hadoopConfiguration()));
        }
        return MergeTask.run(merges, JavaSparkContext.fromSparkContext(context()));
    }

    private SparkContext context() {
        return table.sparkSession().sparkContext();
    }

    @Override
    public void endEarly() {
        stopping = true;
        end.request();
    }

    @Override
    public boolean hasFinishedRows() {
        return end.hasRows();
    }

    @Override
    public boolean hasEndedEarly() {
        return end.wasHeard() || cutShort;
    }

    @Override
    public void cancel() {
        stopping = true;
        cancelled = true;
        context().cancelJobGroupAndFutureJobs(names.wave());
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
