package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A start of a run: the one that created the results, or one that resumed.
 *
 * @param command the command line
 * @param versions the versions that computed
 * @param started when
 */
public record Launch(List<String> command, Versions versions, Instant started) {
    public Launch {
        command = List.copyOf(command);
    }

    void write(ObjectNode launch) {
        launch.putPOJO("command", command)
                .putPOJO("versions", versions)
                .put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static Launch read(JsonNode launch) {
        List<String> command = new ArrayList<>();
        launch.path("command").forEach(argument -> command.add(argument.asText()));
        JsonNode versions = launch.path("versions");
        return new Launch(
                command,
                new Versions(
                        versions.path("spikesweep").asText(),
                        versions.path("spark").asText(),
                        versions.path("java").asText()),
                Instant.parse(launch.path("started").asText()));
    }
}
