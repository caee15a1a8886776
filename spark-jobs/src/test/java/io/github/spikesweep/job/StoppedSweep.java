package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.progress.WatchedRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** A sweep that is stopped again and again and goes on, in turns on both engines. */
final class StoppedSweep {
    private static final int MOST_STOPS = 8;

    private final Path folder;
    private final String sweep;
    private final int first;
    private int runs;

    /** @param first 0 if the first run is Spark's, or else 1 */
    StoppedSweep(Path folder, String sweep, int first) {
        this.folder = folder;
        this.sweep = sweep;
        this.first = first;
    }

    /**
     * Asserts that in the end its table is that of a run without stops.
     *
     * @param check of the rows that are there after each stop
     */
    void assertEndsAlike(Consumer<List<Row>> check) throws IOException, InterruptedException {
        RunReport whole = run("whole", new StopSwitch(), status -> {});
        assertTrue(whole.finished());
        Set<Long> written = new TreeSet<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            StopSwitch stop = new StopSwitch();
            boolean atOnce = stops % 3 == 2;
            RunReport report = run("out", stop, status -> {
                if (status.computed().rows() > 0 && status.runningTasks() > 0 && !stop.isRequested()) {
                    stop.request();
                    if (atOnce) {
                        stop.requestAtOnce();
                    }
                }
            });
            if (!report.finished()) {
                written.add(report.totals().writtenRows());
            }
            List<Row> rows = rows("out");
            assertEquals(report.totals().writtenRows(), rows.size());
            check.accept(rows);
            assertFalse(Files.exists(folder.resolve("out/_temporary")));
        }
        assertTrue(written.size() > 2, "stopped after so many rows: " + written);
        assertTrue(run("out", new StopSwitch(), status -> {}).finished());
        assertEquals(rows("whole"), rows("out"));
    }

    /** The rows in a directory. */
    List<Row> rows(String directory) {
        Path out = folder.resolve(directory);
        return Files.exists(out.resolve("_spikesweep.json"))
                ? LocalSpark.session()
                        .read()
                        .parquet(out.toString())
                        .orderBy("id")
                        .collectAsList()
                : List.of();
    }

    /** Runs it into a directory, in turns on both engines. */
    RunReport run(String directory, StopSwitch stop, Consumer<RunStatus> shown)
            throws IOException, InterruptedException {
        Optional<String> master = runs++ % 2 == first ? Optional.of("local[2]") : Optional.empty();
        RunRequest request = new RunRequest(
                new SweepInput(
                        SweepText.write(folder, "stopped.yaml", sweep), List.of(), Optional.empty(), Optional.empty()),
                Optional.of(folder.resolve(directory).toString()),
                Existing.RESUME,
                Duration.ofMillis(100),
                OptionalInt.of(2),
                master,
                Optional.empty(),
                List.of());
        return new SweepRun(request).run(new WatchedRun(Duration.ofMillis(1), shown), stop);
    }
}
