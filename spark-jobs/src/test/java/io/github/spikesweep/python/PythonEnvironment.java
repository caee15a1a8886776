package io.github.spikesweep.python;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The build's virtual environment of Python, with what the notebooks require, including PySpark and so a complete Spark. Without
 * Python, or without access to PyPI, tests that need it are skipped; but if the environment variable {@code CI} is {@code true},
 * they fail.
 */
public final class PythonEnvironment {
    /** Downloads 700 MB. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROGRAMS = CHECKOUT.resolve("target/python/bin");

    private PythonEnvironment() {}

    /** Creates it if necessary. */
    public static synchronized PythonEnvironment make() throws IOException, InterruptedException {
        PythonEnvironment python = new PythonEnvironment();
        String script = CHECKOUT.resolve("notebooks/environment.py").toString();
        python.require("environment", List.of("python3", script));
        return python;
    }

    /** Runs a command that the tests depend on. */
    public void require(String name, List<String> command) throws IOException, InterruptedException {
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
        String message = "Python 3.10 or later with venv, and PyPI, are needed; '" + name + "' failed: " + fault;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        // Printed, since Maven counts skipped tests without saying why.
        System.err.println(message);
        abort(message);
    }

    /** The search path, with its programs first. */
    public String path() {
        return PROGRAMS + File.pathSeparator + System.getenv("PATH");
    }

    /** A program of the environment. */
    public String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    /** The command line of a program in this environment, where PySpark finds its own Spark. */
    public List<String> line(String... command) {
        List<String> line = new ArrayList<>(List.of("env", "-u", "SPARK_HOME", "PATH=" + path()));
        line.addAll(List.of(command));
        return line;
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }
}
