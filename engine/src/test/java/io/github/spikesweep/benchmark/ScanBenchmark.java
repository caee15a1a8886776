package io.github.spikesweep.benchmark;

import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Neuron-steps per microsecond (that is, million neuron-steps per second) of one thread: 512 rows, from creating the lanes to
 * the outcomes. The notes beside this class have the findings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public abstract class ScanBenchmark {
    private List<Trial> trials;
    private Recording recording;

    /** Call it before the first measurement. */
    final void simulate(List<Trial> rows, Recording recorded) {
        trials = rows;
        recording = recorded;
    }

    @Benchmark
    @OperationsPerInvocation(Scan.ROWS * Scan.STEPS)
    public List<Outcome> steps() {
        return new Simulator(recording).run(trials);
    }
}
