package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.AuditReport;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rows look for a threshold, on both engines. */
class FoundRunTest {
    private static final SparkSession SPARK = LocalSpark.session();

    /** In rows of little sodium conductance nothing fires, in those of much everything does. */
    private static final String RHEOBASE = """
            name: rheobase
            neuron: HHAreaDoubleRK4
            duration: 50
            step: 0.02
            initial: {v: -65, m: 0.0529, h: 0.596, n: 0.3177}
            sweep: {gna: {linspace: [40, 480, 60]}}
            find: {input: {between: [0, 4], where: spike_count >= 1, tolerance: 1e-3}}
            outputs: [spike_count, first_spike_ms]
            """;

    @TempDir
    private Path folder;

    private Path out;
    private String sweep;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        sweep = SweepText.write(folder, "rheobase.yaml", RHEOBASE);
    }

    @Test
    void planCountsTheTrials() {
        Execution plan = Execution.of("plan", sweep, "--no-calibration");
        assertEquals(0, plan.code(), plan.err());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        for (String line : List.of(
                "find +input between 0 and 4 where spike_count >= 1, to 0.001",
                "steps per row +at most 14 trials of 2,500",
                "neuron-steps +at most 2,100,000",
                "input +double +µA/cm² +least injected current per area found at which spike_count >= 1",
                "find_status +string +'found'; 'always' if it holds at 0 already, 'never' if it does not at 4")) {
            assertTrue(lines.stream().anyMatch(found -> found.matches(line)), line + "\n" + plan.out());
        }
    }

    @Tag("thorough")
    @Test
    void bothEnginesFindTheSame() throws IOException {
        assertEquals(0, run().code());
        Dataset<Row> here = SPARK.read().parquet(out.toString());
        Path other = folder.resolve("spark");
        Execution spark = Execution.of("run", sweep, "--out", other.toString(), "--master", "local[2]");
        assertEquals(0, spark.code(), spark.err());
        Dataset<Row> there = SPARK.read().parquet(other.toString());
        assertEquals(here.schema(), there.schema());
        assertEquals(sorted(here), sorted(there));
        assertEquals(
                record(out).at("/totals"),
                withSeconds(record(out), record(other).at("/totals")));
        Dataset<Row> table = SPARK.read().format("spikesweep").load(sweep);
        assertEquals(sorted(here), sorted(table));
        assertEquals(
                sorted(table),
                sorted(SPARK.read().format("spikesweep").option("partitions", 3).load(sweep)));
        // Conditions on what is found are answered after it is found, those on axes before.
        Dataset<Row> found =
                table.where("find_status = 'found' AND input < 2 AND gna < 300").select("gna", "input");
        assertEquals(
                sorted(here.where("find_status = 'found' AND input < 2 AND gna < 300")
                        .select("gna", "input")),
                sorted(found));
        assertFalse(found.collectAsList().isEmpty());
        JsonNode column = record(out).at("/columns/2");
        assertEquals("input", column.get("name").asText());
        assertEquals("found", column.get("role").asText());
        assertEquals("µA/cm²", column.get("unit").asText());
    }

    private static JsonNode withSeconds(JsonNode of, JsonNode totals) {
        return ((ObjectNode) totals.deepCopy()).set("seconds", of.at("/totals/seconds"));
    }

    @Test
    void resumesWhereItWas() throws IOException {
        Path whole = folder.resolve("whole");
        assertEquals(0, Execution.of("run", sweep, "--out", whole.toString()).code());
        assertEquals(
                0,
                Execution.of("run", sweep, "--out", out.toString(), "--where", "mod(id, 3) == 1")
                        .code());
        Execution rest = Execution.of("run", sweep, "--out", out.toString(), "--master", "local[2]");
        assertEquals(0, rest.code(), rest.err());
        assertTrue(rest.err().contains("already has 20 of 60 rows"), rest.err());
        assertEquals(
                sorted(SPARK.read().parquet(whole.toString())),
                sorted(SPARK.read().parquet(out.toString())));
        assertEquals(
                record(whole).at("/totals/neuron_steps").asLong(),
                record(out).at("/totals/neuron_steps").asLong());
        Execution other = Execution.of("run", sweep, "--out", out.toString(), "--set", "find.input.tolerance=1e-2");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("'find.input.tolerance' was 0.001 and is 0.01"), other.err());
    }

    @Tag("thorough")
    @Test
    void auditsTellHowFarTheValuesMove() throws IOException {
        sweep = SweepText.write(folder, "audited.yaml", RHEOBASE.replace("RK4", "Euler") + "audit: {fraction: 0.5}\n");
        SweepDefinition definition = SweepFiles.read(sweep, List.of());
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("input"));
        while (reader.next()) {
            assertTrue(reader.rows() > 0);
        }
        AuditReport expected = reader.audited();
        assertTrue(expected.value().difference() > 0);
        for (List<String> engine : List.of(List.<String>of(), List.of("--master", "local[2]"))) {
            Path to = folder.resolve("audited" + engine.size());
            List<String> command = new ArrayList<>(List.of("run", sweep, "--out", to.toString()));
            command.addAll(engine);
            Execution run = Execution.of(command.toArray(String[]::new));
            assertEquals(0, run.code(), run.err());
            JsonNode audit = record(to).get("audit");
            assertEquals(expected.rows(), audit.get("rows").asLong());
            assertEquals(expected.differentRows(), audit.get("different_rows").asLong());
            assertEquals(
                    expected.value().difference(),
                    audit.get("largest_value_difference").asDouble());
            assertEquals(
                    expected.value().id(),
                    audit.get("largest_value_difference_id").asLong());
            assertEquals(
                    expected.value().table(),
                    audit.get("largest_value_difference_table").asDouble());
            assertFalse(audit.has("largest_count_difference"));
            assertEquals(
                    reader.neuronSteps(), record(to).at("/totals/neuron_steps").asLong());
            assertTrue(
                    run.out()
                            .matches(
                                    "(?s).*\naudit +\\d+ rows again at half the step\n +find_status: .*\n +input: largest difference [0-9.e-]+ µA/cm², in row \\d+ \\(gna [0-9.]+\\), which has [0-9.]+\n.*"),
                    run.out());
        }
    }

    @Tag("thorough")
    @Test
    void tracesAreOfTheRowAtItsValue() throws IOException {
        assertEquals(0, run().code());
        for (Row row :
                SPARK.read().parquet(out.toString()).where("id IN (0, 15, 59)").collectAsList()) {
            long id = row.getAs("id");
            Execution trace = Execution.of("trace", sweep, "--id", Long.toString(id));
            assertEquals(0, trace.code(), trace.err());
            String expected = switch (row.<String>getAs("find_status")) {
                case "found" -> "input " + row.getAs("input") + ", found";
                case "always" -> "input 0, the lower end, where the condition holds already";
                default -> "input 4, the upper end, where the condition does not hold";
            };
            assertEquals("row " + id + ": " + expected + "\n", trace.err());
        }
    }

    @Tag("thorough")
    @Test
    void picturesShowWhatIsFound() throws IOException {
        assertEquals(0, run().code());
        Dataset<Row> table = SPARK.read().parquet(out.toString());
        long always = table.where("find_status = 'always'").count();
        long never = table.where("find_status = 'never'").count();
        assertTrue(always > 0 && never > 0);
        Execution plot = Execution.of("plot", out.toString());
        assertEquals(
                out + ".png: rheobase  ·  input over gna  ·  60 rows  ·  " + always
                        + " rows at the lower end already  ·  " + never + " rows without input\n",
                plot.out());
        assertTrue(Files.exists(folder.resolve("out.png")));
        long few = table.where("find_status = 'found' AND input < 2").count();
        Execution chosen = Execution.of("plot", out.toString(), "--where", "find_status == found and input < 2");
        assertEquals(0, chosen.code(), chosen.err());
        assertTrue(chosen.out().contains(few + " of 60 rows, where find_status == found and input < 2"), chosen.out());
        assertTrue(
                Execution.of("plot", out.toString(), "--y", "spike_count").out().contains("spike_count over gna"));
    }

    /** The sodium conductance from which on 2 µA/cm² are enough, for some potassium conductances. */
    @Tag("thorough")
    @Test
    void bothEnginesFindTheSameWithinOneAnother() throws IOException {
        sweep = SweepText.write(folder, "nested.yaml", """
                name: nested
                neuron: HHAreaDoubleRK4
                duration: 50
                step: 0.02
                sweep: {gk: {linspace: [30, 40, 11]}}
                find:
                  gna:
                    between: [60, 316]
                    where: input <= 2
                    tolerance: 2
                    find: {input: {between: [0, 16], where: spike_count >= 1, tolerance: 0.1}}
                outputs: [spike_count, first_spike_ms]
                """);
        List<String> plan = Execution.of("plan", sweep, "--no-calibration")
                .out()
                .lines()
                .map(String::strip)
                .toList();
        for (String line : List.of(
                "find +gna between 60 and 316 where input <= 2, to 2; for each of them input between 0 and 16 where spike_count >= 1, to 0.1",
                "steps per row +at most 90 trials of 2,500",
                "neuron-steps +at most 2,475,000",
                "input_find_status +string +'found'; 'always' if it holds at 0 already, 'never' if it does not at 16")) {
            assertTrue(plan.stream().anyMatch(found -> found.matches(line)), line + "\n" + plan);
        }
        run();
        Path other = folder.resolve("spark");
        Execution spark = Execution.of("run", sweep, "--out", other.toString(), "--master", "local[2]");
        assertEquals(0, spark.code(), spark.err());
        List<Row> here = sorted(SPARK.read().parquet(out.toString()));
        assertEquals(here, sorted(SPARK.read().parquet(other.toString())));
        assertEquals(11, here.size());
        for (Row row : here) {
            assertEquals("found", row.getAs("find_status"));
            assertEquals("found", row.getAs("input_find_status"));
            assertTrue(row.<Double>getAs("input") <= 2);
        }
        Execution plot = Execution.of("plot", out.toString());
        assertTrue(plot.out().contains("gna over gk  ·  11 rows\n"), plot.out());
        Execution inner = Execution.of("plot", out.toString(), "--y", "input");
        assertTrue(inner.out().contains("input over gk  ·  11 rows\n"), inner.out());
    }

    private Execution run() {
        Execution run = Execution.of("run", sweep, "--out", out.toString());
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy(rows.columns()[0]).collectAsList();
    }

    private static JsonNode record(Path results) throws IOException {
        return new ObjectMapper().readTree(results.resolve("_spikesweep.json").toFile());
    }
}
