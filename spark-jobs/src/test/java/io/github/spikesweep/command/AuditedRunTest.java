package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which some rows are simulated again with finer steps. */
class AuditedRunTest {
    /** Coarse enough for a visible difference, with enough work for two tasks. */
    private static final String COARSE = """
            name: coarse
            neuron: HHDoubleEuler
            duration: 100
            step: 0.02
            input: 0.1
            audit: {fraction: 0.5, seed: 1}
            sweep: {gna: {linspace: [0.4, 1.6, 3000]}}
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startSpark() {
        LocalSpark.session();
    }

    @Tag("thorough")
    @Test
    void tellsTheLargestDifferencesOfAllTasks() throws IOException {
        String sweep = SweepText.write(folder, "coarse.yaml", COARSE);
        SweepDefinition definition = SweepFiles.read(sweep, List.of());
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("status"));
        while (reader.next()) {
            assertTrue(reader.rows() > 0);
        }
        Execution run =
                Execution.of("run", sweep, "--out", folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        JsonNode record = record();
        JsonNode audit = record.get("audit");
        assertEquals(0.5, audit.get("fraction").asDouble());
        assertEquals(1, audit.get("seed").asLong());
        assertEquals(reader.audited().rows(), audit.get("rows").asLong());
        assertEquals(
                reader.audited().unsettledRows(), audit.get("unsettled_rows").asLong());
        assertEquals(
                reader.audited().count().difference(),
                audit.get("largest_count_difference").asLong());
        assertEquals(
                reader.audited().time().difference(),
                audit.get("largest_time_difference_ms").asDouble(),
                1e-11);
        assertEquals(reader.neuronSteps(), record.at("/totals/neuron_steps").asLong());
        assertTrue(reader.audited().time().difference() > 0);
        AuditReport.Count count = reader.audited().count();
        AuditReport.Time time = reader.audited().time();
        assertEquals(count.id(), audit.get("largest_count_difference_id").asLong());
        assertEquals(time.id(), audit.get("largest_time_difference_id").asLong());
        assertEquals(time.spike(), audit.get("largest_time_difference_spike").asLong());
        assertTrue(
                run.out()
                        .matches("(?s).*\naudit +1,\\d+ rows again at half the step\n +spike counts: different in"
                                + " [\\d,]+ rows?, most in row %s \\(gna [\\d.]+\\): %d in the table, %d with finer steps\n"
                                        .formatted(String.format("%,d", count.id()), count.table(), count.finer())
                                + ".* +spike times: largest difference [0-9.e-]+ ms, in row %s .*"
                                        .formatted(String.format("%,d", time.id()))),
                run.out());
    }

    @Test
    void saysNothingWithoutAnAudit() throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        Execution run =
                Execution.of("run", sweep, "--out", folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().contains("audit"), run.out());
        assertFalse(record().has("audit"));
    }

    @Test
    void saysWhenNoRowWasChosen() throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID + "audit: {fraction: 1e-9}\n");
        Execution run =
                Execution.of("run", sweep, "--out", folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("audit          no rows were chosen\n"), run.out());
        assertEquals(0, record().at("/audit/rows").asLong());
    }

    private JsonNode record() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("out/_spikesweep.json").toFile());
    }
}
