package io.github.spikesweep.job;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import io.github.spikesweep.sweep.SweepText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside results in {@code _spikesweep.json}: which definition, also as a sweep file that makes the table again,
 * computed by what, when, and the totals.
 *
 * @param where the condition that chose the rows, if they were chosen
 * @param command the command line
 * @param started when the run began
 */
record RunRecord(
        SweepDefinition definition, Optional<String> where, List<String> command, Versions versions, Instant started) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The text while the run goes on. */
    byte[] begun() {
        ObjectNode record = head("running");
        tail(record);
        return text(record);
    }

    /** The text when the run has ended. */
    byte[] ended(RunTotals counted, Duration elapsed) {
        ObjectNode record = head("complete");
        record.put("finished", time(started.plus(elapsed)));
        record.putObject("totals")
                .put("rows", counted.writtenRows())
                .put("spikes", counted.spikes())
                .put("diverged_rows", counted.divergedRows())
                .put("neuron_steps", counted.neuronSteps())
                .put("seconds", Figures.seconds(elapsed));
        if (definition.isAudited()) {
            audit(record.putObject("audit"), counted.audit());
        }
        tail(record);
        return text(record);
    }

    private void audit(ObjectNode audit, AuditReport found) {
        SweepMethod method = new SweepMethod(definition);
        audit.put("fraction", method.auditedFraction())
                .put("seed", method.auditSeed())
                .put("rows", found.rows())
                .put("largest_count_difference", found.countDifference())
                .put("largest_time_difference_ms", found.timeDifference());
    }

    private ObjectNode head(String state) {
        ObjectNode record = JSON.createObjectNode()
                .put("name", definition.name())
                .put("state", state)
                .put("description", definition.description())
                .put("hash", definition.hash());
        where.ifPresent(condition -> record.put("where", condition));
        ArrayNode arguments = record.putArray("command");
        command.forEach(arguments::add);
        record.putObject("versions")
                .put("spikesweep", versions.spikesweep())
                .put("spark", versions.spark())
                .put("java", versions.java());
        return record.put("started", time(started));
    }

    private void tail(ObjectNode record) {
        ArrayNode columns = record.putArray("columns");
        for (Column column : definition.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put("unit", column.unit())
                    .put("description", column.description());
        }
        SweepText.ofFile(definition).ifPresent(text -> record.put("sweep", text));
        record.put("definition", definition.canonicalText());
    }

    private static byte[] text(ObjectNode record) {
        try {
            return JSON.writeValueAsBytes(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In UTC, to the second. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
