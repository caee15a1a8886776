package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped sweep files, as a new user runs them. That Spark computes the same is tested by {@link io.github.spikesweep.cluster.EnginesAndReadersIT}. */
@Tag("thorough")
class ShippedSweepsRunTest {
    private static final Path SWEEPS = Path.of("../sweeps");
    /** The rows of a larger sweep that are run, evenly spread. */
    private static final long MOST_ROWS = 200;

    @TempDir
    private Path folder;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SWEEPS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void runs(String name) {
        String sweep = SWEEPS.resolve(name).toString();
        String out = folder.resolve("out").toString();
        Dataset<Row> table = LocalSpark.session().read().format("spikesweep").load(sweep);
        long all = table.select("id").count();
        long apart = (all + MOST_ROWS - 1) / MOST_ROWS;
        long rows = table.where("id % " + apart + " = 0").select("id").count();
        String where = "mod(id, " + apart + ") == 0";
        Execution run = Execution.of("run", sweep, "--out", out, "--where", where);
        assertEquals(0, run.code(), run.err());
        Dataset<Row> results = LocalSpark.session().read().parquet(out);
        assertEquals(List.of(table.columns()), List.of(results.columns()));
        assertEquals(rows, results.count());
        assertEquals(
                0, results.where("status <> 'ok' OR diverged_at_ms IS NOT NULL").count());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("spikes +[1-9].*")), run.out());
        Execution plot = Execution.of("plot", out);
        assertEquals(0, plot.code(), plot.err());
    }
}
