package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regimes through the command line, Parquet and the data source. */
class RegimeRunTest {
    private static final SparkSession SPARK = LocalSpark.session();

    /** The last row diverges, and that before is too short to tell. */
    private static final String SWEEP = """
            name: regimes
            neuron: HHDoubleRK4
            duration: 200
            step: 0.02
            parameters: {gna: 0.9425 / (current < 0.3)}
            input: where(current < 0.25, current, 0.1 * (t > 165))
            sweep: {current: [0, 0.03, 0.1, 0.28, 0.3]}
            regime: {rest: 1.5}
            outputs: [regime, duty_cycle]
            """;

    private static final List<String> REGIMES = List.of("silent", "transient", "tonic", "null", "null");

    @TempDir
    private Path folder;

    @Tag("thorough")
    @Test
    void regimesAreTextsInTablesAndQueries() throws IOException {
        String sweep = SweepText.write(folder, "regimes.yaml", SWEEP);
        Path out = folder.resolve("out");
        assertEquals(0, Execution.of("run", sweep, "--out", out.toString()).code());
        Dataset<Row> written = SPARK.read().parquet(out.toString());
        assertEquals(DataTypes.StringType, written.schema().apply("regime").dataType());
        assertEquals(REGIMES, regimes(written));
        Dataset<Row> table = SPARK.read().format("spikesweep").load(sweep);
        assertEquals(REGIMES, regimes(table));
        assertEquals(1, table.where("regime = 'tonic'").count());
        assertEquals(2, table.where("regime IS NULL").count());

        Execution plot = Execution.of("plot", out.toString(), "--where", "regime == tonic or regime == silent");
        assertEquals(0, plot.code(), plot.err());
        assertTrue(plot.out().contains("2 of 5 rows"), plot.out());
        Execution unknown = Execution.of("plot", out.toString(), "--where", "regime == burstin");
        assertTrue(unknown.err().contains("did you mean 'bursting'?"), unknown.err());

        // The record's own sweep has the rule, and is of the same definition.
        String resolved = Execution.of("plan", sweep, "--resolved").out();
        assertTrue(resolved.contains("regime: {gap: 2, regularity: 0.02, rest: 1.5}\n"), resolved);
        String again = SweepText.write(folder, "resolved.yaml", resolved);
        assertTrue(Execution.of("run", again, "--out", out.toString()).err().contains("already has 5 of 5 rows"));
        Execution other = Execution.of("run", sweep, "--out", out.toString(), "--set", "regime.rest=2");
        assertEquals(2, other.code(), "another rule is another definition");
        assertTrue(Files.exists(out.resolve("_spikesweep.json")));
    }

    private static List<String> regimes(Dataset<Row> rows) {
        return rows.orderBy("id").select("regime").collectAsList().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.toList());
    }
}
