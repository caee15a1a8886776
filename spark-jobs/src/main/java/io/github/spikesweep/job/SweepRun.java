package io.github.spikesweep.job;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.HadoopPath;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.Continuation;
import io.github.spikesweep.results.DirectoryLock;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Simulates the missing rows of a sweep on Spark and writes them as Parquet files. Everything is checked before anything is
 * written.
 */
public final class SweepRun {
    private static final Map<String, String> PLANNING = Map.of(
            // Without adaptive query execution a wave is a single Spark job, and the job's totals are those of the
            // wave.
            "spark.sql.adaptive.enabled", "false",
            // Variables m and M are two.
            "spark.sql.caseSensitive", "true");

    private final RunRequest request;
    private final SparkConf conf;
    private final Configuration hadoop;
    private final SweepRows rows;
    private final SweepDefinition definition;
    private final ResultsDirectory results;

    /**
     * Checks a request, without Spark and without writing.
     *
     * @throws InputException if the sweep or the directory cannot be used
     */
    public SweepRun(RunRequest request) {
        this.request = request;
        // First, so that mistakes are reported without waiting for Spark and Hadoop to start.
        this.rows = LocalPaths.read(request.sweep(), request.master());
        this.definition = rows.definition();
        this.conf = Session.settings(request.master());
        this.hadoop = Session.fileSystems(conf);
        this.results = ResultsDirectory.at(request.directory().orElse("results/" + definition.name()), hadoop);
        check();
    }

    private void check() {
        results.check(request.existing(), continuation()::conflict);
    }

    private Continuation continuation() {
        return new Continuation(
                definition, request.sweep().where(), Versions.current().spikesweep());
    }

    /** Warnings about likely mistakes, one line each. */
    public List<String> warnings() {
        return rows.warnings();
    }

    /** Runs it. */
    public RunReport run(RunDisplay display, StopSwitch stop) throws IOException, InterruptedException {
        try (DirectoryLock lock = results.lock(display::note)) {
            check(); // Another run may have written meanwhile.
            // What lets the history server show the run afterwards.
            request.eventLog()
                    .ifPresent(directory -> conf.set("spark.eventLog.enabled", "true")
                            .set("spark.eventLog.dir", made(directory).toUri().toString()));
            try (Session session = Session.open(conf, definition.name())) {
                SparkSession spark = session.with(PLANNING);
                Dataset<Row> table = spark.read()
                        .format(SpikeSweepSource.NAME)
                        .options(SpikeSweepSource.options(request.sweep(), CanonicalText.hash(definition)))
                        .load();
                noteGrowth(display);
                return new Resumption(request, definition, results, lock, SweptRows.of(rows.wanted(), table))
                        .waves(display)
                        .run(display, stop);
            }
        } finally {
            results.deleteIfEmpty();
        }
    }

    private void noteGrowth(RunDisplay display) {
        if (request.existing() == Existing.RESUME) {
            long gained = results.earlier().map(continuation()::gained).orElse(0L);
            if (gained > 0) {
                display.note(
                        "%s: the sweep has gained %s combinations at its end; their ids follow those of the earlier ones"
                                .formatted(results.name(), Figures.count(gained)));
            }
        }
    }

    private Path made(String directory) {
        try {
            Path path = HadoopPath.of(directory);
            FileSystem files = path.getFileSystem(hadoop);
            files.mkdirs(path);
            return files.makeQualified(path);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("--event-log " + directory + ": " + e.getMessage());
        }
    }
}
