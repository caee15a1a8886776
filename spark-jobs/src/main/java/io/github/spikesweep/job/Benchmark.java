package io.github.spikesweep.job;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast one thread simulates a neuron: a full block of lanes that differ in one parameter, with spikes counted, as in a
 * sweep. After warming up it repeats short simulations and takes the median.
 */
public final class Benchmark {
    private static final double WARM_UP_SECONDS = 1.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final int STEPS = 4_000;

    /** The tolerance of adaptive neurons, in units of time. */
    public static final double TOLERANCE = 1e-6;

    /** How long adaptive neurons are simulated at a time. */
    private static final double ADAPTIVE_TIME = 100;

    private final Simulator simulator = new Simulator(Recording.BASIC);
    private final List<Trial> trials;
    private final double duration;

    public Benchmark(NeuronName neuron) {
        Model model = ModelCatalog.find(neuron.model()).orElseThrow();
        Scan scan = Scan.of(model);
        KernelSpec kernel =
                KernelSpec.heldInput(model, neuron.integrator(), neuron.precision(), Set.of(scan.parameter), Set.of());
        Protocol protocol = neuron.integrator().isAdaptive()
                ? Protocol.adaptive(ADAPTIVE_TIME, 0, TOLERANCE)
                : Protocol.fixed(scan.step, STEPS, 0);
        this.duration = protocol.duration();
        this.trials = new ArrayList<>();
        for (int lane = 0; lane < Simulator.MOST_LANES; lane++) {
            double[] quantities = new double[kernel.quantities().size()];
            for (int i = 0; i < model.parameters().size(); i++) {
                Parameter parameter = model.parameters().get(i);
                boolean varies = parameter.name().equals(scan.parameter);
                quantities[i] = varies ? scan.value(lane) : parameter.defaultValue();
            }
            quantities[quantities.length - 1] = scan.input;
            double[] initial = InitialState.ofDefaults(model).values();
            trials.add(new Trial(kernel, protocol, quantities, initial));
        }
    }

    /**
     * A measured speed.
     *
     * @param meanStep the mean length of a step, in the model's unit of time
     */
    public record Speed(double neuronStepsPerSecond, double meanStep) {}

    /** Measures it, in about three seconds. */
    public Speed measure() {
        readings(WARM_UP_SECONDS);
        List<Speed> readings = readings(MEASURED_SECONDS);
        readings.sort(Comparator.comparingDouble(Speed::neuronStepsPerSecond));
        return readings.get(readings.size() / 2);
    }

    private List<Speed> readings(double seconds) {
        List<Speed> readings = new ArrayList<>();
        long start = System.nanoTime();
        while (readings.isEmpty() || System.nanoTime() - start < seconds * 1e9) {
            long begin = System.nanoTime();
            long steps =
                    simulator.run(trials).stream().mapToLong(Outcome::steps).sum();
            double elapsed = (System.nanoTime() - begin) / 1e9;
            readings.add(new Speed(steps / elapsed, trials.size() * duration / steps));
        }
        return readings;
    }

    /**
     * The values over which a model is measured.
     *
     * @param parameter the one that differs between lanes
     */
    private record Scan(String parameter, double from, double to, double input, double step) {
        /** Inputs for models that are silent without one. */
        private static final Map<String, Double> DRIVES =
                Map.of("AdEx", 1000.0, "FHN", 0.5, "HHArea", 10.0, "Izhikevich", 10.0, "ML", 100.0);

        /** The range of the shipped sweeps; for other models, a range around the default of the first parameter. */
        static Scan of(Model model) {
            return switch (model.name()) {
                case "HH" -> new Scan("gna", 50 * 7.854e-3, 200 * 7.854e-3, 0.1, 0.001);
                case "HR" -> new Scan("e", 1, 3.5, 0, 0.01);
                default -> {
                    Parameter first = model.parameters().get(0);
                    double value = first.defaultValue();
                    double step = model.isMap() ? 1 : 0.01;
                    yield new Scan(
                            first.name(), 0.9 * value, 1.1 * value, DRIVES.getOrDefault(model.name(), 0.0), step);
                }
            };
        }

        double value(int lane) {
            return from + (to - from) * lane / (Simulator.MOST_LANES - 1);
        }
    }
}
