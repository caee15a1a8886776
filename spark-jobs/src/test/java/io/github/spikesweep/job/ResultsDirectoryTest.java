package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.RunRequest.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDirectoryTest {
    private static final byte[] RECORD = {'{', '}'};

    @TempDir
    private Path folder;

    @Test
    void acceptsADirectoryThatIsNotThereOrEmpty() throws IOException {
        at("new/inner").check(Existing.REFUSE);
        assertFalse(Files.exists(folder.resolve("new")));
        Files.createDirectory(folder.resolve("empty"));
        at("empty").check(Existing.REFUSE);
    }

    @Test
    void refusesResultsUnlessToldToReplaceThem() throws IOException {
        write("out/part-0.parquet");
        assertEquals("out holds results already; --overwrite replaces them", fault("out", Existing.REFUSE));
        at("out").check(Existing.REPLACE);
        write("begun/_spikesweep.json");
        assertEquals("begun holds a run that has not ended; --overwrite replaces it", fault("begun", Existing.REFUSE));
    }

    @Test
    void neverTouchesADirectoryThatHoldsNoResults() throws IOException {
        write("thesis/chapter.tex");
        write("thesis/part-0.parquet");
        for (Existing existing : Existing.values()) {
            assertEquals(
                    "thesis holds other files, such as chapter.tex; results need a new directory or one of earlier results",
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
        at("out").check(Existing.REPLACE);
        at("out").begin(RECORD);
        assertEquals(List.of("_spikesweep.json", "more.parquet", "notes.md"), entries("out"));
        assertTrue(Files.exists(folder.resolve("out/more.parquet/kept")));
    }

    @Test
    void takesBackWhatARunThatFailedHasWritten() throws IOException {
        at("out").begin(RECORD);
        write("out/_temporary/0/x");
        write("out/part-0.parquet");
        at("out").abandon();
        assertFalse(Files.exists(folder.resolve("out")));
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
        assertEquals("kept cannot be written: no permission to write to kept", fault("kept", Existing.REFUSE));
        assertEquals("kept/out cannot be written: no permission to write to kept", fault("kept/out", Existing.REFUSE));
    }

    @Test
    void refusesAFileSystemThatNobodyKnows() {
        assertEquals(
                "nosuch://host/out: No FileSystem for scheme \"nosuch\"",
                assertThrows(InputException.class, () -> ResultsDirectory.at("nosuch://host/out", new Configuration()))
                        .getMessage());
    }

    /** Without the path of the folder. */
    private String fault(String name, Existing existing) {
        return assertThrows(InputException.class, () -> at(name).check(existing))
                .getMessage()
                .replace(folder + "/", "");
    }

    private ResultsDirectory at(String name) {
        return ResultsDirectory.at(folder.resolve(name).toString(), new Configuration());
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
