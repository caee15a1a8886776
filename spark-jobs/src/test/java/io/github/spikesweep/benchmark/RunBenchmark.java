package io.github.spikesweep.benchmark;

import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.StopSwitch;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.job.WatchedProgress;
import io.github.spikesweep.results.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds that a whole run takes once Spark has started, from the sweep file to the Parquet files, and the sizes of its tasks. Of rows
 * with few steps, whose overhead shows, and of rows with many.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
public class RunBenchmark {
    private static final String LIGHT = """
            name: light
            neuron: HRDoubleRK4
            duration: 1
            step: 0.01
            sweep: {e: {linspace: [1, 3.5, %d]}}
            """;

    private static final String HEAVY = """
            name: heavy
            neuron: HHDoubleRK4
            duration: 100
            step: 0.01
            input: 0.1
            sweep: {gna: {linspace: [0.4, 1.6, %d]}}
            """;

    /** How many cores Spark has. */
    @Param({"1", "2"})
    private int cores;

    private Path folder;
    private SparkSession spark;

    @Setup
    public void startSpark() throws IOException {
        folder = Files.createTempDirectory("run-benchmark");
        spark = SparkSession.builder()
                .master("local[" + cores + "]")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    @TearDown
    public void stopSpark() {
        spark.stop();
    }

    /** 100 steps of Hindmarsh–Rose a row. */
    @State(Scope.Benchmark)
    public static class LightRows {
        @Param({"100", "1000", "10000", "100000", "1000000", "10000000"})
        private int rows;
    }

    /** 10,000 steps of Hodgkin–Huxley a row. */
    @State(Scope.Benchmark)
    public static class HeavyRows {
        @Param({"100", "1000", "10000", "100000", "200000", "1000000"})
        private int rows;
    }

    /** What a run was cut into. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cut {
        /** How many tasks simulated rows. */
        public double tasks;

        public double slowestTaskSeconds;
        public double megabytes;
        public double neuronStepsPerMicrosecond;

        private void add(RunReport report) {
            tasks = report.tasks();
            slowestTaskSeconds = report.slowestTask().toNanos() / 1e9;
            megabytes = report.bytes() / 1e6;
            neuronStepsPerMicrosecond = report.neuronStepsPerSecond() / 1e6;
        }
    }

    @Benchmark
    public void light(LightRows light, Cut cut) throws IOException, InterruptedException {
        run(LIGHT.formatted(light.rows), cut);
    }

    @Benchmark
    public void heavy(HeavyRows heavy, Cut cut) throws IOException, InterruptedException {
        run(HEAVY.formatted(heavy.rows), cut);
    }

    private void run(String sweep, Cut cut) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        RunRequest request = new RunRequest(
                Files.writeString(folder.resolve("sweep.yaml"), sweep).toString(),
                List.of(),
                Optional.empty(),
                Optional.of(out.toString()),
                Existing.REPLACE,
                RunRequest.WAVE,
                Optional.empty(),
                Optional.empty(),
                List.of());
        cut.add(new SweepRun(request).run(new WatchedProgress(Duration.ofHours(1), status -> {}), new StopSwitch()));
    }
}
