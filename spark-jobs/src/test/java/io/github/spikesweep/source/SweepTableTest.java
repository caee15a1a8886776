package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a sweep as seen by users of Spark. */
class SweepTableTest {
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    private static Path folder;

    private static String grid;

    @BeforeAll
    static void writeSweep() throws IOException {
        grid = SweepText.write(folder, "a grid.yaml", SweepText.GRID);
    }

    @Test
    void hasOneRowForEachCombinationInTheOrderOfIds() {
        List<Row> rows = table().select("id", "gna_density", "gk_density").collectAsList();
        assertEquals(24, rows.size());
        double[] gk = {36, 18, 72, 9};
        for (int id = 0; id < 24; id++) {
            assertEquals(id, rows.get(id).getLong(0));
            assertEquals(50 + 30 * Math.floor(id / 4.0), rows.get(id).getDouble(1));
            assertEquals(gk[id % 4], rows.get(id).getDouble(2));
        }
    }

    @Test
    void describesItsColumns() {
        StructField density = table().schema().apply("gna_density");
        assertEquals(DataTypes.DoubleType, density.dataType());
        assertEquals("mS/cm²", density.metadata().getString("unit"));
        assertEquals("sodium conductance per area", density.metadata().getString("description"));
        assertEquals(
                "sodium conductance per area (mS/cm²)", density.getComment().get());
        assertEquals(DataTypes.LongType, table().schema().apply("id").dataType());
        assertEquals(
                DataTypes.IntegerType, table().schema().apply("spike_count").dataType());
        assertEquals(DataTypes.StringType, table().schema().apply("status").dataType());
    }

    @Test
    void figuresThatDoNotExistAreNull() {
        Row silent = table().where("id = 2").first();
        assertEquals(0, silent.<Integer>getAs("spike_count"));
        assertTrue(silent.isNullAt(silent.fieldIndex("first_spike_ms")));
        assertEquals("ok", silent.getAs("status"));
    }

    @Test
    void isReadableFromSql() {
        SPARK.sql("CREATE TEMPORARY VIEW grid USING spikesweep OPTIONS (path '%s', set 'duration=5')".formatted(grid));
        Row row = SPARK.sql("SELECT count(*), max(spike_count) FROM grid WHERE gk_density < 40")
                .first();
        assertEquals(18, row.getLong(0));
        assertEquals(1, row.getInt(1));
    }

    @Test
    void isATableOfTheCatalog() {
        String set = "sweep.gna_density.linspace=[10, 30, 3]";
        SPARK.sql(
                "CREATE TABLE kept USING spikesweep OPTIONS (path '%s', set '%s') COMMENT 'c' TBLPROPERTIES ('note' = 'n')"
                        .formatted(grid, set));
        try {
            assertEquals(12, SPARK.sql("SELECT count(*) FROM kept").first().getLong(0));
        } finally {
            SPARK.sql("DROP TABLE kept");
        }
    }

    @Test
    void aTableOfTheCatalogWithAnOptionThatDoesNotExistIsNotReadButDropped() {
        SPARK.sql("CREATE TABLE misspelt USING spikesweep OPTIONS (path '%s', wheer 'id < 3')".formatted(grid));
        Dataset<Row> misspelt = SPARK.table("misspelt");
        InputException fault = assertThrows(InputException.class, misspelt::count);
        assertTrue(fault.getMessage().startsWith("unknown option 'wheer'; did you mean 'where'?"), fault::getMessage);
        SPARK.sql("DROP TABLE misspelt");
        assertFalse(SPARK.catalog().tableExists("misspelt"));
    }

    @Test
    void overridesReplaceWhatTheFileSays() {
        Dataset<Row> changed = SPARK.read()
                .format("spikesweep")
                .option("set", "sweep.gna_density.linspace=[10, 30, 3]\nparameters.gl=0.002")
                .load(grid);
        assertEquals(12, changed.count());
    }

    @Test
    void spikeTimesAreArrays() {
        Dataset<Row> table = SPARK.read()
                .format("spikesweep")
                .option("set", "outputs=[spike_times_ms, spike_count]\nduration=50")
                .load(grid);
        for (Row row : table.collectAsList()) {
            List<Double> times = row.getList(row.fieldIndex("spike_times_ms"));
            assertEquals(row.<Integer>getAs("spike_count"), times.size());
            assertEquals(times.stream().sorted().toList(), times);
        }
        assertTrue(table.selectExpr("max(size(spike_times_ms))").first().getInt(0) > 1);
    }

    @Test
    void tracesAreArraysOfEqualLength() {
        Dataset<Row> table = SPARK.read()
                .format("spikesweep")
                .option("set", "outputs=[trace_v, trace_n, burst_number]\ntrace_every=0.5\ntransient=5")
                .load(grid);
        assertEquals(
                DataTypes.createArrayType(DataTypes.DoubleType, false),
                table.schema().apply("trace_v").dataType());
        assertEquals("mV", table.schema().apply("trace_v").metadata().getString("unit"));
        assertEquals(DataTypes.IntegerType, table.schema().apply("burst_number").dataType());
        Row sizes = table.selectExpr(
                        "min(size(trace_v))",
                        "max(size(trace_v))",
                        "max(size(trace_n))",
                        "max(array_max(trace_n))",
                        "count(burst_number)")
                .first();
        assertEquals(List.of(11, 11, 11), List.of(sizes.getInt(0), sizes.getInt(1), sizes.getInt(2)));
        assertTrue(sizes.getDouble(3) > 0.3 && sizes.getDouble(3) < 1);
        assertEquals(24, sizes.getLong(4));
    }

    @Test
    void rowsThatDivergeSayWhenAndHaveNoFigures() {
        Dataset<Row> table = SPARK.read()
                .format("spikesweep")
                .option("set", "outputs=[trace_v, burst_number, mean_frequency]\nstep=0.05\nsweep.gk_density=[36, 1e5]")
                .load(grid);
        Row ok = table.where("id = 0").first();
        assertTrue(ok.isNullAt(ok.fieldIndex("diverged_at_ms")));
        Row diverged = table.where("id = 1").first();
        assertEquals("diverged", diverged.getAs("status"));
        double when = diverged.<Double>getAs("diverged_at_ms");
        assertTrue(when > 0 && when <= 10, () -> "at " + when);
        for (String figure : List.of("trace_v", "burst_number", "mean_frequency")) {
            assertTrue(diverged.isNullAt(diverged.fieldIndex(figure)), figure);
        }
        assertEquals(6, table.where("diverged_at_ms > 0").count());
    }

    @Test
    void aLimitSimulatesNoMoreThanItNeeds() {
        assertEquals(3, table().limit(3).collectAsList().size());
        assertEquals(
                "[0, 1, 2]",
                Arrays.toString(table().select("id").limit(3).collectAsList().stream()
                        .mapToLong(row -> row.getLong(0))
                        .toArray()));
    }

    private static Dataset<Row> table() {
        return SPARK.read().format("spikesweep").load(grid);
    }
}
