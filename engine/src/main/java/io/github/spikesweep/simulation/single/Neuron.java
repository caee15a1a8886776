package io.github.spikesweep.simulation.single;

import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import java.util.List;
import java.util.Set;

/**
 * One neuron, stepped by hand: set, add input, step, get. It uses the same kernels as sweeps and gives bit-identical results.
 *
 * <p>Names that the model does not have raise {@link IllegalArgumentException}. Not thread-safe.
 */
public final class Neuron {
    private final SingleLane lane;

    private Neuron(KernelSpec spec) {
        this.lane = new SingleLane(spec);
    }

    /**
     * Makes a neuron at the model's initial values, with its default parameters.
     *
     * @param name model, precision and integrator, as in {@code HHDoubleRK4}; {@link NeuronName#everyName()} lists them
     */
    public static Neuron create(String name) {
        NeuronName neuron = NeuronName.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown neuron '" + name + "'" + new KnownNames(names()).hint(name)));
        if (neuron.integrator().isAdaptive()) {
            throw new IllegalArgumentException(
                    "a neuron stepped by hand needs an integrator with fixed steps: " + name);
        }
        Model model = ModelCatalog.find(neuron.model()).orElseThrow();
        return of(KernelSpec.heldInput(model, neuron.integrator(), neuron.precision(), Set.of(), Set.of()));
    }

    /** A neuron of any kind whose input is held and whose steps have one length. */
    public static Neuron of(KernelSpec spec) {
        return new Neuron(spec);
    }

    private static List<String> names() {
        return NeuronName.everyName().stream().map(NeuronName::toString).toList();
    }

    /** The value of a variable. */
    public double get(String variable) {
        return lane.get(variable);
    }

    /** Sets a variable; in single precision, to the nearest {@code float}. */
    public void set(String variable, double value) {
        lane.set(variable, value);
    }

    /** The value of a parameter. */
    public double getParameter(String parameter) {
        return lane.getParameter(parameter);
    }

    /** Sets a parameter; in single precision, to the nearest {@code float}. */
    public void setParameter(String parameter, double value) {
        lane.setParameter(parameter, value);
    }

    /**
     * Adds to the input of the next step.
     *
     * @throws IllegalStateException if the model has no input
     */
    public void addSynapticInput(double current) {
        lane.addInput("", current);
    }

    /**
     * Takes one step of length {@code step} (in the model's unit of time) with the input added since the last one, then clears
     * the input. A neuron that was set to the threshold of its reset or above it is reset first. Steps
     * may differ in length unless the equations use the time, which a kernel counts in steps.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, or another one than before where that is not
     *     possible
     * @throws IllegalStateException if a reset leaves the spike variable at the threshold or beyond it, or its hold is no time
     */
    public void step(double step) {
        lane.step(step);
    }
}
