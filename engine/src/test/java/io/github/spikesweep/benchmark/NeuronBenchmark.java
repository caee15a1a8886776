package io.github.spikesweep.benchmark;

import io.github.spikesweep.simulation.NeuronName;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Neuron-steps per microsecond (that is, million neuron-steps per second) of one thread, spike counting on: 512 rows, from the
 * making of the lanes to the outcomes. The notes beside this class tell what was found with it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class NeuronBenchmark {
    @Param({"HHDoubleRK4", "HHFloatRK4", "HHDoubleRK6", "HRDoubleRK4", "HRFloatRK4"})
    public String neuron;

    private List<Trial> trials;

    @Setup
    public void makeTrials() {
        NeuronName name = NeuronName.find(neuron).orElseThrow();
        trials = Scan.of(name).trials(name.precision(), name.integrator());
    }

    @Benchmark
    @OperationsPerInvocation(Scan.ROWS * Scan.STEPS)
    public List<Outcome> steps() {
        return new Simulator(Recording.BASIC).run(trials);
    }
}
