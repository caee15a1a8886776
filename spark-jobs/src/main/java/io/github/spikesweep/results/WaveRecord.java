package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.SweepDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A wave: rows that were written together.
 *
 * @param started when it began
 * @param seconds how long it took
 * @param totals what its tasks have counted
 * @param tasks how many tasks simulated it
 * @param slowestTaskSeconds how long the slowest of them took
 */
public record WaveRecord(Instant started, double seconds, RunTotals totals, int tasks, double slowestTaskSeconds) {
    private static final double MILLISECONDS = 1000;
    private static final String AUDITED = "audited_rows";

    /** @param definition what was simulated */
    void write(ObjectNode wave, SweepDefinition definition) {
        wave.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("seconds", rounded(seconds))
                .put("rows", totals.writtenRows())
                .put("spikes", totals.spikes())
                .put("diverged_rows", totals.divergedRows())
                .put("neuron_steps", totals.neuronSteps())
                .put("tasks", tasks)
                .put("slowest_task_seconds", rounded(slowestTaskSeconds));
        if (definition.isAudited()) {
            AuditRecord.write(totals.audit(), definition.find(), AUDITED, wave);
        }
    }

    static WaveRecord read(JsonNode wave) {
        long rows = wave.path("rows").asLong();
        RunTotals totals = new RunTotals(
                rows,
                wave.path("neuron_steps").asLong(),
                wave.path("spikes").asLong(),
                wave.path("diverged_rows").asLong(),
                rows,
                AuditRecord.read(wave, AUDITED));
        return new WaveRecord(
                Instant.parse(wave.path("started").asText()),
                wave.path("seconds").asDouble(),
                totals,
                wave.path("tasks").asInt(),
                wave.path("slowest_task_seconds").asDouble());
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * MILLISECONDS) / MILLISECONDS;
    }
}
