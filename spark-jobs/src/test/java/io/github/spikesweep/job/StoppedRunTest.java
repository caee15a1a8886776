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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that the user stops and resumes. */
class StoppedRunTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final int ROWS = 40_000;
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private int runs;
    private int first;

    @Tag("thorough")
    @Test
    void stopsAfterAWaveOrAtOnceAndGoesOn() throws IOException, InterruptedException {
        assertStopsAndGoesOn(0);
    }

    @Tag("thorough")
    @Test
    void stopsFirstInThisProcessAndGoesOnWithSpark() throws IOException, InterruptedException {
        assertStopsAndGoesOn(1);
    }

    private void assertStopsAndGoesOn(int engine) throws IOException, InterruptedException {
        first = engine;
        StopSwitch before = new StopSwitch();
        before.request();
        RunReport none = run("out", before, status -> {});
        assertFalse(none.finished());
        assertEquals(0, none.totals().writtenRows());
        long written = 0;
        for (boolean atOnce : new boolean[] {false, true, false}) {
            StopSwitch stop = new StopSwitch();
            RunReport report = run("out", stop, status -> {
                if (status.computed().rows() > 0) {
                    request(stop, atOnce);
                }
            });
            assertTrue(report.totals().writtenRows() >= written);
            written = report.totals().writtenRows();
            assertEquals(
                    written, Files.exists(folder.resolve("out")) ? rows("out").size() : 0);
            assertFalse(Files.exists(folder.resolve("out/_temporary")));
        }
        RunReport last = run("out", new StopSwitch(), status -> {});
        assertTrue(last.finished());
        assertEquals(ROWS, last.totals().writtenRows());
        run("whole", new StopSwitch(), status -> {});
        assertEquals(rows("whole"), rows("out"));
    }

    /** A single wave whose tasks end early: what they leave out, also in the middle of a file, is found later. */
    @Tag("thorough")
    @Test
    void keepsTheFinishedRowsOfAWave() throws IOException, InterruptedException {
        assertKeepsTheFinishedRows("", 1);
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"'', 0", "gk_density > 1, 0", "gk_density > 1, 1"})
    void soItDoesWithTheOtherEngineFirstAndWithACondition(String where, int engine)
            throws IOException, InterruptedException {
        assertKeepsTheFinishedRows(where, engine);
    }

    private void assertKeepsTheFinishedRows(String where, int engine) throws IOException, InterruptedException {
        first = engine;
        Optional<String> condition = where.isEmpty() ? Optional.empty() : Optional.of(where);
        long written = 0;
        for (int delay : new int[] {1, 20, 40}) {
            StopSwitch stop = new StopSwitch();
            AtomicInteger looks = new AtomicInteger();
            RunReport report = run("out", stop, LONG, condition, status -> {
                if (status.runningTasks() > 0 && looks.incrementAndGet() == delay) {
                    stop.request();
                }
            });
            assertTrue(report.totals().writtenRows() >= written);
            written = report.totals().writtenRows();
            assertEquals(written == ROWS, report.finished());
            assertEquals(written, written == 0 ? 0 : rows("out").size());
            assertFalse(Files.exists(folder.resolve("out/_temporary")));
        }
        RunReport last = run("out", new StopSwitch(), LONG, condition, status -> {});
        assertTrue(last.finished());
        assertEquals(ROWS, last.totals().writtenRows());
        run("whole", new StopSwitch(), LONG, condition, status -> {});
        assertEquals(rows("whole"), rows("out"));
    }

    private static void request(StopSwitch stop, boolean atOnce) {
        if (atOnce) {
            stop.requestAtOnce();
        } else if (!stop.isRequested()) {
            stop.request();
        }
    }

    private List<Row> rows(String directory) {
        return SPARK.read()
                .parquet(folder.resolve(directory).toString())
                .orderBy("id")
                .collectAsList();
    }

    private RunReport run(String directory, StopSwitch stop, Consumer<RunStatus> shown)
            throws IOException, InterruptedException {
        return run(directory, stop, Duration.ofMillis(100), Optional.empty(), shown);
    }

    private RunReport run(
            String directory, StopSwitch stop, Duration wave, Optional<String> where, Consumer<RunStatus> shown)
            throws IOException, InterruptedException {
        // Every second run goes on with the other engine.
        Optional<String> master = runs++ % 2 == first ? Optional.of("local[2]") : Optional.empty();
        RunRequest request = new RunRequest(
                new SweepInput(
                        SweepText.write(folder, "grid.yaml", SweepText.GRID),
                        List.of("sweep.gna_density.linspace=[50, 200, " + ROWS / 4 + "]"),
                        where,
                        Optional.empty()),
                Optional.of(folder.resolve(directory).toString()),
                Existing.RESUME,
                wave,
                OptionalInt.empty(),
                master,
                Optional.empty(),
                List.of());
        return new SweepRun(request).run(new WatchedRun(Duration.ofMillis(20), shown), stop);
    }
}
