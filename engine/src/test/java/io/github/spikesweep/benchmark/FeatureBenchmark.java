package io.github.spikesweep.benchmark;

import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.List;
import java.util.Set;
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

/** What all features cost beside the counting of spikes, as {@link NeuronBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class FeatureBenchmark {
    /** What is recorded. */
    public enum Features {
        COUNT,
        ALL;

        private Recording recording() {
            return switch (this) {
                case COUNT -> Recording.BASIC;
                case ALL -> new Recording(Set.of(Recording.Detail.values()), List.of(), 1);
            };
        }
    }

    @Param({"HHDoubleRK4", "HRDoubleRK4"})
    public String neuron;

    @Param
    public Features features;

    private List<Trial> trials;

    @Setup
    public void makeTrials() {
        NeuronName name = NeuronName.find(neuron).orElseThrow();
        trials = Scan.of(name).trials(name.precision(), name.integrator());
    }

    @Benchmark
    @OperationsPerInvocation(Scan.ROWS * Scan.STEPS)
    public List<Outcome> steps() {
        return new Simulator(features.recording()).run(trials);
    }
}
