package io.github.spikesweep.simulation;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A neuron with some of its quantities set by name. Other parameters have their defaults, and the input is 0 unless set.
 *
 * @param spec the neuron; settings made from one another share it, so that their trials run side by side
 * @param values the set values
 */
public record Setting(KernelSpec spec, Map<String, Double> values) {
    public Setting {
        values = Map.copyOf(values);
        if (!spec.given().containsAll(values.keySet())) {
            throw new IllegalArgumentException(values.keySet() + " not all among " + spec.given());
        }
    }

    /** A built-in model in double precision, nothing set yet. */
    public static Setting of(String model, Integrator integrator, String... varying) {
        return of(ModelCatalog.find(model).orElseThrow(), Precision.DOUBLE, integrator, varying);
    }

    /** Nothing set yet; {@code varying} are the quantities that may differ between trials side by side. */
    public static Setting of(Model model, Precision precision, Integrator integrator, String... varying) {
        return new Setting(KernelSpec.heldInput(model, integrator, precision, Set.of(varying), Set.of()), Map.of());
    }

    public Setting with(String quantity, double value) {
        Map<String, Double> changed = new HashMap<>(values);
        changed.put(quantity, value);
        return new Setting(spec, changed);
    }

    /** A trial from the model's initial state. */
    public Trial trial(Protocol protocol) {
        return trial(protocol, InitialState.ofDefaults(spec.model()).values());
    }

    public Trial trial(Protocol protocol, double[] initial) {
        double[] quantities = spec.given().stream()
                .mapToDouble(name -> values.getOrDefault(name, defaultValue(name)))
                .toArray();
        return new Trial(spec, protocol, quantities, initial);
    }

    private double defaultValue(String quantity) {
        return spec.model().parameter(quantity).map(Parameter::defaultValue).orElse(0.0);
    }
}
