package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.TaskCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of sweeps with blocks and a {@code where}. */
class BlocksTableTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final long STEPS = 100;
    /** 3 × 40 × 2 combinations, of which half, 120, are kept. */
    private static final String BLOCKS = """
            name: blocks
            neuron: HHDoubleRK4
            duration: 1
            step: 0.01
            input: 0.1
            sweep:
            - table: {path: points.csv}
            - sample:
                method: sobol
                count: 40
                within: {gl: {uniform: [0.002, 0.003], label: g_L, unit: mS}, vl: [-60, -50]}
            - replicates: 2
            where: [gna > 2 * gk, gl < 0.0025]
            outputs: [spike_count, v_final]
            """;

    @TempDir
    private static Path folder;

    private static Dataset<Row> table;
    private static Dataset<Row> listed;

    @BeforeAll
    static void readSweep() throws IOException {
        SweepText.write(folder, "points.csv", "gna,gk\n0.9,0.3\n0.5,0.3\n1.0,0.2\n");
        table = load(BLOCKS);
        listed = SPARK.createDataFrame(table.collectAsList(), table.schema());
    }

    @Test
    void whereKeepsTheIdsOfWhatItKeeps() throws IOException {
        Dataset<Row> whole = load(BLOCKS.replace("where:", "description: \"").replace("0.0025]", "0.0025\""));
        assertEquals(240, whole.count());
        assertEquals(whole.where("gna > 2 * gk AND gl < 0.0025").collectAsList(), table.collectAsList());
        assertEquals(80, listed.count());
    }

    @Test
    void whatWhereDropsIsNotSimulated() throws InterruptedException {
        TaskCounts counts = TaskCounts.of(SPARK, () -> table.collectAsList());
        assertEquals(80 * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(80, counts.sum(SweepMetrics.ROWS));
    }

    @Test
    void countingIsNotSimulating() throws InterruptedException {
        TaskCounts counts = TaskCounts.of(SPARK, () -> {
            assertEquals(80, table.count());
            assertEquals(40, table.where("gna = 0.9").count());
        });
        assertEquals(0, counts.sum(SweepMetrics.NEURON_STEPS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gna = 0.9                     | 40",
                "gk < 0.25 AND replicate = 1   | 20",
                "vl > -55                      | 40",
                "id < 100                      | 40",
                "gl < 0.00225 OR gl > 0.0024   | 56",
                "gna > 0.95 AND id >= 200      | 20"
            })
    void simulatesOnlyTheRowsThatConditionsKeep(String condition, long rows) throws InterruptedException {
        TaskCounts counts = TaskCounts.of(
                SPARK,
                () -> assertEquals(rows, table.where(condition).collectAsList().size(), condition));
        assertEquals(rows * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(
                listed.where(condition).collectAsList(), table.where(condition).collectAsList());
    }

    @Tag("thorough")
    @Test
    void conditionsOnLargeSamplesAreAnsweredBeforeSimulation() throws IOException, InterruptedException {
        Dataset<Row> many = load(BLOCKS.replace("count: 40", "count: 500000").replace("0.0025]", "0.00200001]"));
        List<Row> rows =
                many.where("vl > -50.001").select("id", "vl", "v_final").collectAsList();
        TaskCounts counts = TaskCounts.of(
                SPARK,
                () -> assertEquals(
                        rows,
                        many.where("vl > -50.001").select("id", "vl", "v_final").collectAsList()));
        assertTrue(rows.stream().allMatch(row -> row.getDouble(1) > -50.001));
        assertEquals(rows.size() * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
    }

    @Test
    void aLimitGivesTheFirstRowsThatAreKept() {
        List<Row> first = table.limit(3).collectAsList();
        assertEquals(listed.limit(3).collectAsList(), first);
        assertEquals(3, table.where("gna = 1.0").limit(3).collectAsList().size());
    }

    @Test
    void labelsReachTheMetadata() {
        assertEquals("g_L", table.schema().apply("gl").metadata().getString("label"));
        assertEquals("mS", table.schema().apply("gl").metadata().getString("unit"));
    }

    private static Dataset<Row> load(String text) throws IOException {
        String name = "blocks" + Integer.toHexString(text.hashCode()) + ".yaml";
        return SPARK.read().format("spikesweep").load(SweepText.write(folder, name, text));
    }
}
