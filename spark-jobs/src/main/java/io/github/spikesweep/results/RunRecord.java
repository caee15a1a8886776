package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The content of {@code _spikesweep.json} beside results: the definition, also as a sweep file that reproduces the table, what
 * computed it, when, in which waves, and the totals.
 *
 * @param where the condition that chose the rows, if they were chosen
 * @param expected how many rows a complete run has
 * @param launches the first start, then those that resumed
 * @param waves the waves that were written, as far as known: the last one of a killed run may be missing
 * @param grid the grid of a refined sweep; then how many rows a complete run has is known when it is complete
 */
public record RunRecord(
        SweepDefinition definition,
        Optional<String> where,
        RowCount expected,
        List<Launch> launches,
        List<WaveRecord> waves,
        Optional<RecordedGrid> grid) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The state of a run. */
    public enum State {
        /** It is running, or was killed. */
        RUNNING,
        /** The user has stopped it. */
        STOPPED,
        FAILED,
        COMPLETE
    }

    public RunRecord {
        launches = List.copyOf(launches);
        waves = List.copyOf(waves);
    }

    /** The record of a sweep of which all rows are simulated. */
    public RunRecord(
            SweepDefinition definition,
            Optional<String> where,
            RowCount expected,
            List<Launch> launches,
            List<WaveRecord> waves) {
        this(definition, where, expected, launches, waves, Optional.empty());
    }

    /** What must agree for all rows in a directory. */
    public RunIdentity identity() {
        return new RunIdentity(
                CanonicalText.hash(definition),
                where,
                launches.get(0).versions().spikesweep());
    }

    /** The same with another wave. */
    public RunRecord and(WaveRecord wave) {
        List<WaveRecord> all = new ArrayList<>(waves);
        all.add(wave);
        return new RunRecord(definition, where, expected, launches, all, grid);
    }

    /** The same with another grid. */
    public RunRecord with(RecordedGrid other) {
        return new RunRecord(definition, where, expected, launches, waves, Optional.of(other));
    }

    /** How many rows the table has. */
    private long rows(RunTotals totals) {
        return totals.writtenRows() + grid.map(RecordedGrid::filled).orElse(0L);
    }

    /** The text, for a run that is running or has just ended. */
    byte[] text(State state, RunTotals totals) {
        ObjectNode record = head(state, rows(totals));
        if (state != State.RUNNING) {
            record.put("finished", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        counts(record, totals);
        RecordedTable.write(definition.columns(), record.putArray("columns"));
        SweepText.ofFile(definition).ifPresent(text -> record.put("sweep", text));
        record.put("definition", CanonicalText.of(definition));
        try {
            return JSON.writeValueAsBytes(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode head(State state, long rows) {
        ObjectNode record = JSON.createObjectNode()
                .put("name", definition.name())
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("description", definition.description())
                .put("hash", CanonicalText.hash(definition));
        where.ifPresent(condition -> record.put("where", condition));
        if (grid.isEmpty() || state == State.COMPLETE) {
            record.put("expected_rows", grid.isEmpty() ? expected.rows() : rows);
        }
        if (grid.isEmpty() && !expected.exact()) {
            record.put("expected_rows_estimated", true);
        }
        grid.ifPresent(refined -> refined.write(record.putObject("refined")));
        launches.get(0).write(record);
        if (launches.size() > 1) {
            ArrayNode resumed = record.putArray("resumed");
            launches.subList(1, launches.size()).forEach(launch -> launch.write(resumed.addObject()));
        }
        return record;
    }

    private void counts(ObjectNode record, RunTotals totals) {
        record.putObject("totals")
                .put("rows", rows(totals))
                .put("spikes", totals.spikes())
                .put("diverged_rows", totals.divergedRows())
                .put("neuron_steps", totals.neuronSteps())
                .put("seconds", waves.stream().mapToDouble(WaveRecord::seconds).sum());
        if (definition.isAudited()) {
            audit(record.putObject("audit"), totals.audit());
        }
        ArrayNode list = record.putArray("waves");
        waves.forEach(wave -> wave.write(list.addObject(), definition));
    }

    private void audit(ObjectNode audit, AuditReport found) {
        audit.put("fraction", definition.audit().fraction())
                .put("seed", definition.audit().seed());
        AuditRecord.write(found, definition.find(), "rows", audit);
    }
}
