package io.github.spikesweep.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.sweep.rows.RowCount;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the record in a directory says about the runs that have written there.
 *
 * @param state how far they came
 * @param expected how many rows a complete run has; empty in records of older versions
 * @param sweep the definition as a sweep file, if it is not too long for one
 * @param definition its canonical text
 * @param table of the results
 * @param grid the grid of a refined sweep
 */
public record EarlierRun(
        RunIdentity identity,
        String state,
        Optional<RowCount> expected,
        List<Launch> launches,
        List<WaveRecord> waves,
        Optional<String> sweep,
        Optional<String> definition,
        RecordedTable table,
        Optional<RecordedGrid> grid) {
    public EarlierRun {
        launches = List.copyOf(launches);
        waves = List.copyOf(waves);
    }

    /**
     * Reads the text of a record.
     *
     * @throws IOException if it is not a record
     */
    static EarlierRun read(byte[] text) throws IOException {
        JsonNode record;
        try {
            record = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        if (record == null || !record.path("hash").isTextual()) {
            throw new IOException("it has no hash of a definition");
        }
        try {
            List<Launch> launches = new ArrayList<>(List.of(Launch.read(record)));
            record.path("resumed").forEach(launch -> launches.add(Launch.read(launch)));
            List<WaveRecord> waves = new ArrayList<>();
            record.path("waves").forEach(wave -> waves.add(WaveRecord.read(wave)));
            RunIdentity identity = new RunIdentity(
                    record.path("hash").asText(),
                    text(record, "where"),
                    launches.get(0).versions().spikesweep());
            return new EarlierRun(
                    identity,
                    record.path("state").asText(),
                    expected(record),
                    launches,
                    waves,
                    text(record, "sweep"),
                    text(record, "definition"),
                    RecordedTable.read(record),
                    RecordedGrid.read(record));
        } catch (DateTimeParseException e) {
            throw new IOException("it has an invalid time: " + e.getParsedString(), e);
        }
    }

    private static Optional<RowCount> expected(JsonNode record) {
        boolean exact = !record.path("expected_rows_estimated").asBoolean();
        return record.path("expected_rows").canConvertToLong()
                ? Optional.of(new RowCount(record.path("expected_rows").asLong(), exact))
                : Optional.empty();
    }

    /** How many rows it was to write, where {@code found} are there and that is not all; an estimate may be wrong. */
    public Optional<RowCount> moreThan(long found) {
        return expected.filter(count -> count.rows() > found && (count.exact() || !isComplete()));
    }

    /** Whether all rows were written when it ended. */
    public boolean isComplete() {
        return state.equals(RunRecord.State.COMPLETE.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(JsonNode record, String key) {
        return Optional.ofNullable(record.get(key)).map(JsonNode::asText);
    }
}
