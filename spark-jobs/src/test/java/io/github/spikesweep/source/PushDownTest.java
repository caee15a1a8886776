package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What a query does not need is not simulated, and the result is the same. */
class PushDownTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final long STEPS = 1_000;

    @TempDir
    private static Path folder;

    private static Dataset<Row> table;
    private static Dataset<Row> listed;

    @BeforeAll
    static void readSweep() throws IOException {
        String grid = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        table = SPARK.read().format("spikesweep").load(grid);
        listed = SPARK.createDataFrame(table.collectAsList(), table.schema());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gna_density > 100                        | 16",
                "gna_density >= 80 AND gna_density < 140  | 8",
                "200 > gna_density                        | 20",
                "gna_density = 80                         | 4",
                "gna_density <=> 80.0                     | 4",
                "gna_density <> 80                        | 20",
                "NOT (gna_density <= 80 OR gna_density = 200) | 12",
                "gk_density IN (18, 72, 5)                | 12",
                "gk_density NOT IN (18, 72)               | 12",
                "gk_density BETWEEN 10 AND 40 AND gna_density < 60 | 2",
                "id = 7                                   | 1",
                "id IN (0, 5, 23, 24)                     | 3",
                "id >= 4 AND gk_density = 9               | 5",
                "id < 0                                   | 0",
                "gna_density > 1e6                        | 0",
                "gna_density > 'NaN'                      | 0"
            })
    void simulatesOnlyTheRowsThatWhereKeeps(String condition, long rows) throws InterruptedException {
        TaskCounts counts = TaskCounts.of(
                SPARK, () -> assertEquals(rows, result(table, condition).size(), condition));
        assertEquals(rows * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(rows, counts.sum(SweepMetrics.ROWS));
        assertEquals(result(listed, condition), result(table, condition));
    }

    /** The column of an axis of a circuit has another name than the axis. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gap_g > 0.002              | 6",
                "gap_g IN (0.001, 0.003)    | 6",
                "a_gna >= 0.9 AND id < 5    | 3",
                "a_gna > 300 * gap_g        | 7"
            })
    void conditionsOnQuantitiesOfCircuitsDropRows(String condition, long rows)
            throws IOException, InterruptedException {
        String pair = SweepText.write(folder, "pair.yaml", """
                name: pair
                circuit:
                  cells: {a: HH, b: HH}
                  synapses: {gap: {type: Electrical, between: [a, b]}}
                duration: 10
                step: 0.01
                sweep: {gap.g: [0.001, 0.002, 0.003, 0.004], a.gna: [0.8, 0.9, 1]}
                """);
        Dataset<Row> circuits = SPARK.read().format("spikesweep").load(pair);
        TaskCounts counts = TaskCounts.of(
                SPARK, () -> assertEquals(rows, result(circuits, condition).size(), condition));
        assertEquals(rows * 2 * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(
                result(SPARK.createDataFrame(circuits.collectAsList(), circuits.schema()), condition),
                result(circuits, condition));
    }

    /** Spark asks again. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gna_density > 2 * gk_density             | 19",
                "gna_density - gk_density < 50            | 7",
                "2 * gna_density <= gk_density * gk_density - 1 AND id > 3 | 13",
                "gna_density = gk_density + 14            | 1"
            })
    void dropsRowsByComparisonsOfAxesBeforeSimulation(String condition, long rows) throws InterruptedException {
        TaskCounts counts = TaskCounts.of(
                SPARK, () -> assertEquals(rows, result(table, condition).size(), condition));
        assertEquals(rows * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(result(listed, condition), result(table, condition));
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gna_density * 2 > gk_density",
                "gna_density / gk_density > 2",
                "gna_density > 100 OR gk_density < 20",
                "id % 3 = 0 AND gna_density > 100",
                "id < 5.5",
                "spike_count > 0 AND gna_density > 100",
                "status = 'ok'",
                "gk_density IS NOT NULL",
                "first_spike_ms IS NULL OR id = 3",
                "gna_density = NULL",
                "cast(id AS string) LIKE '1%'",
                "gk_density IN (18, NULL)"
            })
    void leavesToSparkWhatItCannotAnswer(String condition) {
        assertEquals(result(listed, condition), result(table, condition));
    }

    @Test
    void parametersAloneAreNotSimulated() throws InterruptedException {
        TaskCounts counts = TaskCounts.of(
                SPARK,
                () -> assertEquals(
                        24, table.select("id", "gna_density").collectAsList().size()));
        assertEquals(0, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(0, counts.sum(SweepMetrics.ROWS));
    }

    @Test
    void countingIsNotSimulating() throws InterruptedException {
        TaskCounts counts = TaskCounts.of(SPARK, () -> {
            assertEquals(24, table.count());
            assertEquals(16, table.where("gna_density > 100").count());
        });
        assertEquals(0, counts.sum(SweepMetrics.NEURON_STEPS));
    }

    @Test
    void countsWhatItSimulates() throws InterruptedException {
        long spikes = listed.selectExpr("sum(spike_count)").first().getLong(0);
        TaskCounts counts = TaskCounts.of(SPARK, () -> table.collectAsList());
        assertEquals(24 * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
        assertEquals(24, counts.sum(SweepMetrics.ROWS));
        assertEquals(spikes, counts.sum(SweepMetrics.SPIKES));
        assertEquals(0, counts.sum(SweepMetrics.DIVERGED_ROWS));
    }

    @Test
    void limitsTheRowsItSimulates() throws InterruptedException {
        TaskCounts counts = TaskCounts.of(
                SPARK,
                () -> assertEquals(
                        2, table.where("id > 6").limit(2).collectAsList().size()));
        assertEquals(2 * STEPS, counts.sum(SweepMetrics.NEURON_STEPS));
    }

    @Test
    void answersAtOnceOverMoreRowsThanAnyoneCouldList() throws IOException {
        String huge = SweepText.write(folder, "huge.yaml", SweepText.HUGE);
        Dataset<Row> rows = SPARK.read().format("spikesweep").load(huge);
        List<Row> one = rows.where("id = 123456789012").select("id", "status").collectAsList();
        assertEquals("[[123456789012,ok]]", one.toString());
        assertEquals(3, rows.select("id", "gk").limit(3).collectAsList().size());
    }

    /** In the order of reading: to sort all rows, Spark would read them twice. */
    private static List<Row> result(Dataset<Row> rows, String condition) {
        return rows.where(condition).collectAsList();
    }
}
