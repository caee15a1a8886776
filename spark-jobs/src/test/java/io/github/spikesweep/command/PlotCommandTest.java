package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void run() throws IOException {
        results = folder.resolve("results");
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        assertEquals(0, Execution.of("run", sweep, "--out", results.toString()).code());
    }

    @Test
    void drawsBesideTheResultsAndSaysWhat() {
        Execution plot = Execution.of("plot", results + "/");
        assertEquals("", plot.err());
        assertEquals(0, plot.code());
        assertEquals(results + ".png: grid  ·  frequency_hz over gna_density and gk_density  ·  24 rows\n", plot.out());
        assertTrue(Files.exists(folder.resolve("results.png")));
    }

    @Test
    void drawsWhatIsAskedForWhereItIsAskedFor() throws IOException {
        Path file = folder.resolve("isi.svg");
        Execution plot =
                Execution.of("plot", results.toString(), "--x", "gk_density", "--y", "v_max", "--out", file.toString());
        assertEquals("", plot.err());
        String picture = Files.readString(file);
        assertTrue(picture.contains("grid: v_max"), "the title is about what was asked for");
        assertFalse(picture.contains("A grid of conductances"));
        assertTrue(plot.out().contains("v_max over gk_density"), plot.out());
        assertTrue(plot.out().contains("mean over gna_density (6 values)"), plot.out());
    }

    @Test
    void aFaultOfTheUserIsALineAndLeavesNoFile() throws IOException {
        assertRefused("has no results", "plot", folder.resolve("elsewhere").toString());
        assertRefused("unknown column 'gna' of ", "plot", results.toString(), "--x", "gna");
        assertRefused("ends in .png, .svg or .pdf", "plot", results.toString(), "--out", "picture.jpg");
        assertFalse(Files.exists(folder.resolve("results.png")));
    }

    @Test
    void saysHowManyRowsAreStillMissing() throws IOException {
        Path record = results.resolve("_spikesweep.json");
        String complete = Files.readString(record);
        assertTrue(complete.contains("\"expected_rows\" : 24"), complete);
        Files.writeString(
                record,
                complete.replace("\"expected_rows\" : 24", "\"expected_rows\" : 15000")
                        .replace("\"state\" : \"complete\"", "\"state\" : \"stopped\""));
        Execution plot = Execution.of("plot", results.toString());
        assertTrue(plot.out().endsWith("  ·  24 of 15,000 rows, the run is not complete\n"), plot.out());
    }

    @Test
    void drawsRowsByAConditionInTheLanguageOfSweeps() {
        Execution plot = Execution.of("plot", results.toString(), "--where", "gk_density in [18, 36]");
        assertEquals("", plot.err());
        assertTrue(
                plot.out().contains("over gna_density and gk_density  ·  12 of 24 rows, where gk_density in [18, 36]"),
                plot.out());
        assertRefused("--where:1:1: unknown name 'gk_dens'", "plot", results.toString(), "--where", "gk_dens > 1");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file;
        try (Stream<Path> entries = Files.list(results)) {
            file = entries.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(file.getFileName().toString(), "plot", results.toString());
    }

    private static void assertRefused(String words, String... line) {
        Execution plot = Execution.of(line);
        assertEquals(2, plot.code(), plot.err());
        assertTrue(plot.err().contains(words), plot.err());
        assertEquals(1, plot.err().lines().count(), plot.err());
        assertEquals("", plot.out());
    }
}
