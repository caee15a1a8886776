package io.github.spikesweep.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Spark's log of the events of a run, one event per line. */
record EventLog(List<JsonNode> events) {
    /** The settings for Spark to write an event log, as {@link #read} expects it, to an existing folder. */
    static Map<String, String> settings(Path folder) {
        return Map.of(
                "spark.eventLog.enabled", "true",
                "spark.eventLog.dir", folder.toUri().toString(),
                "spark.eventLog.rolling.enabled", "false",
                "spark.eventLog.compress", "false");
    }

    /** Reads the log of the one run that wrote to {@code folder}. */
    static EventLog read(Path folder) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> logs = Files.list(folder)) {
            Path log = logs.filter(file -> !file.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElseThrow();
            for (String line : Files.readAllLines(log)) {
                events.add(json.readTree(line));
            }
        }
        return new EventLog(events);
    }

    /** The executors, as {@code APPLICATION/EXECUTOR}, on which successful tasks counted something under {@code metric}. */
    Set<String> executorsThatCounted(String metric) {
        Set<String> executors = new HashSet<>();
        String application = "";
        for (JsonNode event : events) {
            String kind = event.path("Event").asText();
            if (kind.equals("SparkListenerApplicationStart")) {
                application = event.path("App ID").asText();
            } else if (kind.equals("SparkListenerTaskEnd")
                    && event.at("/Task End Reason/Reason").asText().equals("Success")
                    && counted(event.at("/Task Info/Accumulables"), metric)) {
                executors.add(
                        application + "/" + event.at("/Task Info/Executor ID").asText());
            }
        }
        return executors;
    }

    private static boolean counted(JsonNode accumulables, String metric) {
        for (JsonNode accumulable : accumulables) {
            if (accumulable.path("Name").asText().equals(metric)
                    && accumulable.path("Update").asLong() > 0) {
                return true;
            }
        }
        return false;
    }
}
