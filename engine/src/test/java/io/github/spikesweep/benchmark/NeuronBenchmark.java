package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
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
    private static final int ROWS = 512;
    private static final int STEPS = 20_000;

    @Param({"HHDoubleRK4", "HHFloatRK4", "HHDoubleRK6", "HRDoubleRK4", "HRFloatRK4"})
    public String neuron;

    private List<Trial> trials;

    /** The seed's conductances for HH, the drives of the bursting scan for HR. */
    @Setup
    public void makeTrials() {
        NeuronName name = NeuronName.find(neuron).orElseThrow();
        boolean hh = name.model().equals("HH");
        Model model = ModelCatalog.find(name.model()).orElseThrow();
        String varied = hh ? "gna" : "e";
        KernelSpec spec = spec(model, name.precision(), name.integrator(), varied);
        Protocol protocol = Protocol.fixed(hh ? 0.001 : 0.01, STEPS, 0);
        trials = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double fraction = row / (ROWS - 1.0);
            double value = hh ? (50 + 150 * fraction) * 7.854e-3 : 1 + 2.5 * fraction;
            trials.add(new Trial(spec, protocol, quantities(model, varied, value, hh ? 0.1 : 0), initial(model)));
        }
    }

    private static KernelSpec spec(Model model, Precision precision, Integrator integrator, String varied) {
        int spikeVariable = model.variableNames().indexOf(model.spike().variable());
        return KernelSpec.heldInput(model, integrator, precision, Set.of(varied), Set.of(spikeVariable));
    }

    private static double[] quantities(Model model, String varied, double value, double input) {
        double[] quantities = new double[model.parameters().size() + 1];
        for (int q = 0; q < model.parameters().size(); q++) {
            boolean isVaried = model.parameters().get(q).name().equals(varied);
            quantities[q] = isVaried ? value : model.parameters().get(q).defaultValue();
        }
        quantities[quantities.length - 1] = input;
        return quantities;
    }

    private static double[] initial(Model model) {
        return model.variables().stream().mapToDouble(v -> v.initial()).toArray();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS * STEPS)
    public List<Outcome> steps() {
        return new Simulator(Recording.BASIC).run(trials);
    }
}
