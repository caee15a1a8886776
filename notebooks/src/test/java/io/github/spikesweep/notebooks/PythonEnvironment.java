package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The build's virtual environment of Python, with what the notebooks require. Where there is no Python, or no way to PyPI, tests
 * that need one are skipped; but they fail where the environment variable {@code CI} is {@code true}.
 */
final class PythonEnvironment {
    /** Downloads 700 MB. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Path PROGRAMS =
            Notebook.FOLDER.resolveSibling("target").resolve("python/bin");

    private PythonEnvironment() {}

    /** Makes it, unless it is there. */
    static synchronized PythonEnvironment make() throws IOException, InterruptedException {
        String fault;
        try {
            String script = Notebook.FOLDER.resolve("environment.py").toString();
            Script made = Script.run("environment", PATIENCE, Map.of(), List.of("python3", script));
            if (made.code() == 0) {
                return new PythonEnvironment();
            }
            fault = lastLine(made.printed());
        } catch (IOException e) {
            fault = e.getMessage();
        }
        String message = "the notebooks need Python 3.10 or later with venv, and PyPI: " + fault;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        // Maven counts skipped tests without saying why.
        System.err.println(message);
        return abort(message);
    }

    /** The folder of its programs. */
    Path programs() {
        return PROGRAMS;
    }

    /** A program of the environment. */
    String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    /** The command line of a program for this Python. */
    List<String> line(Path program, Path argument) {
        return List.of(program("python"), program.toString(), argument.toString());
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }
}
