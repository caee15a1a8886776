package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User's models beside the sweep file: tasks get their content, wherever they run. */
class CustomModelRunTest {
    /** A leaky integrator that fires at 1 and starts again: with input 2, every ln 2. */
    private static final String LEAKY = """
            name: leaky
            title: leaky integrate-and-fire
            source: Lapicque (1907)
            time: ms
            variables:
              v: {initial: 0, unit: "1", description: membrane potential}
            parameters:
              tau: {default: 1, unit: ms, description: time constant}
            input: {name: I, unit: "1", description: injected current}
            equations:
              v: (I - v) / tau
            reset:
              v: "0"
            spike: {variable: v, threshold: 1}
            """;

    /** Goes round a circle in steps: a spike for each round. */
    private static final String CIRCLE = """
            name: circle
            title: rotation of a circle
            source: none
            time: iteration
            variables:
              x: {initial: 0, unit: "1", description: phase}
            parameters:
              part: {default: 0.25, unit: "1", description: of the circle in one step}
            input: {name: I, unit: "1", description: unused}
            next:
              x: x + part + I - floor(x + part + I)
            spike: {variable: x, threshold: 0.7}
            """;

    @TempDir
    private Path folder;

    @Test
    void columnsMayDifferOnlyInCase() throws IOException {
        SweepText.write(folder, "gates.yaml", """
                name: gates
                variables: {m: {initial: 1}, M: {initial: 2}}
                equations: {m: -m, M: -M}
                spike: {variable: m, threshold: 5}
                """);
        String sweep = SweepText.write(folder, "x.yaml", """
                name: x
                model: gates.yaml
                duration: 1
                step: 0.1
                sweep: {m: [1, 2, 3]}
                outputs: [M_final, m_final]
                """);
        String out = folder.resolve("out").toString();
        assertEquals(
                0, Execution.of("run", sweep, "--out", out, "--where", "m > 2").code());
        Execution rest = Execution.of("run", sweep, "--out", out);
        assertEquals(0, rest.code(), rest.err());
        SparkSession spark = LocalSpark.session().newSession();
        spark.conf().set("spark.sql.caseSensitive", "true");
        for (Dataset<Row> table : List.of(
                spark.read().parquet(out), spark.read().format("spikesweep").load(sweep))) {
            List<Row> rows =
                    table.select("m", "m_final", "M_final").orderBy("m").collectAsList();
            assertEquals(3, rows.size());
            for (int row = 0; row < 3; row++) {
                assertEquals((row + 1) * Math.exp(-1), rows.get(row).getDouble(1), 1e-5);
                assertEquals(2 * Math.exp(-1), rows.get(row).getDouble(2), 1e-5);
            }
        }
        Execution plot = Execution.of("plot", out, "--y", "M_final");
        assertEquals(0, plot.code(), plot.err());
    }

    @Test
    void aModelWithAResetRuns() throws IOException {
        SweepText.write(folder, "leaky.yaml", LEAKY);
        List<Row> rows = run("""
                name: x
                model: leaky.yaml
                duration: 100
                step: 0.001
                input: 2
                sweep: {tau: [1, 2, 4], integrator: [RK4, Euler]}
                """, "tau", "spike_count", "isi_mean_ms", "status");
        assertEquals(6, rows.size());
        for (Row row : rows) {
            assertEquals("ok", row.getString(3));
            // The step in which it fires is completed.
            assertEquals(row.getDouble(0) * Math.log(2), row.getDouble(2), 2e-3);
            assertEquals(100 / row.getDouble(2), row.getInt(1), 1.01);
        }
    }

    @Test
    void aModelThatIsAMapRuns() throws IOException {
        SweepText.write(folder, "circle.yaml", CIRCLE);
        List<Row> rows = run("""
                name: x
                model: circle.yaml
                duration: 400
                sweep: {part: [0.125, 0.25, 0.5]}
                """, "part", "spike_count", "status");
        // Halved, it never reaches 0.7.
        assertEquals(
                List.of(50, 100, 0), rows.stream().map(row -> row.getInt(1)).toList());
        assertTrue(rows.stream().allMatch(row -> row.getString(2).equals("ok")));
    }

    private List<Row> run(String text, String... columns) throws IOException {
        String sweep = SweepText.write(folder, "x.yaml", text);
        LocalSpark.session();
        String out = folder.resolve("out").toString();
        Execution run = Execution.of("run", sweep, "--out", out);
        assertEquals(0, run.code(), run.err());
        return LocalSpark.session()
                .read()
                .parquet(out)
                .orderBy("id")
                .selectExpr(columns)
                .collectAsList();
    }
}
