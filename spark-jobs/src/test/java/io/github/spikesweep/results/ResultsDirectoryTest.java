package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.LocalFolder;
import io.github.spikesweep.results.lock.DirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDirectoryTest {
    private static final String HASH = "0123";
    private static final RunIdentity IDENTITY = new RunIdentity(HASH, Optional.empty(), "1.0");

    @TempDir
    private Path folder;

    @Test
    void acceptsADirectoryThatIsNotThereOrEmpty() throws IOException {
        at("new/inner").check(Existing.RESUME, run -> IDENTITY.conflict(run.identity()));
        assertFalse(Files.exists(folder.resolve("new")));
        Files.createDirectory(folder.resolve("empty"));
        at("empty").check(Existing.RESUME, run -> IDENTITY.conflict(run.identity()));
    }

    @Test
    void goesOnWithResultsOfTheSameDefinitionOnly() throws IOException {
        write("out/part-0.parquet");
        assertEquals(
                "out contains Parquet files but no _spikesweep.json that describes them; --overwrite replaces them",
                fault("out", Existing.RESUME));
        at("out").check(Existing.REPLACE, run -> IDENTITY.conflict(run.identity()));
        record("out", HASH, "1.0", "");
        at("out").check(Existing.RESUME, run -> IDENTITY.conflict(run.identity()));
        record("out", "4567", "1.0", "");
        assertEquals(
                "out has results of another definition; give another --out, or --overwrite to replace them",
                fault("out", Existing.RESUME));
        record("out", HASH, "0.9", "");
        assertEquals(
                "out was computed by SpikeSweep 0.9, and this is 1.0; give another --out, or --overwrite to replace them",
                fault("out", Existing.RESUME));
        at("out").check(Existing.REPLACE, run -> IDENTITY.conflict(run.identity()));
    }

    @Test
    void someRowsMayBecomeAllOfThemButNoOthers() throws IOException {
        record("some", HASH, "1.0", "\"where\": \"id < 3\",");
        at("some").check(Existing.RESUME, run -> IDENTITY.conflict(run.identity()));
        at("some").check(Existing.RESUME, run -> chosen("id < 3").conflict(run.identity()));
        assertEquals(
                "some has the rows of --where 'id < 3'; give another --out, or --overwrite to replace them",
                assertThrows(
                                InputException.class,
                                () -> at("some")
                                        .check(
                                                Existing.RESUME,
                                                run -> chosen("id > 3").conflict(run.identity())))
                        .getMessage()
                        .replace(folder + "/", ""));
    }

    @Test
    void refusesARecordThatIsBroken() throws IOException {
        for (String text : List.of("", "{", "[]", "{\"hash\": 1}", "{\"hash\": \"0123\"}", "\0\0\0")) {
            Files.createDirectories(folder.resolve("out"));
            Files.writeString(folder.resolve("out/_spikesweep.json"), text);
            String fault = fault("out", Existing.RESUME);
            assertTrue(fault.startsWith("out: _spikesweep.json is damaged ("), fault);
            assertTrue(
                    fault.endsWith("it is not known which sweep the results belong to; --overwrite replaces them"),
                    fault);
            at("out").check(Existing.REPLACE, run -> IDENTITY.conflict(run.identity()));
        }
    }

    @Test
    void recordThatWasAboutToTakeItsPlaceCounts() throws IOException {
        record("out", HASH, "1.0", "");
        Files.move(folder.resolve("out/_spikesweep.json"), folder.resolve("out/_spikesweep.json.new"));
        at("out").check(Existing.RESUME, run -> IDENTITY.conflict(run.identity()));
        assertEquals(HASH, at("out").earlier().orElseThrow().identity().hash());
    }

    @Test
    void movesAFileOutOfTheWayWithoutLosingAny() throws IOException {
        write("out/part-0.parquet");
        at("out").setAside("part-0.parquet");
        write("out/part-0.parquet");
        at("out").setAside("part-0.parquet");
        assertEquals(List.of("_damaged"), entries("out"));
        assertEquals(List.of("2-part-0.parquet", "part-0.parquet"), entries("out/_damaged"));
    }

    @Test
    void neverTouchesADirectoryThatHoldsNoResults() throws IOException {
        write("thesis/chapter.tex");
        write("thesis/part-0.parquet");
        for (Existing existing : Existing.values()) {
            assertEquals(
                    "thesis contains other files, such as chapter.tex; results need a new directory or one with earlier results",
                    fault("thesis", existing));
        }
    }

    @Test
    void deletesNothingButResults() throws IOException {
        for (String file : List.of(
                "part-0.parquet",
                ".part-0.parquet.crc",
                "_SUCCESS",
                "_spikesweep.json",
                "_temporary/0/x",
                "notes.md")) {
            write("out/" + file);
        }
        write("out/more.parquet/kept");
        at("out").check(Existing.REPLACE, run -> IDENTITY.conflict(run.identity()));
        at("out").deleteResults();
        assertEquals(List.of("more.parquet", "notes.md"), entries("out"));
        assertTrue(Files.exists(folder.resolve("out/more.parquet/kept")));
    }

    @Test
    void runThatFailedAtOnceLeavesNothing() throws IOException, InterruptedException {
        ResultsDirectory out = at("out");
        try (DirectoryLock lock = out.lock(note -> {})) {
            lock.check();
            write("out/_spikesweep.json");
            write("out/_temporary/0/x");
            out.abandon();
        }
        out.deleteIfEmpty();
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void runThatFailedLaterKeepsWhatItHasWritten() throws IOException {
        write("out/_spikesweep.json");
        write("out/_temporary/0/x");
        write("out/part-0.parquet");
        at("out").abandon();
        at("out").deleteIfEmpty();
        assertEquals(List.of("_spikesweep.json", "part-0.parquet"), entries("out"));
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        write("file");
        assertEquals("file is a file; results need a directory", fault("file", Existing.REPLACE));
        assertEquals("file/out: file is a file, not a directory", fault("file/out", Existing.REPLACE));
    }

    @Test
    void refusesADirectoryThatCannotBeWritten() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        assertTrue(kept.toFile().setWritable(false));
        assumeFalse(Files.isWritable(kept), "root writes everywhere");
        assertEquals("kept cannot be written: no permission to write to kept", fault("kept", Existing.RESUME));
        assertEquals("kept/out cannot be written: no permission to write to kept", fault("kept/out", Existing.RESUME));
    }

    /** Without the path of the folder. */
    private String fault(String name, Existing existing) {
        return assertThrows(
                        InputException.class, () -> at(name).check(existing, run -> IDENTITY.conflict(run.identity())))
                .getMessage()
                .replace(folder + "/", "");
    }

    private static RunIdentity chosen(String where) {
        return new RunIdentity(HASH, Optional.of(where), "1.0");
    }

    private void record(String directory, String hash, String version, String entries) throws IOException {
        Files.createDirectories(folder.resolve(directory));
        Files.writeString(folder.resolve(directory).resolve("_spikesweep.json"), """
                {"hash": "%s", %s "command": ["run"], "versions": {"spikesweep": "%s"}, "started": "2026-01-01T00:00:00Z"}
                """.formatted(hash, entries, version));
    }

    private ResultsDirectory at(String name) {
        Path path = folder.resolve(name);
        return new ResultsDirectory(path.toString(), new LocalFolder(path));
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
    }

    private List<String> entries(String directory) throws IOException {
        try (var entries = Files.list(folder.resolve(directory))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
