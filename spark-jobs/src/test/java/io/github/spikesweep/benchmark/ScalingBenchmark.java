package io.github.spikesweep.benchmark;

import io.github.spikesweep.progress.Figures;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How much faster two cores run a sweep than one. Both run in the same JVM, in the order one, two, two, one, so that a drift in
 * the machine's speed affects both alike.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class ScalingBenchmark {
    @Param({"100000"})
    private int rows;

    private Path folder;

    @Setup
    public void makeFolder() throws IOException {
        folder = Files.createTempDirectory("scaling-benchmark");
    }

    /** Seconds summed over all runs; the ratio of the sums is the speed-up. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Scaling {
        public double secondsOnOne;
        public double secondsOnTwo;
    }

    @Benchmark
    public void heavy(Scaling scaling) throws IOException, InterruptedException {
        scaling.secondsOnOne = seconds(1);
        scaling.secondsOnTwo = seconds(2) + seconds(2);
        scaling.secondsOnOne += seconds(1);
    }

    /** Without the start of Spark, as in {@link RunBenchmark}. */
    private double seconds(int cores) throws IOException, InterruptedException {
        SparkSession spark = MeasuredSweep.sparkOn(cores);
        try {
            return Figures.seconds(MeasuredSweep.HEAVY.run(rows, folder).elapsed());
        } finally {
            spark.stop();
        }
    }
}
