package io.github.spikesweep.benchmark;

import io.github.spikesweep.job.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Seconds of a whole run once Spark has started, from the sweep file to the Parquet files, and the sizes of its tasks: for rows
 * with few steps, which show the overhead, and for rows with many.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
public class RunBenchmark {
    /** How many cores Spark has. */
    @Param({"1", "2"})
    private int cores;

    private Path folder;
    private SparkSession spark;

    @Setup
    public void startSpark() throws IOException {
        folder = Files.createTempDirectory("run-benchmark");
        spark = MeasuredSweep.sparkOn(cores);
    }

    @TearDown
    public void stopSpark() {
        spark.stop();
    }

    /** 100 steps of Hindmarsh–Rose per row. */
    @State(Scope.Benchmark)
    public static class LightRows {
        @Param({"100", "1000", "10000", "100000", "1000000", "10000000"})
        private int rows;
    }

    /** 10,000 steps of Hodgkin–Huxley per row. */
    @State(Scope.Benchmark)
    public static class HeavyRows {
        @Param({"100", "1000", "10000", "100000", "200000", "1000000"})
        private int rows;
    }

    /** How a run was divided. */
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
        cut.add(MeasuredSweep.LIGHT.run(light.rows, folder));
    }

    @Benchmark
    public void heavy(HeavyRows heavy, Cut cut) throws IOException, InterruptedException {
        cut.add(MeasuredSweep.HEAVY.run(heavy.rows, folder));
    }
}
