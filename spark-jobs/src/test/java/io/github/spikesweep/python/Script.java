package io.github.spikesweep.python;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that was run to completion in the folder of the module. Its output is kept in {@code target/logs}.
 *
 * @param code the exit code
 * @param printed on standard output and standard error
 */
public record Script(int code, String printed) {
    private static final Path LOGS = Path.of("target", "logs");
    /** The folder with settings for PySpark's Spark; {@code ./spikesweep} does not use it. */
    private static final Path SETTINGS = Path.of("src", "test", "spark").toAbsolutePath();

    /**
     * Runs a program; if it does not end within {@code patience}, kills it and everything that it has started, and fails.
     *
     * @param name of the log
     * @param variables to add to the environment
     */
    public static Script run(String name, Duration patience, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        Files.createDirectories(LOGS);
        File log = LOGS.resolve(name + ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        Map<String, String> environment = builder.environment();
        // PySpark finds its own Spark unless these variables point elsewhere.
        environment.keySet().removeIf(key -> key.matches("(SPARK|HADOOP|YARN|PYSPARK)_.*"));
        environment.put("SPARK_CONF_DIR", SETTINGS.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(variables);
        Process process = builder.start();
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Script(process.exitValue(), Files.readString(log.toPath()));
            }
        } finally {
            // Find all before killing the first, since children lose their parent with it.
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList()
                    .forEach(ProcessHandle::destroyForcibly);
        }
        throw new IllegalStateException(
                name + " did not end within " + patience + ":\n" + Files.readString(log.toPath()));
    }
}
