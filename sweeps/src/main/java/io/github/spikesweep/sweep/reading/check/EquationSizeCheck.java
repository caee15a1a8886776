package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.KernelAlone;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.TimingReader;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Refuses a model or circuit whose equations are too large for a kernel, before any row is simulated. */
public record EquationSizeCheck(GivenKeys keys) {
    /** Equations with fewer parts are not looked at: a step is not too large. */
    private static final int LARGE = 10_000;

    public void check(Neurons neurons) {
        check(
                neurons.models(),
                neurons,
                position(),
                model -> ": " + model.name() + (model.isCircuit() ? " has too many cells or synapses" : ""));
    }

    /**
     * Refuses models that are too large.
     *
     * @param neurons how they are stepped
     * @param why goes behind the message
     */
    static void check(List<Model> models, Neurons neurons, Position position, Function<Model, String> why) {
        models.stream().filter(EquationSizeCheck::isLarge).forEach(model -> check(model, neurons, position, why));
    }

    private static boolean isLarge(Model model) {
        return model.formulas().stream()
                        .mapToLong(formula -> formula.expression().size(LARGE))
                        .sum()
                >= LARGE;
    }

    private static void check(Model model, Neurons neurons, Position position, Function<Model, String> why) {
        for (Integrator integrator : neurons.integrator().options()) {
            Integrator moving = model.isMap() ? Integrator.MAP : integrator;
            try {
                KernelAlone.work(
                        KernelSpec.heldInput(
                                model, moving, neurons.precision().options().get(0), Set.of(), Set.of()),
                        TimingReader.LEAST_TOLERANCE);
            } catch (InputException e) {
                throw new InputException(position, e.getMessage() + why.apply(model));
            }
        }
    }

    private Position position() {
        return keys.given("circuit")
                .or(() -> keys.given("model"))
                .orElseGet(() -> keys.file().positionOf("neuron"));
    }
}
