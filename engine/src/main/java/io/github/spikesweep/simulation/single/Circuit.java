package io.github.spikesweep.simulation.single;

import io.github.spikesweep.circuit.LocalParts;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One circuit, stepped by hand: set, add input, step, get. It uses the same kernels as sweeps and gives bit-identical results. The names of its quantities
 * have two parts: {@code a.v} is the variable {@code v} of the cell {@code a}, {@code gap.g} the parameter {@code g} of the synapse {@code gap}.
 *
 * <p>Names that the circuit does not have raise {@link IllegalArgumentException}. Not thread-safe.
 */
public final class Circuit {
    private final Model model;
    private final SingleLane lane;

    private Circuit(Model model, Precision precision, Integrator integrator) {
        this.model = model;
        this.lane = new SingleLane(KernelSpec.heldInput(model, integrator, precision, Set.of(), Set.of()));
    }

    /**
     * Makes a circuit in double precision at its initial values, with its default parameters. Differential equations are integrated by RK4.
     *
     * @param file a circuit's file; models and synapses that it names in files are beside or below it
     * @throws io.github.spikesweep.document.InputException if it cannot be read, or is not a valid circuit
     */
    public static Circuit create(Path file) {
        Model model = LocalParts.circuit(file).model();
        return new Circuit(model, Precision.DOUBLE, model.isMap() ? Integrator.MAP : Integrator.RK4);
    }

    /**
     * The same in a chosen precision, by a chosen integrator.
     *
     * @throws IllegalArgumentException if the integrator chooses its own steps, or does not go with the circuit
     */
    public static Circuit create(Path file, Precision precision, Integrator integrator) {
        if (integrator.isAdaptive()) {
            throw new IllegalArgumentException(
                    "a circuit stepped by hand needs an integrator with fixed steps: " + integrator.label());
        }
        Model model = LocalParts.circuit(file).model();
        if (model.isMap() != (integrator == Integrator.MAP)) {
            throw new IllegalArgumentException(integrator.label() + " does not go with " + model.name() + ", which is "
                    + (model.isMap() ? "a map" : "no map"));
        }
        return new Circuit(model, precision, integrator);
    }

    /** The names of its cells. */
    public List<String> cells() {
        return model.cells().stream().map(Cell::name).toList();
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
     * Adds to the input of a cell in the next step.
     *
     * @throws IllegalStateException if the cell has no input
     */
    public void addSynapticInput(String cell, double current) {
        lane.addInput(cell, current);
    }

    /**
     * Takes one step of length {@code step} (in the circuit's unit of time) with the inputs added since the last one, then clears the inputs. A cell that
     * was set to the threshold of its reset or above it is reset first. Steps may differ in length unless the equations use the time, which a kernel counts
     * in steps.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, or another one than before where that is not possible
     * @throws IllegalStateException if a reset leaves the spike variable at the threshold or beyond it, or its hold is no time
     */
    public void step(double step) {
        lane.step(step);
    }
}
