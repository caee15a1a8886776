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
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
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
                reader.audited().countDifference(),
                audit.get("largest_count_difference").asLong());
        assertEquals(
                reader.audited().timeDifference(),
                audit.get("largest_time_difference_ms").asDouble(),
                1e-11);
        assertEquals(reader.neuronSteps(), record.at("/totals/neuron_steps").asLong());
        assertTrue(reader.audited().timeDifference() > 0);
        assertTrue(
                run.out()
                        .lines()
                        .anyMatch(
                                line -> line.matches("audit +1,\\d+ rows again at half the step: spike counts differ by"
                                        + " at most \\d+, spike times differ by at most [0-9.e-]+ ms"
                                        + (reader.audited().unsettledRows() == 0
                                                ? ""
                                                : "; in [0-9,]+ rows? the count changed again with still finer steps,"
                                                        + " so the error may be larger"))),
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
