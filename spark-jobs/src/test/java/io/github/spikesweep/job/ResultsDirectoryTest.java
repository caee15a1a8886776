package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        String message = assertThrows(InputException.class, () -> at("out").check(Existing.REFUSE))
                .getMessage();
        assertTrue(message.endsWith("out holds results already; --overwrite replaces them"), message);
        at("out").check(Existing.REPLACE);
    }

    @Test
    void neverTouchesADirectoryThatHoldsNoResults() throws IOException {
        write("thesis/chapter.tex");
        write("thesis/part-0.parquet");
        for (Existing existing : Existing.values()) {
            String message = assertThrows(
                            InputException.class, () -> at("thesis").check(existing))
                    .getMessage();
            assertTrue(message.contains("holds other files, such as chapter.tex"), message);
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
        assertTrue(assertThrows(InputException.class, () -> at("file").check(Existing.REPLACE))
                .getMessage()
                .endsWith("file is a file; results need a directory"));
        assertTrue(assertThrows(InputException.class, () -> at("file/out").check(Existing.REPLACE))
                .getMessage()
                .endsWith("file is a file, not a directory"));
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
