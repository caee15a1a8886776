package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A virtual environment of Python with what the notebooks require. Where there is no Python, or no way to PyPI, tests that need
 * one are skipped; but they fail where the environment variable {@code CI} is {@code true}.
 */
final class PythonEnvironment {
    /** Downloads 700 MB. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String NEWER_THAN_3_9 = "import sys; sys.exit(sys.version_info < (3, 10))";

    private final Path python;

    private PythonEnvironment(Path python) {
        this.python = python;
    }

    /** Makes one in {@code target}, or takes that of an earlier build if it has what {@code requirements} ask for. */
    static PythonEnvironment make(Path requirements) throws IOException, InterruptedException {
        Path folder = Path.of("target", "python").toAbsolutePath();
        Path python = folder.resolve("bin").resolve("python");
        Path installed = folder.resolve("installed");
        String wanted = Files.readString(requirements);
        if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
            require("python", List.of("python3", "-c", NEWER_THAN_3_9));
            require("venv", List.of("python3", "-m", "venv", "--clear", folder.toString()));
            require(
                    "install",
                    List.of(
                            python.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--disable-pip-version-check",
                            // Python compiles what it imports, which is a small part.
                            "--no-compile",
                            "-r",
                            requirements.toString()));
            Files.writeString(installed, wanted);
        }
        return new PythonEnvironment(python);
    }

    /** A program of the environment. */
    String program(String name) {
        return python.resolveSibling(name).toString();
    }

    /** The command line of a program for this Python. */
    List<String> line(Path program, Path argument) {
        return List.of(python.toString(), program.toString(), argument.toString());
    }

    private static void require(String name, List<String> command) throws IOException, InterruptedException {
        String fault;
        try {
            Script script = Script.run(name, PATIENCE, Map.of(), command);
            if (script.code() == 0) {
                return;
            }
            fault = lastLine(script.printed());
        } catch (IOException e) {
            fault = e.getMessage();
        }
        String message = "the notebooks need Python 3.10 or later with venv, and PyPI; '" + name + "' failed: " + fault;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        // Maven counts skipped tests without saying why.
        System.err.println(message);
        abort(message);
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }
}
