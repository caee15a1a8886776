package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Smoothness;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.reading.given.GivenKeys;

/** Refuses equations and inputs that are not smooth with the integrator Taylor. */
public record SmoothCheck(GivenKeys keys) {
    public void check(Neurons neurons) {
        if (takesSeries(neurons)) {
            for (Model model : neurons.models()) {
                if (!model.isMap()) {
                    Smoothness.fault(model).ifPresent(what -> refuse(position(), what));
                }
            }
        }
    }

    public void check(Neurons neurons, Settings settings) {
        if (takesSeries(neurons)) {
            for (Expression input : settings.allInputs()) {
                Smoothness.fault(input).ifPresent(what -> refuse(keys.file().positionOf("input"), what));
            }
        }
    }

    private static boolean takesSeries(Neurons neurons) {
        return neurons.integrator().options().contains(Integrator.TAYLOR);
    }

    private Position position() {
        return keys.given("integrator").orElseGet(() -> keys.file().positionOf("neuron"));
    }

    private static void refuse(Position position, String what) {
        throw new InputException(
                position,
                "integrator Taylor takes smooth equations and inputs, and pulses and ramps of t, found " + what
                        + "; DormandPrince takes any");
    }
}
