package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.python.PythonEnvironment;
import io.github.spikesweep.python.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Executes every notebook from top to bottom, as a user does: {@code ./spikesweep} simulates its sweeps, and its cells assert
 * what they show. Executed copies stay in {@code target/executed}.
 */
class NotebooksIT {
    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private static final Path RESULTS = Path.of("target", "results").toAbsolutePath();

    private static PythonEnvironment python;

    static List<Path> others() throws IOException {
        return Notebook.files().stream().skip(1).toList();
    }

    @BeforeAll
    static void installAndForget() throws IOException, InterruptedException {
        python = PythonEnvironment.make();
        // Results of an earlier build may be out of date.
        if (Files.exists(RESULTS)) {
            try (Stream<Path> entries = Files.walk(RESULTS)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    @Test
    void firstExecutes() throws IOException, InterruptedException {
        execute(Notebook.files().get(0));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("others")
    void executes(Path notebook) throws IOException, InterruptedException {
        execute(notebook);
    }

    private static void execute(Path notebook) throws IOException, InterruptedException {
        Path executed = Path.of("target", "executed").resolve(notebook.getFileName());
        Files.deleteIfExists(executed);
        Script script = Script.run(
                notebook.getFileName().toString(),
                PATIENCE,
                Map.of("SPIKESWEEP_RESULTS", RESULTS.toString()),
                python.line("python", Notebook.FOLDER.resolve("execute.py").toString(), notebook.toString()));
        assertEquals(0, script.code(), script::printed);
        assertTrue(Files.size(executed) > 10_000, script::printed);
    }
}
