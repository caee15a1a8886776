package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.spike.SpikeTrain;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A built-in model with an input that makes it fire, and a duration.
 *
 * @param duration in the model's unit of time
 */
record FiringNeuron(Model model, double input, double duration) {
    /** Every built-in model of differential equations without a reset. */
    static List<FiringNeuron> smooth() {
        return ModelCatalog.names().stream()
                .map(name -> ModelCatalog.find(name).orElseThrow())
                .filter(model -> !model.isMap() && model.reset().isEmpty() && firesAlone(model))
                .map(FiringNeuron::of)
                .toList();
    }

    /** Whether there is a constant input under which it fires; under any, Matsuoka's neuron adapts to a constant rate. */
    static boolean firesAlone(Model model) {
        return !model.name().equals("Matsuoka");
    }

    private static final Map<String, FiringNeuron> FOUND = new ConcurrentHashMap<>();

    /** With the first of some inputs that makes it fire. */
    static FiringNeuron of(Model model) {
        return FOUND.computeIfAbsent(model.name(), name -> find(model));
    }

    private static FiringNeuron find(Model model) {
        for (double input : new double[] {0, 0.1, 0.5, 1, 10, 100, 1000}) {
            FiringNeuron neuron = new FiringNeuron(model, input, model.name().startsWith("HH") ? 100 : 300);
            Integrator integrator = model.isMap() ? Integrator.MAP : Integrator.RK4;
            Trial trial = Setting.of(model, Precision.DOUBLE, integrator)
                    .with(model.input().name(), input)
                    .trial(neuron.steps(model.isMap() ? 1 : 0.01));
            Outcome outcome = SmallModels.run(trial, Recording.BASIC);
            if (!outcome.diverged() && outcome.spikes().count() >= 3) {
                return neuron;
            }
        }
        throw new IllegalArgumentException("no input found under which " + model.name() + " fires");
    }

    Protocol steps(double step) {
        return Protocol.fixed(step, Math.round(duration / step), 0);
    }

    /** Asserts that the neuron spikes as often as the oracle says, at the same times within {@code tolerance}. */
    void assertTrueSpikes(Integrator integrator, Protocol protocol, double tolerance) {
        Trial trial = Setting.of(model, Precision.DOUBLE, integrator)
                .with(model.input().name(), input)
                .trial(protocol);
        double[] truth = Oracle.spikeTimes(trial);
        SpikeTrain spikes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(List.of(trial))
                .get(0)
                .spikes();
        assertTrue(truth.length >= 3, "fires");
        assertEquals(truth.length, spikes.count(), "number of spikes");
        assertArrayEquals(truth, spikes.times(), tolerance);
    }

    @Override
    public String toString() {
        return model.name();
    }
}
