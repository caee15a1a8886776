package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.source.SweepMetrics;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Spark's history server shows a finished run from its event log, with its tasks' metrics. */
@Tag("thorough")
class HistoryServerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern URL = Pattern.compile("Bound HistoryServer to .*, and started at (http://\\S+)");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void showsTheRunAndItsMetrics(TestInfo test) throws IOException, InterruptedException {
        Workplace place = Workplace.of(test);
        for (String file : List.of("scan.yaml", "tiring.yaml", "points.csv")) {
            place.copy(file);
        }
        Path log = place.folder().resolve("history of #1/[runs] at 100%"); // the run creates it
        try (Jvm run = RunProcess.start(
                "run",
                place,
                RunProcess.BRIEF,
                RunProcess.Engine.SPARK,
                2,
                "scan.yaml",
                "out",
                "--event-log",
                log.toString())) {
            Jvm.Exit exit = run.await(PATIENCE);
            assertEquals(0, exit.code(), exit::err);
        }
        assertTrue(Files.isDirectory(log));
        try (Jvm server = start(place, log)) {
            String api = server.awaitError(URL, PATIENCE).group(1) + "/api/v1/applications";
            JsonNode run = first(api);
            assertEquals("SpikeSweep scan", run.path("name").asText());
            assertTrue(run.at("/attempts/0/completed").asBoolean(), run::toString);
            JsonNode wave = first(api + "/" + run.path("id").asText() + "/sql?details=true");
            assertEquals("COMPLETED", wave.path("status").asText());
            assertEquals(
                    "scan, wave 1: from row 0 of 2,048",
                    wave.path("description").asText());
            assertEquals("2048", metric(wave, SweepMetrics.ROWS));
        }
    }

    private static Jvm start(Workplace place, Path log) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(StandaloneWorker.DAEMON);
        options.add("-Dspark.history.fs.logDirectory=" + log);
        options.add("-Dspark.history.ui.port=0");
        String classPath = place.home().classPath() + File.pathSeparator + Workplace.jar();
        return Jvm.start(
                "history", place, options, List.of(classPath, "org.apache.spark.deploy.history.HistoryServer"));
    }

    /** The first item of a list, as soon as there is one. */
    private JsonNode first(String url) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        String text = "";
        while (System.nanoTime() < end) {
            text = client.send(request, BodyHandlers.ofString()).body();
            if (text.startsWith("[") && !new ObjectMapper().readTree(text).isEmpty()) {
                return new ObjectMapper().readTree(text).get(0);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(url + " answered " + text);
    }

    private static String metric(JsonNode query, String name) {
        for (JsonNode node : query.path("nodes")) {
            for (JsonNode metric : node.path("metrics")) {
                if (metric.path("name").asText().equals(name)) {
                    return metric.path("value").asText();
                }
            }
        }
        throw new IllegalStateException("no metric '" + name + "' in " + query);
    }
}
