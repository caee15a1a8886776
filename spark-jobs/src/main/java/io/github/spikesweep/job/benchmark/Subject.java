package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What is measured.
 *
 * @param name a neuron's name, or that of the file of a model or circuit
 * @param model of a circuit all its equations
 * @param integrator that of maps, for a map
 * @param precision double, for an adaptive integrator
 */
public record Subject(String name, Model model, Integrator integrator, Precision precision, Scan scan) {

    /** A built-in neuron. */
    public static Subject of(NeuronName neuron) {
        Model model = ModelCatalog.find(neuron.model()).orElseThrow();
        return new Subject(neuron.toString(), model, neuron.integrator(), neuron.precision(), Scan.ofBuiltIn(model));
    }

    /**
     * A model or circuit of a file.
     *
     * @param step the length of its steps, if another than usual
     */
    public static Subject ofFile(
            String name, Model model, Integrator integrator, Precision precision, OptionalDouble step) {
        return new Subject(name, model, integrator, precision, Scan.ofFile(model, step));
    }

    /** How many cells a circuit has; 1 of a neuron. */
    public int cells() {
        return model.cells().size();
    }

    /** The kernel in which the parameter of the scan differs between lanes. */
    KernelSpec kernel() {
        Set<String> varying = Set.copyOf(scan.parameter().stream().toList());
        return KernelSpec.heldInput(model, integrator, precision, varying, Set.of());
    }

    /** {@link Simulator#MOST_LANES} neurons of a kernel, with the values of the scan. */
    List<Trial> trials(KernelSpec kernel, Protocol protocol) {
        List<Trial> trials = new ArrayList<>();
        for (int neuron = 0; neuron < Simulator.MOST_LANES; neuron++) {
            double[] quantities = new double[kernel.given().size()];
            for (int i = 0; i < model.parameters().size(); i++) {
                Parameter parameter = model.parameters().get(i);
                boolean varies =
                        scan.parameter().filter(parameter.name()::equals).isPresent();
                quantities[i] = varies ? scan.value(neuron) : parameter.defaultValue();
            }
            Arrays.fill(quantities, model.parameters().size(), quantities.length, scan.input());
            trials.add(new Trial(
                    kernel, protocol, quantities, InitialState.ofDefaults(model).values()));
        }
        return trials;
    }
}
