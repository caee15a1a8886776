package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spikesweep.python.PythonEnvironment;
import io.github.spikesweep.python.Script;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the lines of the README that read results in other tools, exactly as printed. */
@Tag("thorough")
class ReadingResultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Path CHECKOUT = Notebook.FOLDER.getParent();
    private static final Path HERE = Path.of("target", "reading").toAbsolutePath();

    private static PythonEnvironment python;

    @BeforeAll
    static void runTheSweep() throws IOException, InterruptedException {
        python = PythonEnvironment.make();
        Files.createDirectories(HERE);
        Script run = Script.run(
                "sweep-to-read",
                PATIENCE,
                Map.of(),
                List.of(
                        CHECKOUT.resolve("spikesweep").toString(),
                        "run",
                        CHECKOUT.resolve("sweeps/gna-scan.yaml").toString(),
                        "--out",
                        HERE.resolve("results/gna-scan").toString(),
                        "--overwrite"));
        assertEquals(0, run.code(), run::printed);
    }

    @ParameterizedTest
    @CsvSource({
        "pandas, 192.105263 90.0 19 200.000000 90.0",
        "Polars, 192.105263 ┆ 90.0 │ │ 200.0 ┆ 90.0",
        "DuckDB, 97.36842105263158",
        "Spark, | 97.36842105263158| 30.0|"
    })
    void inPython(String tool, String shown) throws IOException, InterruptedException {
        assertShown(tool, shown, python.program("python"), "-c");
    }

    @Test
    void inR() throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Rscript")));
        assumeTrue(there, "there is no Rscript on the PATH");
        assertShown("R", "19 192.1053 90 20 200.0000 90", "Rscript", "-e");
    }

    private static void assertShown(String tool, String shown, String program, String option)
            throws IOException, InterruptedException {
        Script script = Script.run(
                "reading-" + tool,
                PATIENCE,
                Map.of("PATH", python.path()),
                List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", HERE.toString(), program, option, example(tool)));
        assertEquals(0, script.code(), script::printed);
        assertTrue(words(script.printed()).contains(words(shown)), script::printed);
    }

    /** The indented lines below the bold name of a tool. */
    private static String example(String tool) throws IOException {
        String page = Files.readString(CHECKOUT.resolve("README.md"));
        Matcher found = Pattern.compile("\\*\\*" + tool + "\\*\\*.*\\n\\n((?: {4}.*\\n)+)")
                .matcher(page);
        assertTrue(found.find(), tool);
        return found.group(1).replaceAll("(?m)^ {4}", "");
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
