package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.progress.WatchedRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run while it is running. */
class SweepRunTest {
    private static final SparkSession SPARK = LocalSpark.session();

    /** Some seconds of work on two cores. */
    private static final List<String> MANY_ROWS = List.of("sweep.gna_density.linspace=[50, 200, 40000]");

    private static final long ROWS = 160_000;
    private static final long STEPS = 1_000;

    @TempDir
    private Path folder;

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"", "local[2]"})
    void tellsOfItsProgress(String master) throws IOException, InterruptedException {
        List<RunTotals> shown = new CopyOnWriteArrayList<>();
        RunReport report =
                run(Optional.of(master).filter(given -> !given.isEmpty()), status -> shown.add(status.computed()));
        assertEquals(ROWS, report.totals().writtenRows());
        assertEquals(ROWS, report.totals().rows());
        assertEquals(ROWS * STEPS, report.totals().neuronSteps());
        assertTrue(report.neuronStepsPerSecond() > 1e6);
        assertTrue(shown.stream().anyMatch(totals -> totals.rows() > 0 && totals.rows() < ROWS), shown::toString);
        // Those of rows under way count too.
        assertTrue(
                shown.stream()
                        .allMatch(totals ->
                                totals.neuronSteps() >= totals.rows() * STEPS && totals.neuronSteps() <= ROWS * STEPS),
                shown::toString);
    }

    /** Rows that are far apart are simulated side by side: 16 of 1600 are no more tasks than 16 of 16. */
    @Tag("thorough")
    @Test
    void tasksAreOfRowsAndNotOfCandidates() throws IOException, InterruptedException {
        RunRequest request = request(
                List.of("sweep.gna_density.linspace=[50, 200, 400]"),
                Optional.of("mod(id, 100) == 0"),
                OptionalInt.of(2),
                Optional.empty());
        RunReport report =
                new SweepRun(request).run(new WatchedRun(Duration.ofMillis(200), status -> {}), new StopSwitch());
        assertEquals(16, report.totals().writtenRows());
        assertEquals(2, report.tasks());
    }

    @Tag("thorough")
    @Test
    void leavesNothingBehindWhenItFails() {
        Exception failure = assertThrows(
                Exception.class,
                () -> run(
                        Optional.of("local[2]"), status -> SPARK.sparkContext().cancelAllJobs()));
        assertTrue(failure.getMessage().contains("cancelled"), failure::getMessage);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Tag("thorough")
    @Test
    void leavesNothingBehindWhenItIsInterrupted() {
        Thread running = Thread.currentThread();
        assertThrows(InterruptedException.class, () -> run(Optional.empty(), status -> running.interrupt()));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private RunReport run(Optional<String> master, Consumer<RunStatus> shown) throws IOException, InterruptedException {
        RunRequest request = request(MANY_ROWS, Optional.empty(), OptionalInt.empty(), master);
        return new SweepRun(request).run(new WatchedRun(Duration.ofMillis(200), shown), new StopSwitch());
    }

    private RunRequest request(
            List<String> settings, Optional<String> where, OptionalInt threads, Optional<String> master)
            throws IOException {
        return new RunRequest(
                new SweepInput(SweepText.write(folder, "grid.yaml", SweepText.GRID), settings, where, Optional.empty()),
                Optional.of(folder.resolve("out").toString()),
                Existing.RESUME,
                RunRequest.WAVE,
                threads,
                master,
                Optional.empty(),
                List.of());
    }
}
