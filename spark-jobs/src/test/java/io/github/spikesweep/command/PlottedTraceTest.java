package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plot} of what {@code trace} has written. */
class PlottedTraceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "arrow"})
    void drawsEveryFormat(String ending) throws IOException {
        Path file = folder.resolve("v." + ending);
        trace(file);
        Execution plot = Execution.of("plot", file.toString());
        assertEquals("", plot.err());
        Path picture = folder.resolve("v.png");
        assertEquals(picture + ": " + file + "  ·  v, m, h and n over time  ·  1,001 values\n", plot.out());
        assertTrue(Files.size(picture) > 10_000);
    }

    @Test
    void unitsAreOnTheAxesWhereTheFileHasThem() throws IOException {
        trace(folder.resolve("v.parquet"));
        Path svg = folder.resolve("v.svg");
        Execution.of("plot", folder.resolve("v.parquet").toString(), "--out", svg.toString());
        String text = Files.readString(svg);
        assertTrue(text.contains("v (mV)") && text.contains("time (ms)"));
    }

    @Test
    void aColumnMayBeChosen() throws IOException {
        Path file = folder.resolve("v.csv");
        trace(file);
        Execution plot = Execution.of("plot", file.toString(), "--y", "m");
        assertTrue(plot.out().endsWith("v.csv  ·  m over time  ·  1,001 values\n"), plot.out());
        assertRefused(file, "unknown column 'mm' of " + file + "; did you mean 'm'?", "--y", "mm");
        assertRefused(file, "--x is for results; ", "--x", "v");
        assertRefused(file, "--where is for results; ", "--where", "v > 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b;0,1             | is not a trace as 'spikesweep trace' writes it: its first column is 'a', not the time 't'
            t;0;1               | it has no column but the time
            ''                  | its first column is '', not the time 't'
            t,v                 | nothing to draw: it has no values
            t,v;0,1;1,x         | :3:3: 'x' is not a number
            t,v;0,1;1           | :3: found 1 values instead of 2
            t,v;0,1;1,NaN       | line 3: found NaN instead of a finite number
            t,v;0,1;0,2         | line 3: the time 0.0 does not come after 0.0
            """)
    void whatIsNotATraceIsRefused(String lines, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), lines.replace(';', '\n') + "\n");
        assertRefused(file, message);
        assertFalse(Files.exists(folder.resolve("x.png")));
    }

    @Test
    void filesOfOtherKindsAreRefused() throws IOException {
        assertRefused(Files.writeString(folder.resolve("x.parquet"), "t,v"), "x.parquet cannot be read as parquet: ");
        assertRefused(Files.writeString(folder.resolve("x.arrow"), "t,v"), "x.arrow cannot be read as arrow: ");
        assertRefused(
                Files.writeString(folder.resolve("x.txt"), "t,v"),
                "x.txt is a file, and not a trace, whose name ends in .parquet, .csv, .arrow; results are in a directory");
        assertRefused(folder.resolve("missing.csv"), "there is no file ");
    }

    @Test
    void aFileOfResultsIsNotATrace() throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Path out = folder.resolve("out");
        Execution.of("run", sweep, "--out", out.toString());
        try (var files = Files.list(out)) {
            Path rows = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            assertRefused(rows, "its first column is 'id', not the time 't'; results are drawn from their directory");
        }
    }

    private void trace(Path file) throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        assertEquals(
                0,
                Execution.of("trace", sweep, "--id", "5", "--out", file.toString())
                        .code());
    }

    private static void assertRefused(Path file, String words, String... options) {
        String[] line = new String[options.length + 2];
        line[0] = "plot";
        line[1] = file.toString();
        System.arraycopy(options, 0, line, 2, options.length);
        Execution plot = Execution.of(line);
        assertEquals(2, plot.code(), plot.err());
        assertTrue(plot.err().contains(words), plot.err());
        assertEquals(1, plot.err().lines().count(), plot.err());
    }
}
