package io.github.spikesweep.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside results in {@code _spikesweep.json}: which definition, computed by what, when, and the totals.
 *
 * @param complete false from the start of a run to its end
 * @param hash of the definition: equal hashes mean equal tables
 * @param definition everything that determines the values, as text
 * @param where the condition that chose the rows, or null
 * @param started in UTC
 * @param finished in UTC, or null
 * @param totals what was computed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "complete"})
record RunRecord(
        String name,
        boolean complete,
        String description,
        String hash,
        String where,
        List<String> command,
        Versions versions,
        String started,
        String finished,
        Totals totals,
        List<ColumnRecord> columns,
        String definition) {

    record Totals(long rows, long spikes, long divergedRows, long neuronSteps, double seconds) {}

    record ColumnRecord(String name, String unit, String description) {
        static ColumnRecord of(Column column) {
            return new ColumnRecord(column.name(), column.unit(), column.description());
        }
    }

    /** The record of a run that begins now. */
    static RunRecord begun(SweepDefinition definition, Optional<String> where, List<String> command, Versions versions) {
        return new RunRecord(
                definition.name(),
                false,
                definition.description(),
                definition.hash(),
                where.orElse(null),
                command,
                versions,
                now(),
                null,
                null,
                definition.columns().stream().map(ColumnRecord::of).toList(),
                definition.canonicalText());
    }

    /** The record of the same run, which ends now. */
    RunRecord ended(RunTotals counted, double seconds) {
        Totals figures = new Totals(
                counted.writtenRows(), counted.spikes(), counted.divergedRows(), counted.neuronSteps(), seconds);
        return new RunRecord(
                name,
                true,
                description,
                hash,
                where,
                command,
                versions,
                started,
                now(),
                figures,
                columns,
                definition);
    }

    byte[] json() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        try {
            return (mapper.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record is always writable as JSON", e);
        }
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
