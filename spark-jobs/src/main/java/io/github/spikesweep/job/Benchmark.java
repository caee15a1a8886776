package io.github.spikesweep.job;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How fast one thread simulates a neuron: a full block of lanes that differ in one parameter, with spikes counted, as in a
 * sweep. After warming up it repeats short simulations and takes the median.
 */
public final class Benchmark {
    private static final double WARM_UP_SECONDS = 1.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final int STEPS = 4_000;

    private final Simulator simulator = new Simulator(Recording.BASIC);
    private final List<Trial> trials;

    public Benchmark(NeuronName neuron) {
        Model model = ModelCatalog.find(neuron.model()).orElseThrow();
        Scan scan = Scan.of(model);
        KernelSpec kernel =
                KernelSpec.heldInput(model, neuron.integrator(), neuron.precision(), Set.of(scan.parameter), Set.of());
        Protocol protocol = Protocol.fixed(scan.step, STEPS, 0);
        this.trials = new ArrayList<>();
        for (int lane = 0; lane < Simulator.MOST_LANES; lane++) {
            double[] quantities = new double[kernel.quantities().size()];
            for (int i = 0; i < model.parameters().size(); i++) {
                Parameter parameter = model.parameters().get(i);
                boolean varies = parameter.name().equals(scan.parameter);
                quantities[i] = varies ? scan.value(lane) : parameter.defaultValue();
            }
            quantities[quantities.length - 1] = scan.input;
            double[] initial =
                    model.variables().stream().mapToDouble(Variable::initial).toArray();
            trials.add(new Trial(kernel, protocol, quantities, initial));
        }
    }

    /** Measures it, in about three seconds. */
    public double neuronStepsPerSecond() {
        readings(WARM_UP_SECONDS);
        double[] readings = readings(MEASURED_SECONDS);
        Arrays.sort(readings);
        return readings[readings.length / 2];
    }

    private double[] readings(double seconds) {
        List<Double> readings = new ArrayList<>();
        long start = System.nanoTime();
        while (readings.isEmpty() || System.nanoTime() - start < seconds * 1e9) {
            long begin = System.nanoTime();
            int rows = simulator.run(trials).size();
            readings.add((double) rows * STEPS / ((System.nanoTime() - begin) / 1e9));
        }
        return readings.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The values over which a model is measured.
     *
     * @param parameter the one that differs between lanes
     */
    private record Scan(String parameter, double from, double to, double input, double step) {
        /** As in the sweeps that come with SpikeSweep; for other models, around the default of the first parameter. */
        static Scan of(Model model) {
            if (model.name().equals("HH")) {
                return new Scan("gna", 50 * 7.854e-3, 200 * 7.854e-3, 0.1, 0.001);
            }
            if (model.name().equals("HR")) {
                return new Scan("e", 1, 3.5, 0, 0.01);
            }
            Parameter first = model.parameters().get(0);
            return new Scan(first.name(), 0.9 * first.defaultValue(), 1.1 * first.defaultValue(), 0, 0.01);
        }

        double value(int lane) {
            return from + (to - from) * lane / (Simulator.MOST_LANES - 1);
        }
    }
}
