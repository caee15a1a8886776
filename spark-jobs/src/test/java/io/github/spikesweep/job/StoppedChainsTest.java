package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.progress.WatchedRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps of chains that are stopped again and again and go on, in turns on both engines. */
class StoppedChainsTest {
    private static final SparkSession SPARK = LocalSpark.session();

    /** Chains of 20 rows; a block has 64 of them or fewer. */
    private static final String SWEEP = """
            name: stopped
            neuron: HHDoubleRK4
            duration: 20
            step: 0.01
            outputs: [spike_count, v_final]
            sweep: {gna: {linspace: [0.9, 1.1, 400]}, input: {linspace: [0, 0.1, 20]}}
            continue: {along: input, direction: both}
            """;

    private static final long LENGTH = 20;

    private static final int MOST_STOPS = 8;

    @TempDir
    private Path folder;

    private int runs;
    private int first;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void inTheEndTheTableIsTheSame(int engine) throws IOException, InterruptedException {
        first = engine;
        RunReport whole = run("whole", new StopSwitch(), status -> {});
        assertTrue(whole.finished());
        Set<Long> written = new TreeSet<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            StopSwitch stop = new StopSwitch();
            boolean atOnce = stops % 3 == 2;
            RunReport report = run("out", stop, status -> {
                if (status.computed().rows() > 0 && status.runningTasks() > 0 && !stop.isRequested()) {
                    stop.request();
                    if (atOnce) {
                        stop.requestAtOnce();
                    }
                }
            });
            if (!report.finished()) {
                written.add(report.totals().writtenRows());
            }
            List<Row> rows = rows("out");
            assertEquals(report.totals().writtenRows(), rows.size());
            // A chain is there as a whole, or not at all.
            Map<Long, Long> chains = rows.stream()
                    .collect(Collectors.groupingBy(row -> row.<Long>getAs("id") / LENGTH, Collectors.counting()));
            assertEquals(Set.of(LENGTH), Set.copyOf(chains.values()), "rows of chains");
            assertFalse(Files.exists(folder.resolve("out/_temporary")));
        }
        assertTrue(written.size() > 2, "stopped after so many rows: " + written);
        assertTrue(run("out", new StopSwitch(), status -> {}).finished());
        assertEquals(rows("whole"), rows("out"));
    }

    private List<Row> rows(String directory) {
        Path out = folder.resolve(directory);
        return Files.exists(out.resolve("_spikesweep.json"))
                ? SPARK.read().parquet(out.toString()).orderBy("id").collectAsList()
                : List.of();
    }

    private RunReport run(String directory, StopSwitch stop, Consumer<RunStatus> shown)
            throws IOException, InterruptedException {
        Optional<String> master = runs++ % 2 == first ? Optional.of("local[2]") : Optional.empty();
        RunRequest request = new RunRequest(
                new SweepInput(
                        SweepText.write(folder, "stopped.yaml", SWEEP), List.of(), Optional.empty(), Optional.empty()),
                Optional.of(folder.resolve(directory).toString()),
                Existing.RESUME,
                Duration.ofMillis(100),
                OptionalInt.of(2),
                master,
                Optional.empty(),
                List.of());
        return new SweepRun(request).run(new WatchedRun(Duration.ofMillis(1), shown), stop);
    }
}
