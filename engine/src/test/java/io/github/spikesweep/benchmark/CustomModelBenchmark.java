package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.model.ModelReader;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.io.IOException;
import java.io.InputStream;
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

/** The built-in Hodgkin–Huxley neuron and a file of a user's with the same equations, as {@link NeuronBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CustomModelBenchmark {
    /** Where the model comes from. */
    public enum Origin {
        BUILT_IN,
        FILE
    }

    @Param
    public Origin origin;

    private List<Trial> trials;

    @Setup
    public void makeTrials() throws IOException {
        trials = Scan.of(model()).trials(Precision.DOUBLE, Integrator.RK4);
    }

    private Model model() throws IOException {
        if (origin == Origin.BUILT_IN) {
            return ModelCatalog.find("HH").orElseThrow();
        }
        try (InputStream file = CustomModelBenchmark.class.getResourceAsStream("my-axon.yaml")) {
            return ModelReader.read("my-axon.yaml", file.readAllBytes());
        }
    }

    @Benchmark
    @OperationsPerInvocation(Scan.ROWS * Scan.STEPS)
    public List<Outcome> steps() {
        return new Simulator(Recording.BASIC).run(trials);
    }
}
