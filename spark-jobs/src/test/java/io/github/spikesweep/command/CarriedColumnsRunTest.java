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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table carries along, through every command and the data source. */
class CarriedColumnsRunTest {
    private static final SparkSession SPARK = LocalSpark.session();

    private static final String SWEEP = """
            name: cells
            neuron: HHDoubleRK4
            duration: 2
            step: 0.01
            input: 0.1
            sweep:
            - table:
                path: %s
                columns: {gna: , cell: {carry: true}, depth: {carry: true, unit: mm}}
            - grid: {gk: [0.2, 0.3]}
            outputs: [spike_count, v_max]
            """;

    private static final String CSV = "cell,gna,depth\nA 1,0.5,10\n\u00fc\u20ac,0.8,\n,1,-3.5\n";
    private static final String CELLS =
            "0 A 1 10.0, 1 A 1 10.0, 2 \u00fc\u20ac null, 3 \u00fc\u20ac null, 4 null -3.5, 5 null -3.5";

    @TempDir
    private Path folder;

    @Tag("thorough")
    @Test
    void theyReachResultsAndQueries() throws IOException {
        String sweep = SweepText.write(folder, "cells.yaml", SWEEP.formatted("points.csv"));
        SweepText.write(folder, "points.csv", CSV);
        Path out = folder.resolve("out");
        String plan = succeeds("plan", "--no-calibration", sweep);
        assertTrue(plan.contains("  cell  ") && plan.contains("combinations   6\n"), plan);
        succeeds("run", sweep, "--out", out.toString(), "--where", "gna in [0.5, 1]");
        assertEquals(
                "0 A 1 10.0, 1 A 1 10.0, 4 null -3.5, 5 null -3.5",
                cells(SPARK.read().parquet(out.toString())));
        succeeds("run", sweep, "--out", out.toString());
        Dataset<Row> written = SPARK.read().parquet(out.toString());
        assertEquals(CELLS, cells(written));
        assertEquals("mm", written.schema().apply("depth").metadata().getString("unit"));
        JsonNode record =
                new ObjectMapper().readTree(out.resolve("_spikesweep.json").toFile());
        assertEquals("carried", record.at("/columns/3/role").asText());
        assertEquals("string", record.at("/columns/3/type").asText());
        // Nothing is left to simulate.
        assertTrue(Execution.of("run", sweep, "--out", out.toString()).err().contains("already has 6 of 6 rows"));

        Dataset<Row> table = SPARK.read().format("spikesweep").load(sweep);
        assertEquals(CELLS, cells(table));
        assertEquals(
                2,
                table.where("cell = 'A 1' AND gk > 0.25 OR depth IS NULL AND gk < 0.25")
                        .count());
        assertEquals(written.orderBy("id").collectAsList(), table.orderBy("id").collectAsList());

        // The record has the sweep as a file of its own.
        String resolved =
                SweepText.write(folder, "resolved.yaml", record.get("sweep").asText());
        assertTrue(Execution.of("run", resolved, "--out", out.toString()).err().contains("already has 6 of 6 rows"));

        succeeds("plot", out.toString());
        succeeds(
                "plot",
                out.toString(),
                "--y",
                "depth",
                "--out",
                folder.resolve("depth.svg").toString());
        Execution unseen = Execution.of("run", sweep, "--out", out.toString(), "--where", "depth < 0");
        assertEquals(
                "--where:1:1: --where cannot use 'depth', which is only carried along; without 'carry' it is an axis\n",
                unseen.err());
        String some = succeeds(
                "plot",
                out.toString(),
                "--where",
                "depth > 0",
                "--out",
                folder.resolve("d.svg").toString());
        assertTrue(some.contains("2 of 6 rows, where depth > 0"), some);
        Execution refused = Execution.of("plot", out.toString(), "--x", "cell");
        assertEquals("'cell' has texts that are only carried along, which a picture cannot show\n", refused.err());
        succeeds("trace", sweep, "--id", "3", "--out", folder.resolve("v.csv").toString());
    }

    @Test
    void tablesMayBeParquet() throws IOException {
        Path parts = folder.resolve("parts");
        SPARK.sql(
                        "SELECT * FROM VALUES ('A 1', 0.5D, 10), ('\u00fc\u20ac', 0.8D, NULL), (NULL, 1D, -3) AS t(cell, gna, depth)")
                .coalesce(1)
                .write()
                .parquet(parts.toString());
        try (Stream<Path> files = Files.list(parts)) {
            Path part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(part, folder.resolve("points.parquet"));
        }
        String sweep = SweepText.write(folder, "cells.yaml", SWEEP.formatted("points.parquet"));
        assertEquals(
                CELLS.replace("-3.5", "-3.0"),
                cells(SPARK.read().format("spikesweep").load(sweep)));
    }

    private static String cells(Dataset<Row> table) {
        List<Row> rows = table.select("id", "cell", "depth").orderBy("id").collectAsList();
        return rows.stream()
                .map(row ->
                        row.getLong(0) + " " + row.getString(1) + " " + (row.isNullAt(2) ? "null" : row.getDouble(2)))
                .collect(Collectors.joining(", "));
    }

    private static String succeeds(String... arguments) {
        Execution execution = Execution.of(arguments);
        assertEquals(0, execution.code(), execution.err());
        return execution.out();
    }
}
