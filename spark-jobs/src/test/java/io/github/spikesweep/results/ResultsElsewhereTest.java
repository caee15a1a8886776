package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.HadoopFolder;
import io.github.spikesweep.results.lock.DirectoryLock;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.sweep.rows.RowCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of results on a file system other than the local one. */
class ResultsElsewhereTest {
    @TempDir
    private Path folder;

    private Path out;
    private ResultsDirectory results;
    private RunRecord record;

    @BeforeEach
    void nameDirectory() throws IOException {
        out = folder.resolve("out");
        results = elsewhere(LabFileSystem.path(out).toString(), LabFileSystem.configuration());
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Launch launch = new Launch(List.of("run"), Versions.current(), Instant.EPOCH);
        record = new RunRecord(
                SweepFiles.read(sweep, List.of()),
                Optional.empty(),
                new RowCount(24, true),
                List.of(launch),
                List.of());
    }

    private static ResultsDirectory elsewhere(String name, Configuration hadoop) throws IOException {
        return new ResultsDirectory(name, HadoopFolder.at(name, hadoop));
    }

    @Test
    void recordIsReplaced() throws IOException {
        results.check(Existing.RESUME, run -> record.identity().conflict(run.identity()));
        Files.createDirectories(out);
        results.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
        assertEquals("running", results.earlier().orElseThrow().state());
        results.write(record, RunRecord.State.COMPLETE, RunTotals.NONE);
        assertEquals("complete", results.earlier().orElseThrow().state());
        assertEquals(List.of("_spikesweep.json"), entries());
        results.check(Existing.RESUME, run -> record.identity().conflict(run.identity()));
        RunIdentity other = new RunIdentity("0", Optional.empty(), "1.0");
        assertThrows(InputException.class, () -> results.check(Existing.RESUME, run -> other.conflict(run.identity())));
    }

    @Test
    void recordIsReplacedWhereSparkHasHive() throws IOException {
        ResultsDirectory local = elsewhere(out.toString(), HiveFileSystem.configuration());
        Files.createDirectories(out);
        local.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
        local.write(record, RunRecord.State.COMPLETE, RunTotals.NONE);
        assertEquals("complete", local.earlier().orElseThrow().state());
        assertEquals(List.of("_spikesweep.json"), entries());
    }

    /** Between deleting the old record and renaming the new one, only the new one exists. */
    @Test
    void recordThatIsBeingReplacedIsFound() throws IOException {
        Files.createDirectories(out);
        results.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
        Files.move(out.resolve("_spikesweep.json"), out.resolve("_spikesweep.json.new"));
        Files.writeString(out.resolve("part-0.parquet"), "x");
        results.check(Existing.RESUME, run -> record.identity().conflict(run.identity()));
        assertEquals(record.identity(), results.earlier().orElseThrow().identity());
        results.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
        assertEquals(List.of("_spikesweep.json", "part-0.parquet"), entries());
    }

    @Tag("thorough")
    @Test
    void runThatFailedAtOnceLeavesNothing() throws IOException, InterruptedException {
        try (DirectoryLock lock = results.lock(note -> {})) {
            lock.check();
            results.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
            Files.createDirectories(out.resolve("_temporary/0"));
            results.abandon();
            results.deleteIfEmpty();
            assertEquals(List.of("_spikesweep.lock"), entries());
        }
        results.deleteIfEmpty();
        assertFalse(Files.exists(out));
    }

    @Test
    void runThatFailedLaterKeepsItsFiles() throws IOException {
        Files.createDirectories(out);
        results.write(record, RunRecord.State.RUNNING, RunTotals.NONE);
        Files.writeString(out.resolve("part-0.parquet"), "x");
        results.abandon();
        results.deleteIfEmpty();
        assertEquals(List.of("_spikesweep.json", "part-0.parquet"), entries());
        results.setAside("part-0.parquet");
        assertTrue(Files.exists(out.resolve("_damaged/part-0.parquet")));
    }

    private List<String> entries() throws IOException {
        try (var entries = Files.list(out)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
