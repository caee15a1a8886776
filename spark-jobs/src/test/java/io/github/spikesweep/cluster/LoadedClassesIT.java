package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Commands on local files load no class of Spark, Scala or Hadoop, and without --device none of JOCL. */
class LoadedClassesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> ABSENT =
            List.of("org.apache.spark.", "org.apache.hadoop.", "scala.", "org.jocl.");

    private static final String POINTS = """
            name: points
            neuron: HHDoubleRK4
            duration: 10
            step: 0.01
            input: 0.1
            sweep: [{table: {path: out/POINTS, columns: [gna_density]}}]
            constants: {patch: 0.007854}
            parameters: {gna: patch * gna_density}
            """;

    private Workplace place;
    private int commands;

    @Tag("thorough")
    @Test
    void localFilesNeedNeitherSparkNorHadoop(TestInfo test) throws IOException, InterruptedException {
        place = Workplace.of(test);
        place.linkCheckout();
        check("run", "sweeps/gna-scan.yaml", "--out", "out", "--where", "id < 10", "--wave", "0.1s");
        Files.delete(data());
        check("run", "sweeps/gna-scan.yaml", "--out", "out", "--where", "id < 10");
        check("plan", "sweeps/gna-scan.yaml", "--no-calibration");
        for (String picture : List.of("a.png", "a.svg", "a.pdf")) {
            check("plot", "out", "--where", "spike_count > 2", "--out", picture);
        }
        for (String trace : List.of("t.csv", "t.arrow", "t.parquet")) {
            check("trace", "sweeps/gna-scan.yaml", "--id", "3", "--set", "duration=20", "--out", trace);
            check("plot", trace, "--out", trace + ".png");
        }
        String name = data().getFileName().toString();
        Files.writeString(place.folder().resolve("points.yaml"), POINTS.replace("POINTS", name));
        check("run", "points.yaml", "--out", "points");
    }

    @Tag("thorough")
    @Test
    void requestsNeedNeitherSparkNorHadoop(TestInfo test) throws IOException, InterruptedException {
        place = Workplace.of(test);
        place.linkCheckout();
        check("trace", "sweeps/gna-scan.yaml", "--id", "3", "--set", "duration=20", "--out", "t.arrow");
        Files.writeString(place.folder().resolve("requests"), """
                {"id": 1, "do": "run", "path": "sweeps/gna-scan.yaml", "where": "id < 3", "describe": true}
                {"id": 2, "do": "run", "path": "sweeps/gna-scan.yaml", "where": "id < 3", "out": "out"}
                {"id": 3, "do": "run", "path": "sweeps/missing.yaml"}
                {"id": 4, "do": "trace", "path": "sweeps/gna-scan.yaml", "row": 3}
                {"id": 5, "do": "plan", "path": "sweeps/gna-scan.yaml"}
                {"id": 6, "do": "models"}
                """);
        checkAnswers(List.of("done", "done", "error", "done", "done", "done"));
    }

    private void checkAnswers(List<String> ends) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" <requests >answers", "sh"));
        line.addAll(Jvm.command(
                place,
                List.of(Jvm.COMPILES_SIMPLY, "-Xlog:class+load:file=serve.classes"),
                List.of(System.getProperty("java.class.path"), "io.github.spikesweep.command.SpikeSweep", "serve")));
        try (Jvm jvm = Jvm.startScript("serve", place, line)) {
            Jvm.Exit exit = jvm.await(PATIENCE);
            assertEquals(0, exit.code(), exit::err);
            // The tables among the lines are no text.
            String out = Files.readString(place.folder().resolve("answers"), StandardCharsets.ISO_8859_1);
            assertEquals(
                    ends,
                    Pattern.compile("\"event\":\"(done|error)\"")
                            .matcher(out)
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        }
        checkClasses("serve", "serve");
    }

    private Path data() throws IOException {
        try (Stream<Path> files = Files.list(place.folder().resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void check(String... command) throws IOException, InterruptedException {
        String name = "command-" + ++commands;
        List<String> line = new ArrayList<>(
                List.of(System.getProperty("java.class.path"), "io.github.spikesweep.command.SpikeSweep"));
        line.addAll(List.of(command));
        List<String> options = List.of(Jvm.COMPILES_SIMPLY, "-Xlog:class+load:file=" + name + ".classes");
        // Without an archive of Spark's classes, which takes a minute to make.
        try (Jvm jvm = Jvm.startScript(name, place, Jvm.command(place, options, line))) {
            Jvm.Exit exit = jvm.await(PATIENCE);
            assertEquals(0, exit.code(), exit::err);
        }
        checkClasses(name, String.join(" ", command));
    }

    private void checkClasses(String name, String command) throws IOException {
        List<String> loaded = Files.readAllLines(place.folder().resolve(name + ".classes"));
        assertTrue(loaded.stream().anyMatch(text -> text.contains("io.github.spikesweep.")), name);
        List<String> unwanted = loaded.stream()
                .filter(text -> ABSENT.stream().anyMatch(absent -> text.contains(" " + absent)))
                .toList();
        assertEquals(List.of(), unwanted, command);
    }
}
