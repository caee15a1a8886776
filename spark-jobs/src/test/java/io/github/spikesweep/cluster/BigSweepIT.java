package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Millions of rows with few steps each; with the usual number of steps they would take two cores hours. */
@Tag("thorough")
class BigSweepIT {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long SMALLEST = 64L << 20;
    private static final long LARGEST = 512L << 20;

    private static final String SWEEP = """
            name: big
            neuron: HRDoubleRK4
            duration: 0.1
            step: 0.01
            sweep: {e: {linspace: [1, 3.5, %d]}}
            """;

    /** The heap in use after a full garbage collection, in megabytes. */
    private static final Pattern LEFT = Pattern.compile("Pause Full .*->(\\d+)M\\(");

    private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(1);
    private static final int MOST_LEFT = 150;

    @ParameterizedTest
    @CsvSource({"THREADS, 512m, 10000000", "SPARK, 2g, 4000000"})
    void takesNoMoreMemoryAsItGoesOnAndWritesFilesOfASensibleSize(
            RunProcess.Engine engine, String heap, long rows, TestInfo test) throws IOException, InterruptedException {
        Workplace place = Workplace.of(test);
        Files.writeString(place.folder().resolve("big.yaml"), SWEEP.formatted(rows));
        List<String> options = List.of("-Xmx" + heap, "-Xlog:gc:file=gc.log");
        Path out = place.folder().resolve("out");
        try (Jvm run =
                RunProcess.start("run", place, options, engine, 2, "big.yaml", out.toString(), "--wave", "20s")) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (run.isAlive() && System.nanoTime() < end) {
                run.collectGarbage();
                Thread.sleep(BETWEEN_COLLECTIONS.toMillis());
            }
            Jvm.Exit exit = run.await(Duration.ZERO);
            assertEquals(0, exit.code(), exit::err);
        }
        assertFlat(Files.readString(place.folder().resolve("gc.log")));
        List<Long> sizes = sizes(out);
        assertTrue(
                sizes.size() == 1 || sizes.stream().allMatch(size -> size >= SMALLEST && size <= LARGEST),
                sizes::toString);
        Row ids = LocalSpark.session()
                .read()
                .parquet(out.toString())
                .selectExpr("count(*)", "count(distinct id)", "min(id)", "max(id)")
                .head();
        assertEquals(rows, ids.getLong(0));
        assertEquals(rows, ids.getLong(1));
        assertEquals(0, ids.getLong(2));
        assertEquals(rows - 1, ids.getLong(3));
        for (Path file : files(out)) {
            Files.delete(file); // hundreds of megabytes
        }
    }

    /** Spark provides and releases the memory for sorting a wave: in the second half little is in use, as at the start. */
    private static void assertFlat(String log) {
        int[] left = LEFT.matcher(log)
                .results()
                .mapToInt(pause -> Integer.parseInt(pause.group(1)))
                .toArray();
        assertTrue(left.length > 10, left.length + " collections");
        int least = Arrays.stream(left, left.length / 2, left.length).min().orElseThrow();
        assertTrue(least < MOST_LEFT, least + " MB are left at least in the second half");
    }

    private static List<Long> sizes(Path directory) throws IOException {
        List<Path> files = files(directory);
        return files.stream().map(file -> file.toFile().length()).toList();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> path.toString().endsWith(".parquet")).toList();
        }
    }
}
