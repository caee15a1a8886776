package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose rows start from the end states of others, on both engines. */
class ContinuedRunTest {
    private static final SparkSession SPARK = LocalSpark.session();

    private static final String MEMBRANE = """
            name: membrane
            model: HHArea
            duration: 50
            transient: 20
            step: 0.02
            sweep: {gk: {linspace: [33, 39, 40]}, input: {linspace: [5, 11, 13]}}
            continue: {along: input, direction: both}
            outputs: [spike_count, v_max, v_final, h_final]
            """;

    private static final long ROWS = 2 * 40 * 13;

    @TempDir
    private Path folder;

    private Path out;
    private String sweep;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        sweep = SweepText.write(folder, "membrane.yaml", MEMBRANE);
    }

    @Test
    void planCountsTheChains() {
        Execution plan = Execution.of("plan", sweep, "--no-calibration", "--where", "input < 7");
        assertEquals(0, plan.code(), plan.err());
        List<String> lines = plan.out().lines().map(String::strip).toList();
        for (String line : List.of(
                "direction +up, down +2 +whether the rows of a chain follow each other up or down its axis",
                "continue +along input, up and down: 80 chains of 13 rows, each of which starts where the one before has ended",
                "combinations +1,040",
                "rows +320 of them, kept by --where",
                // Four rows of each chain upwards, and all of each downwards.
                "neuron-steps +1,700,000")) {
            assertTrue(lines.stream().anyMatch(found -> found.matches(line)), line + "\n" + plan.out());
        }
        Execution resolved = Execution.of("plan", sweep, "--resolved");
        assertTrue(resolved.out().contains("continue: {along: input, direction: both}\n"), resolved.out());
        assertFalse(resolved.out().contains("  direction:"), resolved.out());
    }

    @Tag("thorough")
    @Test
    void bothEnginesContinueTheSame() throws IOException {
        Dataset<Row> here = run(out);
        assertEquals(ROWS, here.count());
        Path other = folder.resolve("spark");
        Dataset<Row> there = run(other, "--master", "local[2]");
        assertEquals(here.schema(), there.schema());
        assertEquals(sorted(here), sorted(there));
        assertEquals(
                record(out).at("/totals/neuron_steps").asLong(),
                record(other).at("/totals/neuron_steps").asLong());
        assertEquals(ROWS * 2500, record(out).at("/totals/neuron_steps").asLong());
        Dataset<Row> table = SPARK.read().format("spikesweep").load(sweep);
        assertEquals(sorted(here), sorted(table));
        for (int partitions : new int[] {3, 1000}) {
            assertEquals(
                    sorted(here),
                    sorted(SPARK.read()
                            .format("spikesweep")
                            .option("partitions", partitions)
                            .load(sweep)));
        }
        assertEquals(sorted(here), sorted(run(folder.resolve("threads"), "--threads", "3")));
        assertEquals(
                sorted(here.where("input > 8 AND direction = 'up'").select("id", "v_final")),
                sorted(table.where("input > 8 AND direction = 'up'").select("id", "v_final")));
        assertEquals(5, table.limit(5).collectAsList().size());
    }

    /** Tasks are of whole chains: no row is simulated for another task's sake. */
    @Tag("thorough")
    @Test
    void tasksCutNoChain() {
        for (int partitions : new int[] {7, 500}) {
            Dataset<Row> table = SPARK.read()
                    .format("spikesweep")
                    .option("partitions", partitions)
                    .load(sweep);
            int tasks = table.select("id", "v_final").rdd().getNumPartitions();
            assertEquals(Math.min(partitions, 80), tasks);
            long cut = table.selectExpr("spark_partition_id() AS task", "id DIV 13 AS chain", "v_final")
                    .groupBy("chain")
                    .agg(
                            functions.countDistinct("task").as("tasks"),
                            functions.max("v_final").as("simulated"))
                    .where("tasks > 1 AND simulated IS NOT NULL")
                    .count();
            assertEquals(0, cut, partitions + " partitions");
        }
    }

    @Tag("thorough")
    @Test
    void resumesWhereItWas() throws IOException {
        Dataset<Row> whole = run(folder.resolve("whole"));
        // Rows that a chain needs are simulated again, and written once.
        run(out, "--where", "mod(id, 3) == 1");
        Execution rest = Execution.of("run", sweep, "--out", out.toString(), "--master", "local[2]");
        assertEquals(0, rest.code(), rest.err());
        assertTrue(rest.err().contains("already has 347 of 1,040 rows"), rest.err());
        assertEquals(sorted(whole), sorted(SPARK.read().parquet(out.toString())));
        Execution other = Execution.of("run", sweep, "--out", out.toString(), "--set", "continue.direction=down");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("'continue.direction' was both and is down"), other.err());
    }

    /** A list may grow at its end where no row changes: upwards, not downwards. */
    @Tag("thorough")
    @Test
    void aListGrowsOnlyAfterTheLastRow() throws IOException {
        String[] line = {"--set", "sweep={input: [5, 7, 9]}", "--set"};
        Path up = folder.resolve("up");
        Path down = folder.resolve("down");
        run(up, line[0], line[1], line[2], "continue.direction=up");
        run(down, line[0], line[1], line[2], "continue.direction=down");
        String more = "sweep={input: [5, 7, 9, 11]}";
        Dataset<Row> grown = run(up, "--set", more, "--set", "continue.direction=up");
        assertEquals(
                sorted(run(folder.resolve("new"), "--set", more, "--set", "continue.direction=up")), sorted(grown));
        assertEquals(4, grown.count());
        Execution refused =
                Execution.of("run", sweep, "--out", down.toString(), "--set", more, "--set", "continue.direction=down");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("'sweep.input' was [5, 7, 9] and is [5, 7, 9, 11]"), refused.err());
    }

    @Tag("thorough")
    @Test
    void tracesTellWhereARowStarts() throws IOException {
        Row row = run(out).where("id = 27").first();
        Execution trace = Execution.of("trace", sweep, "--id", "27");
        assertEquals(0, trace.code(), trace.err());
        assertEquals("row 27: starts where row 26 ends\n", trace.err());
        String last = trace.out().lines().reduce((before, after) -> after).orElseThrow();
        assertEquals(row.<Double>getAs("v_final"), Double.parseDouble(last.split(",", -1)[1]));
        assertEquals(
                "row 26: the first of its chain\n",
                Execution.of("trace", sweep, "--id", "26").err());
    }

    @Tag("thorough")
    @Test
    void picturesShowBothDirections() throws IOException {
        run(out, "--where", "gk == 36", "--set", "sweep.gk=[36]");
        Execution plot = Execution.of("plot", out.toString(), "--y", "v_max");
        assertEquals(out + ".png: membrane  ·  v_max over input and direction  ·  26 rows\n", plot.out());
        assertTrue(Files.exists(folder.resolve("out.png")));
        assertEquals(
                0,
                Execution.of("plot", out.toString(), "--where", "direction == up", "--y", "v_max")
                        .code());
    }

    private Dataset<Row> run(Path to, String... more) {
        String[] command = new String[4 + more.length];
        System.arraycopy(new String[] {"run", sweep, "--out", to.toString()}, 0, command, 0, 4);
        System.arraycopy(more, 0, command, 4, more.length);
        Execution run = Execution.of(command);
        assertEquals(0, run.code(), run.err());
        return SPARK.read().parquet(to.toString());
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy(rows.columns()[0]).collectAsList();
    }

    private static JsonNode record(Path results) throws IOException {
        return new ObjectMapper().readTree(results.resolve("_spikesweep.json").toFile());
    }
}
