package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** An unpacked release runs from another folder, through a link. */
class ReleaseIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SCAN = "sweeps/gna-scan.yaml";

    private Workplace place;
    private Path release;
    private int commands;

    @BeforeEach
    void makePlace(TestInfo test) throws IOException {
        place = Workplace.of(test);
    }

    private void unpack(String into) throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("spikesweep.release") + ".tar.gz");
        Path folder = Files.createDirectory(place.folder().resolve(into));
        List<String> tar = List.of("tar", "-xzf", archive.toString(), "-C", folder.toString());
        assertEquals(0, finish(Map.of(), tar).code());
        release = folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
        Files.createSymbolicLink(place.folder().resolve("spikesweep"), release.resolve("spikesweep"));
        Files.createSymbolicLink(place.folder().resolve("sweeps"), release.resolve("sweeps"));
    }

    @Tag("thorough")
    @Test
    void worksInAFolderWithASpaceInItsName() throws IOException, InterruptedException {
        unpack("a folder");
        Jvm.Exit first = spikesweep("--version");
        assertEquals(0, first.code(), first::err);
        assertTrue(first.out().startsWith("SpikeSweep " + version() + " "), first::out);
        assertTrue(first.err().startsWith("Preparing a faster start"), first::err);

        Jvm.Exit run = spikesweep("run", SCAN);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().matches("(?s)rows +20\nspikes +115\n.*"), run::out);
        assertFalse(run.err().contains("Preparing"), run::err);

        Jvm.Exit plot = spikesweep("plot", "results/gna-scan");
        assertEquals(0, plot.code(), plot::err);
        assertTrue(Files.exists(place.folder().resolve("results/gna-scan.png")), plot::out);

        Jvm.Exit trace = spikesweep("trace", SCAN, "--id", "3", "--set", "duration=1", "--out", "v.csv");
        assertEquals(0, trace.code(), trace::err);
        assertTrue(Files.exists(place.folder().resolve("v.csv")), trace::out);
    }

    @Test
    void usesItsArchiveOfClasses() throws IOException, InterruptedException {
        unpack("folder"); // Java 17 archives no class from a path with a space.
        assertEquals(0, spikesweep("models").code());
        Path log = place.folder().resolve("classes");
        Map<String, String> logging = Map.of("SPIKESWEEP_JAVA_OPTS", "-Xlog:class+load:file=classes:none:filesize=0");
        assertEquals(0, finish(logging, List.of("./spikesweep", "run", SCAN)).code());
        List<String> lines = Files.readAllLines(log);
        // Ours, and those of a library whose jar is signed where it comes from.
        for (String type : List.of("io.github.spikesweep.command.RunCommand", "org.codehaus.janino.UnitCompiler")) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line ->
                                    line.startsWith(type + " ") && line.contains("source: shared objects file")),
                    type);
        }
        // Nor is much else read from jars, or made as the JVM starts.
        List<String> others = lines.stream()
                .filter(line -> !line.contains("source: shared objects file"))
                .toList();
        assertTrue(others.size() < 300, () -> String.join("\n", others));
    }

    @Test
    void saysThatItNeedsSpark() throws IOException, InterruptedException {
        unpack("folder");
        Map<String, String> brief = Map.of("SPIKESWEEP_JAVA_OPTS", "-Xshare:auto"); // makes no archive
        Jvm.Exit run = finish(brief, List.of("./spikesweep", "run", SCAN, "--master", "local[1]"));
        assertEquals(2, run.code(), run::err);
        assertEquals(
                "this needs Spark %s, which a release does not contain: set SPARK_HOME to an installation of it, or use its spark-submit with spark/spikesweep-%s.jar"
                        .formatted(System.getProperty("spikesweep.spark.version"), version()),
                run.err().strip());
        assertTrue(Files.exists(release.resolve("spark/spikesweep-%s.jar".formatted(version()))));
        assertFalse(Files.exists(place.folder().resolve("results/gna-scan")));

        Jvm.Exit plan = finish(brief, List.of("./spikesweep", "plan", "s3a://lab/scan.yaml"));
        assertEquals(2, plan.code(), plan::err);
        assertTrue(plan.err().startsWith("this needs Spark"), plan::err);
    }

    @Tag("thorough")
    @Test
    void computesOnTheSparkInSparkHome() throws IOException, InterruptedException {
        unpack("a folder");
        Map<String, String> spark =
                Map.of("SPARK_HOME", place.home().folder().toString(), "SPIKESWEEP_JAVA_OPTS", Jvm.COMPILES_SIMPLY);
        Jvm.Exit run = finish(spark, List.of("./spikesweep", "run", SCAN, "--master", "local[1]"));
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().matches("(?s)rows +20\nspikes +115\n.*"), run::out);
    }

    private String version() {
        return release.getFileName().toString().replace("spikesweep-", "");
    }

    private Jvm.Exit spikesweep(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./spikesweep"));
        command.addAll(List.of(arguments));
        return finish(Map.of(), command);
    }

    /** Without Spark, unless the variables name one. */
    private Jvm.Exit finish(Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("env", "-u", "SPARK_HOME"));
        variables.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(command);
        try (Jvm jvm = Jvm.startScript("command-" + ++commands, place, line)) {
            return jvm.await(PATIENCE);
        }
    }
}
