package io.github.spikesweep.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code spark-submit} of the packaged jar.
 *
 * @param mode where the driver runs
 * @param settings Spark's settings, as for {@code --conf}
 */
record SparkSubmit(String master, Mode mode, Map<String, String> settings) {
    /** Where the driver runs: in the JVM of spark-submit, or on a worker. */
    enum Mode {
        CLIENT,
        CLUSTER
    }

    private static final String DRIVER_MEMORY = "spark.driver.memory";
    private static final String DRIVER_OPTIONS = "spark.driver.extraJavaOptions";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** For runs of few steps: JVMs that start quickly. */
    static final Map<String, String> BRIEF =
            Map.of(DRIVER_OPTIONS, Jvm.COMPILES_SIMPLY, EXECUTOR_OPTIONS, Jvm.COMPILES_SIMPLY);

    /** Half the default memory, no web UI. */
    private static final Map<String, String> MODEST = Map.of(
            DRIVER_MEMORY,
            "512m",
            "spark.executor.memory",
            "512m",
            "spark.executor.cores",
            "1",
            "spark.ui.enabled",
            "false");

    SparkSubmit {
        settings = Map.copyOf(settings);
    }

    /** In the default mode. */
    SparkSubmit(String master) {
        this(master, Mode.CLIENT, MODEST);
    }

    SparkSubmit with(Mode other) {
        return new SparkSubmit(master, other, settings);
    }

    SparkSubmit with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new SparkSubmit(master, mode, all);
    }

    /**
     * Starts it in {@code place}.
     *
     * @param name of its files
     * @param arguments of our own program: {@code run SWEEP --out DIR}
     */
    Jvm start(String name, Workplace place, String... arguments) throws IOException, InterruptedException {
        return start(name, place, Workplace.jar(), arguments);
    }

    /**
     * Starts that of another jar.
     *
     * @param name of its files
     */
    Jvm start(String name, Workplace place, Path jar, String... arguments) throws IOException, InterruptedException {
        return Jvm.start(
                name, place, driverOptions(), with(place.home().archive()).line(place, jar, arguments));
    }

    /** The class path, the main class and its arguments. */
    List<String> line(Workplace place, String... arguments) {
        return line(place, Workplace.jar(), arguments);
    }

    private List<String> line(Workplace place, Path jar, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                place.home().classPath(),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--deploy-mode",
                mode == Mode.CLIENT ? "client" : "cluster"));
        settings.forEach((key, value) -> line.addAll(List.of("--conf", key + "=" + value)));
        line.add(jar.toString());
        line.addAll(List.of(arguments));
        return line;
    }

    /** Executors load Spark's classes from the archive, too. */
    SparkSubmit with(ClassArchive archive) {
        String options = settings.getOrDefault(EXECUTOR_OPTIONS, "");
        return with(Map.of(EXECUTOR_OPTIONS, String.join(" ", archive.options()) + " " + options));
    }

    /** The options of its own JVM, which is the driver in client mode; Spark's script takes them from the settings. */
    private List<String> driverOptions() {
        String memory = "-Xmx" + settings.get(DRIVER_MEMORY);
        String more = settings.get(DRIVER_OPTIONS);
        return more == null ? List.of(memory) : List.of(memory, more);
    }
}
