package io.github.spikesweep.simulation;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Smoothness;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A neuron by name: model, precision and integrator run together, as in {@code HHDoubleRK4}.
 *
 * @param model the name of a built-in model
 */
public record NeuronName(String model, Precision precision, Integrator integrator) {

    public static Optional<NeuronName> find(String name) {
        return ModelCatalog.names().stream()
                .filter(name::startsWith)
                .flatMap(NeuronName::ofModel)
                .filter(neuron -> neuron.toString().equals(name))
                .findFirst();
    }

    /**
     * Every combination of the built-in models, the precisions and the integrators, except that adaptive steps need double
     * precision: in single precision, rounding errors hide their error estimates. Taylor's method needs smooth equations.
     */
    public static List<NeuronName> everyName() {
        return ModelCatalog.names().stream()
                .flatMap(NeuronName::ofModel)
                .filter(NeuronName::isSmoothEnough)
                .toList();
    }

    private boolean isSmoothEnough() {
        return integrator != Integrator.TAYLOR
                || Smoothness.fault(ModelCatalog.find(model).orElseThrow()).isEmpty();
    }

    private static Stream<NeuronName> ofModel(String model) {
        boolean map = ModelCatalog.find(model).orElseThrow().isMap();
        List<NeuronName> all = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (Integrator integrator : Integrator.values()) {
                boolean fits = map == (integrator == Integrator.MAP);
                if (fits && (precision == Precision.DOUBLE || !integrator.isAdaptive())) {
                    all.add(new NeuronName(model, precision, integrator));
                }
            }
        }
        return all.stream();
    }

    @Override
    public String toString() {
        return model + (precision == Precision.DOUBLE ? "Double" : "Float") + integrator.label();
    }
}
