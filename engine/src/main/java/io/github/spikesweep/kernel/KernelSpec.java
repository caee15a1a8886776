package io.github.spikesweep.kernel;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a kernel computes. Equal specs give equal results, bit for bit, whatever the number of lanes.
 *
 * <p>The <em>quantities</em> of a spec are the numbers that stay the same during a simulation: the model's parameters in
 * their order, then what the input needs (see {@link #quantities()}).
 *
 * @param model the equations
 * @param integrator the method
 * @param precision the arithmetic
 * @param inputs the input of each cell as an expression over {@code t} and {@code inputNames}; the single name of the cell's input where
 *     it is held constant
 * @param inputNames the names in {@code inputs} other than {@code t}
 * @param noise the random current that is added to the input of each cell that has one
 * @param varying the quantities that differ between lanes; the others have one value for all
 * @param recorded indices of the variables whose minimum and maximum are recorded, besides the spike variables'
 */
public record KernelSpec(
        Model model,
        Integrator integrator,
        Precision precision,
        List<Expression> inputs,
        List<String> inputNames,
        Noise noise,
        Set<String> varying,
        Set<Integer> recorded)
        implements Serializable {

    public KernelSpec {
        inputs = List.copyOf(inputs);
        if (inputs.size() != model.cells().size()) {
            throw new IllegalArgumentException("one input per cell");
        }
        inputNames = List.copyOf(inputNames);
        varying = Set.copyOf(varying);
        recorded = Set.copyOf(recorded);
    }

    /** That of a neuron with {@code input}. */
    public KernelSpec(
            Model model,
            Integrator integrator,
            Precision precision,
            Expression input,
            List<String> inputNames,
            Noise noise,
            Set<String> varying,
            Set<Integer> recorded) {
        this(model, integrator, precision, List.of(input), inputNames, noise, varying, recorded);
    }

    /** A spec whose inputs are held constant, given as the quantities named as the inputs of the model. */
    public static KernelSpec heldInput(
            Model model, Integrator integrator, Precision precision, Set<String> varying, Set<Integer> recorded) {
        List<String> names =
                model.cells().stream().map(cell -> cell.input().name()).toList();
        return new KernelSpec(
                model,
                integrator,
                precision,
                names.stream().<Expression>map(Expression.Name::new).toList(),
                names.stream().distinct().toList(),
                Noise.NONE,
                varying,
                recorded);
    }

    /** The names of the quantities: the parameters, then {@link #inputNames()}, then those of the noise. */
    public List<String> quantities() {
        List<String> names = new ArrayList<>(model.parameterNames());
        names.addAll(inputNames);
        names.addAll(noise.quantities());
        return names;
    }

    /** How many quantities there are. */
    public int quantityCount() {
        return model.parameters().size()
                + inputNames.size()
                + noise.quantities().size();
    }

    /**
     * What counts as a spike of a cell, as it is told by numbers of the spec's precision. A cell whose spikes change something does so at the number
     * nearest to its threshold.
     */
    public SpikeCondition spike(int cell) {
        SpikeCondition spike = model.cells().get(cell).spike();
        return model.fires(cell) ? spike.at(precision.nearest(spike.threshold())) : spike;
    }

    /** The same of a neuron. */
    public SpikeCondition spike() {
        model.neuron();
        return spike(0);
    }

    /** The index of the variable by which a cell spikes. */
    public int spikeVariable(int cell) {
        return model.indexOf(model.cells().get(cell).spike().variable());
    }

    /** The same of a neuron. */
    public int spikeVariable() {
        model.neuron();
        return spikeVariable(0);
    }

    /** Whether some cell spikes by a variable. */
    public boolean isSpikeVariable(int variable) {
        return IntStream.range(0, model.cells().size()).anyMatch(cell -> spikeVariable(cell) == variable);
    }

    /** Whether there is noise in the input of a cell. */
    public boolean isNoisy(int cell) {
        return noise != Noise.NONE && model.cells().get(cell).hasInput();
    }
}
