package io.github.spikesweep.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;

/**
 * A folder in {@code target/cluster} where the JVMs of one test work and log. It is emptied when the test begins and left as
 * it is when the test ends.
 */
final class Workplace {
    /** The subfolder in which Spark's programs look for settings. */
    private static final String SETTINGS = "spark-defaults.conf";

    private final Path folder;
    private final SparkHome home;

    private Workplace(Path folder, SparkHome home) {
        this.folder = folder;
        this.home = home;
    }

    /** The folder of a test, {@code target/cluster/CLASS/METHOD}, or that of a class. */
    static Workplace of(TestInfo test) throws IOException {
        String type = test.getTestClass().orElseThrow().getSimpleName();
        return of(
                type + "/" + test.getTestMethod().map(found -> found.getName()).orElse("all"));
    }

    /** The folder of several tests: {@code target/cluster/NAME}. */
    static Workplace of(String name) throws IOException {
        Path all = Path.of("target", "cluster").toAbsolutePath();
        Path folder = all.resolve(name);
        delete(folder);
        Files.createDirectories(folder.resolve("scratch"));
        return new Workplace(folder, SparkHome.make(all.resolve("spark")));
    }

    Path folder() {
        return folder;
    }

    SparkHome home() {
        return home;
    }

    /** For files that programs leave behind when they are killed. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    /** The packaged jar. */
    static Path jar() {
        return Path.of(System.getProperty("spikesweep.jar"));
    }

    /** Writes the settings for Spark's programs. */
    void writeSettings(Map<String, String> settings) throws IOException {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .toList();
        Files.write(folder.resolve(SETTINGS), lines);
    }

    /** Copies a file from this class' folder. */
    Path copy(String resource) throws IOException {
        try (var content = Workplace.class.getResourceAsStream(resource)) {
            Path copy = folder.resolve(resource);
            Files.copy(content, copy);
            return copy;
        }
    }

    /** Links to folders of the checkout, so that relative paths work as they do there. */
    void linkCheckout() throws IOException {
        for (String name : List.of("sweeps", "spark-jobs")) {
            Files.createSymbolicLink(folder.resolve(name), Path.of("..", name).toRealPath());
        }
    }

    /** Changes an environment so that it only refers to this folder and this Spark, and only uses the loopback network. */
    void describe(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.matches("(SPARK|HADOOP|YARN|PYSPARK)_.*"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LC_ALL", "C");
        environment.put("SPARK_HOME", home.folder().toString());
        if (Files.exists(folder.resolve(SETTINGS))) {
            // It would come before the jars on the class path of executors, which then could not use the class data
            // archive.
            environment.put("SPARK_CONF_DIR", folder.toString());
        }
        // Workers use it to find jars, as in a checkout of Spark.
        environment.put(
                "SPARK_SCALA_VERSION",
                scala.util.Properties.versionNumberString().replaceFirst("[.]\\d+$", ""));
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", scratch().toString());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(Workplace::deleteEntry);
        }
    }

    private static void deleteEntry(Path entry) {
        try {
            Files.delete(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
