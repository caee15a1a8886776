package io.github.spikesweep.kernel;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a kernel computes. Equal specs give equal results, bit for bit, whatever the number of lanes.
 *
 * <p>The <em>quantities</em> of a spec are the numbers that stay the same during a simulation: the model's parameters in
 * their order, then what the input needs (see {@link #quantities()}).
 *
 * @param model the equations
 * @param integrator the method
 * @param precision the arithmetic
 * @param input the input as an expression over {@code t} and {@code inputNames}; the single name of the model's input where
 *     it is held constant
 * @param inputNames the names in {@code input} other than {@code t}
 * @param noise the random current that is added to the input
 * @param varying the quantities that differ between lanes; the others have one value for all
 * @param recorded indices of the variables whose minimum and maximum are recorded, besides the spike variable's
 */
public record KernelSpec(
        Model model,
        Integrator integrator,
        Precision precision,
        Expression input,
        List<String> inputNames,
        Noise noise,
        Set<String> varying,
        Set<Integer> recorded)
        implements Serializable {

    public KernelSpec {
        inputNames = List.copyOf(inputNames);
        varying = Set.copyOf(varying);
        recorded = Set.copyOf(recorded);
    }

    /** A spec whose input is held constant, given as the quantity named as the model's input. */
    public static KernelSpec heldInput(
            Model model, Integrator integrator, Precision precision, Set<String> varying, Set<Integer> recorded) {
        String input = model.input().name();
        return new KernelSpec(
                model,
                integrator,
                precision,
                new Expression.Name(input),
                List.of(input),
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

    /**
     * What counts as a spike, as it is told by numbers of the spec's precision. A model that resets does so at the number nearest to its
     * threshold.
     */
    public SpikeCondition spike() {
        SpikeCondition spike = model.spike();
        if (model.reset().isEmpty()) {
            return spike;
        }
        return spike.at(precision.nearest(spike.threshold()));
    }

    /** The index of the variable that spikes. */
    public int spikeVariable() {
        return model.indexOf(model.spike().variable());
    }
}
