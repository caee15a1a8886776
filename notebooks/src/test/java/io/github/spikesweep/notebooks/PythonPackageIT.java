package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.python.PythonEnvironment;
import io.github.spikesweep.python.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the tests of the Python package, which use {@code ./spikesweep} of the checkout; those that install it, the release. */
class PythonPackageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(45);
    private static final Path CHECKOUT = Notebook.FOLDER.getParent();

    private static PythonEnvironment python;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        python = PythonEnvironment.make();
    }

    @Test
    void shortTestsPass() throws IOException, InterruptedException {
        test("package", "not thorough");
    }

    @Tag("thorough")
    @Test
    void thoroughTestsPass() throws IOException, InterruptedException {
        test("package-thorough", "thorough");
    }

    private static void test(String name, String which) throws IOException, InterruptedException {
        Path tests = CHECKOUT.resolve("python");
        Script script = Script.run(
                name,
                PATIENCE,
                Map.of("PATH", python.path(), "SPIKESWEEP_RELEASE", System.getProperty("spikesweep.release")),
                python.line(
                        "python",
                        "-m",
                        "pytest",
                        "-q",
                        "--basetemp",
                        Path.of("target", name).toAbsolutePath().toString(),
                        "-c",
                        tests.resolve("pyproject.toml").toString(),
                        "-m",
                        which,
                        tests.toString()));
        assertEquals(0, script.code(), script::printed);
    }
}
