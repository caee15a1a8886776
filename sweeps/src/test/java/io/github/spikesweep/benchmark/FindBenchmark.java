package io.github.spikesweep.benchmark;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Neuron-steps per second on one thread: of rows that look for their rheobase between 2 and 20 µA/cm², and of a grid over the same rows and currents. Wanted: at least 0.8 of
 * the speed of the grid.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 8)
@Measurement(iterations = 5, time = 8)
@Fork(2)
public class FindBenchmark {
    private static final String HEAD = """
            name: x
            model: HHArea
            duration: 100
            step: 0.01
            outputs: [spike_count, first_spike_ms, v_max]
            """;

    private static final SweepDefinition FIND = Sweeps.read(HEAD + """
            sweep: {gna: {linspace: [60, 180, 625]}}
            find: {input: {between: [2, 20], where: spike_count >= 1, tolerance: 1e-3}}
            """);

    private static final SweepDefinition GRID = Sweeps.read(HEAD + """
            sweep: {gna: {linspace: [60, 180, 625]}, input: {linspace: [2, 20, 16]}}
            """);

    /** What has been done. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long neuronSteps;
    }

    @Benchmark
    public long find(Work work) {
        return read(FIND, work);
    }

    @Benchmark
    public long grid(Work work) {
        return read(GRID, work);
    }

    private static long read(SweepDefinition definition, Work work) {
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("spike_count", "v_max"));
        long rows = 0;
        while (reader.next()) {
            rows += reader.rows();
        }
        work.neuronSteps += reader.neuronSteps();
        return rows;
    }
}
