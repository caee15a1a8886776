package io.github.spikesweep.wave.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.folder.LocalFolder;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.file.FileFinding.Sound;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkWaveTest {
    private static final int ROWS = 2048;
    private static final int TASKS = 64;

    @TempDir
    private Path folder;

    private SweepDefinition definition;
    private SparkEngine engine;
    private ResultsDirectory results;

    @BeforeEach
    void start() throws IOException {
        LocalSpark.session();
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        List<String> settings = List.of("sweep.gna_density.linspace=[50, 200, " + ROWS / 4 + "]", "duration=500");
        definition = SweepFiles.read(sweep, settings);
        engine = SparkEngine.start(
                Optional.empty(),
                Optional.empty(),
                SweepInput.of(sweep, settings),
                "grid",
                ComputeDevice.CPU,
                CanonicalText.hash(definition));
        Path out = Files.createDirectory(folder.resolve("out"));
        results = new ResultsDirectory(out.toString(), new LocalFolder(out));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private WaveTask wave(int files) {
        SweepRows rows = SweepRows.of(definition);
        return engine.wave(
                new WaveRows(rows, IndexRanges.all(ROWS)), new WaveCut(TASKS, files, 0.01), results, "a wave");
    }

    /** Whether they would be merged or not. */
    @Test
    void whatTasksHaveFinishedIsKeptWhenItIsCancelled() throws Exception {
        for (int files : new int[] {1, TASKS}) {
            WaveTask wave = wave(files);
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(wave));
            while (wave.totals().writtenRows() == 0 && !run.isDone()) {
                Thread.sleep(1);
            }
            wave.cancel();
            run.get();
            assertTrue(wave.hasEndedEarly());
            assertKept(wave.totals());
            assertTrue(wave.totals().rows() < ROWS, "a wave that was cut short has all rows");
            assertEquals(0, wave.totals().rows() % (ROWS / TASKS), "rows of a task that has not ended");
            for (DataFile file : results.dataFiles()) {
                results.folder().delete(file.name());
            }
        }
    }

    @Test
    void itFailsIfItIsCancelledBeforeATaskHasEnded() {
        WaveTask wave = wave(1);
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(wave));
        while (wave.runningTasks() == 0 && !run.isDone()) {
            Thread.onSpinWait();
        }
        wave.cancel();
        assertThrows(ExecutionException.class, run::get);
        assertFalse(Files.exists(folder.resolve("out/_temporary")));
    }

    @Tag("thorough")
    @Test
    void smallFilesAreMergedInTheOrderOfTheirRows() throws Exception {
        for (int files : new int[] {1, 3, TASKS}) {
            WaveTask wave = wave(files);
            wave.run();
            assertFalse(wave.hasEndedEarly());
            assertEquals(ROWS, wave.totals().rows());
            assertKept(wave.totals());
            assertEquals(files, results.dataFiles().size());
            for (DataFile file : results.dataFiles()) {
                results.folder().delete(file.name());
            }
        }
    }

    /** The totals are those of the files, and each row occurs once. */
    private void assertKept(RunTotals totals) throws IOException {
        List<IndexRanges> covered = new ArrayList<>();
        long rows = 0;
        long spikes = 0;
        for (FileFinding finding : engine.scan(
                results.dataFiles(),
                ExpectedRows.of(definition, SweepRows.of(definition).wanted()))) {
            Sound sound = (Sound) finding;
            covered.add(sound.covered());
            rows += sound.rows();
            spikes += sound.spikes();
        }
        assertTrue(rows > 0);
        assertEquals(rows, IndexRanges.unionOf(covered).count());
        assertEquals(rows, totals.rows());
        assertEquals(rows, totals.writtenRows());
        assertEquals(spikes, totals.spikes());
        assertFalse(Files.exists(folder.resolve("out/_temporary")));
    }

    private static void run(WaveTask wave) {
        try {
            wave.run();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
