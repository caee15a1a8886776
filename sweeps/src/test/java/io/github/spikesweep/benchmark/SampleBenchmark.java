package io.github.spikesweep.benchmark;

import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Streams;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ids decoded per microsecond (that is, millions per second) on one thread: the five coordinates of points of a sample, by
 * random id.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class SampleBenchmark {
    private static final int IDS = 1024;
    private static final int AXES = 5;
    private static final long SEED = 1;
    private static final long LARGEST_HYPERCUBE = 1_000_000_000_000L;

    /** How the points are drawn. */
    public enum Design {
        INDEPENDENT(Long.MAX_VALUE),
        LATIN_HYPERCUBE(LARGEST_HYPERCUBE),
        SOBOL(Sobol.MOST_POINTS),
        HALTON(Halton.MOST_POINTS),
        ROTATED_SOBOL(Sobol.MOST_POINTS);

        private final long size;

        Design(long size) {
            this.size = size;
        }

        private UnitSequence axis(int dimension) {
            long stream = Streams.of("axis" + dimension);
            return switch (this) {
                case INDEPENDENT -> new IndependentDraws(SEED, stream);
                case LATIN_HYPERCUBE -> new LatinHypercube(SEED, stream, size);
                case SOBOL -> Sobol.ofDimension(dimension, 0);
                case HALTON -> Halton.ofDimension(dimension, 0);
                case ROTATED_SOBOL -> new Rotated(Sobol.ofDimension(dimension, 0), SEED, stream);
            };
        }
    }

    /** The distribution of the numbers. */
    public enum Values {
        UNIFORM,
        LOG_UNIFORM,
        NORMAL;

        private Distribution distribution() {
            return switch (this) {
                case UNIFORM -> new Uniform(50, 200);
                case LOG_UNIFORM -> new LogUniform(0.001, 50);
                case NORMAL -> new Normal(-65, 3);
            };
        }
    }

    @Param
    public Design design;

    @Param
    public Values values;

    private UnitSequence[] axes;
    private Distribution distribution;
    private long[] ids;

    @Setup
    public void layAxes() {
        distribution = values.distribution();
        axes = IntStream.range(0, AXES).mapToObj(design::axis).toArray(UnitSequence[]::new);
        ids = IntStream.range(0, IDS)
                .mapToLong(k -> Math.floorMod(NoiseKey.bits(SEED, k), design.size))
                .toArray();
    }

    @Benchmark
    @OperationsPerInvocation(IDS)
    public double ids() {
        double sum = 0;
        for (long id : ids) {
            for (UnitSequence axis : axes) {
                sum += distribution.quantile(axis.at(id));
            }
        }
        return sum;
    }
}
