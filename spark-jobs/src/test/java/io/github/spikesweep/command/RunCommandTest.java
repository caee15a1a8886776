package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String GNA_SCAN = "../sweeps/gna-scan.yaml";

    /** Spikes of each row, by the C++ library Neun, HHDoubleRK4. */
    private static final List<Integer> GNA_SCAN_SPIKES =
            List.of(1, 1, 1, 1, 1, 1, 3, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9);

    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameDirectory() {
        out = folder.resolve("the results");
    }

    @Test
    void writesTheTableOfASweep() throws IOException {
        Execution run = run(GNA_SCAN);
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertTrue(run.out().replaceAll("[0-9.]+ kB", "1 kB").matches("""
                        rows           20
                        spikes         115
                        diverged rows  0
                        slowest task   .* s, of [12] tasks?
                        elapsed        .* s
                        results        .*, 1 file, 1 kB
                        """), run.out());
        List<Row> rows = SPARK.read().parquet(out.toString()).collectAsList();
        assertEquals(20, rows.size());
        for (int id = 0; id < 20; id++) {
            assertEquals((long) id, rows.get(id).<Long>getAs("id"));
            assertEquals(GNA_SCAN_SPIKES.get(id), rows.get(id).<Integer>getAs("spike_count"));
        }
        List<String> files = entries(out);
        assertEquals(2, files.size());
        assertEquals("_spikesweep.json", files.get(0));
        assertTrue(files.get(1).endsWith(".parquet"));
    }

    @Test
    void recordsWhatComputedTheResults() throws IOException {
        run(GNA_SCAN, "--where", "id < 3", "--set", "duration=10");
        JsonNode record =
                new ObjectMapper().readTree(out.resolve("_spikesweep.json").toFile());
        assertEquals("gna-scan", record.get("name").asText());
        assertEquals("complete", record.get("state").asText());
        assertEquals("id < 3", record.get("where").asText());
        assertEquals(64, record.get("hash").asText().length());
        assertEquals("4.2.0", record.at("/versions/spark").asText());
        assertEquals(3, record.at("/totals/rows").asLong());
        assertEquals(30_000, record.at("/totals/neuron_steps").asLong());
        assertEquals("gna_density", record.at("/columns/1/name").asText());
        assertEquals("mS/cm²", record.at("/columns/1/unit").asText());
    }

    @Tag("thorough")
    @Test
    void writesOneFileSortedByIdThoughSeveralTasksSimulate() throws IOException {
        String grid = SweepText.write(folder, "long.yaml", SweepText.GRID);
        Execution run = run(grid, "--set", "sweep.gna_density.linspace=[50, 200, 6000]", "--set", "duration=60");
        assertEquals(0, run.code(), run.err());
        assertEquals(2, entries(out).size());
        List<Row> ids = SPARK.read().parquet(out.toString()).select("id").collectAsList();
        assertEquals(24_000, ids.size());
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(i, ids.get(i).getLong(0));
        }
    }

    @Test
    void refusesToMixWithOtherResults() throws IOException {
        assertEquals(0, run(GNA_SCAN, "--where", "id < 2").code());
        List<String> before = entries(out);
        Execution second = run(GNA_SCAN, "--set", "duration=50");
        assertEquals(2, second.code());
        assertEquals(
                out
                        + " has results of another definition: 'duration' was 100 and is 50; give another --out, or --overwrite to replace them\n",
                second.err());
        assertEquals(before, entries(out));
    }

    @Test
    void goesOnWithEarlierResults() throws IOException {
        assertEquals(0, run(GNA_SCAN, "--where", "mod(id, 3) == 0").code());
        Execution second = run(GNA_SCAN);
        assertEquals(0, second.code(), second.err());
        assertEquals(out + " already has 7 of 20 rows\n", second.err());
        assertTrue(second.out().startsWith("rows           20\nspikes         115\n"), second.out());
        assertEquals(
                GNA_SCAN_SPIKES,
                SPARK.read().parquet(out.toString()).orderBy("id").select("spike_count").collectAsList().stream()
                        .map(row -> row.getInt(0))
                        .toList());
        JsonNode record =
                new ObjectMapper().readTree(out.resolve("_spikesweep.json").toFile());
        assertEquals("complete", record.get("state").asText());
        assertEquals(2, record.get("waves").size());
        assertEquals(7, record.at("/waves/0/rows").asLong());
        assertEquals(13, record.at("/waves/1/rows").asLong());
        assertEquals(1, record.get("resumed").size());
        assertEquals(20, record.at("/totals/rows").asLong());
        assertEquals(2_000_000, record.at("/totals/neuron_steps").asLong());
    }

    @Test
    void completeResultsStayAsTheyAre() throws IOException {
        assertEquals(0, run(GNA_SCAN).code());
        List<String> before = entries(out);
        Execution again = run(GNA_SCAN);
        assertEquals(0, again.code(), again.err());
        assertEquals(out + " already has 20 of 20 rows\n", again.err());
        assertEquals(before, entries(out));
    }

    @Test
    void overwriteReplacesEarlierResults() throws IOException {
        assertEquals(0, run(GNA_SCAN, "--where", "id < 2").code());
        assertEquals(0, run(GNA_SCAN, "--where", "id >= 15", "--overwrite").code());
        assertEquals(5, SPARK.read().parquet(out.toString()).count());
        assertEquals(2, entries(out).size());
    }

    @Test
    void overwriteSparesADirectoryOfOtherThings() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.tex"), "x");
        Execution run = run(GNA_SCAN, "--overwrite");
        assertEquals(2, run.code());
        assertEquals(List.of("thesis.tex"), entries(out));
    }

    @Test
    void goesToResultsByDefault() throws IOException {
        Path sweep = folder.resolve("x.yaml");
        Files.writeString(sweep, SweepText.GRID.replace("name: grid", "name: run-command-test"));
        Path directory = Path.of("results", "run-command-test");
        try {
            assertEquals(
                    0,
                    Execution.of("run", sweep.toString(), "--where", "id == 0").code());
            assertTrue(Files.exists(directory.resolve("_spikesweep.json")));
        } finally {
            for (String file : Files.exists(directory) ? entries(directory) : List.<String>of()) {
                Files.delete(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
            Files.deleteIfExists(directory.getParent());
        }
    }

    @Test
    void countsRowsThatDivergeAndKeepsTheOthers() throws IOException {
        Execution run = run(GNA_SCAN, "--set", "step=0.5", "--set", "sweep.gna_density=[50, 1e5]");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("diverged rows  "), run.out());
        assertTrue(run.err().contains("warning: the step 0.5 ms is longer than 0.05 ms"), run.err());
        List<Row> rows = SPARK.read()
                .parquet(out.toString())
                .selectExpr("status", "v_final")
                .collectAsList();
        assertEquals("diverged", rows.get(1).getString(0));
        assertTrue(rows.get(1).isNullAt(1));
    }

    private Execution run(String sweep, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "run";
        args[1] = sweep;
        args[2] = "--out";
        args[3] = out.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Execution.of(args);
    }

    private static List<String> entries(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
