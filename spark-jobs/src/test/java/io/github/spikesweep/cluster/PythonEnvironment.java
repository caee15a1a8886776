package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The build's virtual environment of Python, with PySpark in it, hence with a whole Spark. Where there is no Python, or no way to
 * PyPI, tests that need one are skipped; but they fail where the environment variable {@code CI} is {@code true}.
 */
final class PythonEnvironment {
    /** Downloads 700 MB. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROGRAMS = CHECKOUT.resolve("target/python/bin");

    private PythonEnvironment() {}

    /**
     * Makes it, unless it is there.
     *
     * @param place where the commands log
     * @param install the command that installs what is needed, most of which the environment has
     */
    static PythonEnvironment make(Workplace place, String install) throws IOException, InterruptedException {
        PythonEnvironment python = new PythonEnvironment();
        Path script = CHECKOUT.resolve("notebooks/environment.py");
        require("environment", place, List.of("python3", script.toString()));
        require("install", place, python.line("sh", "-c", install));
        return python;
    }

    /** Starts a program of the environment in {@code place}. */
    Jvm start(String name, Workplace place, String... command) throws IOException {
        return Jvm.startScript(name, place, line(command));
    }

    /** PySpark finds its Spark by itself. */
    private List<String> line(String... command) {
        String path = "PATH=" + PROGRAMS + File.pathSeparator + System.getenv("PATH");
        List<String> line = new ArrayList<>(List.of("env", "-u", "SPARK_HOME", path));
        line.addAll(List.of(command));
        return line;
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }

    private static void require(String name, Workplace place, List<String> command)
            throws IOException, InterruptedException {
        String fault;
        try (Jvm script = Jvm.startScript(name, place, command)) {
            Jvm.Exit exit = script.await(PATIENCE);
            if (exit.code() == 0) {
                return;
            }
            fault = lastLine(exit.out() + exit.err());
        } catch (IOException e) {
            fault = e.getMessage();
        }
        String message = "PySpark needs Python 3.10 or later with venv, and PyPI; its '" + name
                + "' failed, as told in " + place.folder() + ": " + fault;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        // Maven counts skipped tests without saying why.
        System.err.println(message);
        abort(message);
    }
}
