package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.KernelAlone;
import io.github.spikesweep.sweep.Neurons;
import java.util.Set;

/** Refuses a model or circuit whose equations are too large for a kernel, before any row is simulated. */
record EquationSizeCheck(GivenKeys keys) {
    /** Equations with fewer parts are not looked at: a step is not too large. */
    private static final int LARGE = 10_000;

    void check(Neurons neurons) {
        neurons.models().stream().filter(EquationSizeCheck::isLarge).forEach(model -> check(model, neurons));
    }

    private static boolean isLarge(Model model) {
        return model.formulas().stream()
                        .mapToLong(formula -> formula.expression().size(LARGE))
                        .sum()
                >= LARGE;
    }

    private void check(Model model, Neurons neurons) {
        for (Integrator integrator : neurons.integrator().options()) {
            Integrator moving = model.isMap() ? Integrator.MAP : integrator;
            try {
                KernelAlone.work(
                        KernelSpec.heldInput(
                                model, moving, neurons.precision().options().get(0), Set.of(), Set.of()),
                        TimingReader.LEAST_TOLERANCE);
            } catch (InputException e) {
                throw new InputException(
                        position(),
                        e.getMessage() + ": " + model.name()
                                + (model.isCircuit() ? " has too many cells or synapses" : ""));
            }
        }
    }

    private Position position() {
        return keys.given("circuit")
                .or(() -> keys.given("model"))
                .orElseGet(() -> keys.file().positionOf("neuron"));
    }
}
