package io.github.spikesweep.circuit;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circuits of built-in parts, and trials of them. */
public final class TestCircuits {
    private static final Parts BUILT_IN = new Parts() {
        @Override
        public Model model(Entry.Scalar name) {
            return ModelCatalog.find(name.text()).orElseThrow();
        }

        @Override
        public Synapse synapse(Entry.Scalar name) {
            return SynapseCatalog.find(name.text()).orElseThrow();
        }
    };

    private TestCircuits() {}

    /** The circuit in a text. */
    public static Model read(String text) {
        return CircuitReader.read(
                        DocumentReader.read("test.yaml", text.getBytes(StandardCharsets.UTF_8)), "test", BUILT_IN)
                .model();
    }

    /** Rows of a circuit whose quantities {@code varying} may differ. */
    public static KernelSpec spec(Model circuit, Integrator integrator, Precision precision, String... varying) {
        return KernelSpec.heldInput(circuit, integrator, precision, Set.of(varying), Set.of());
    }

    /** A trial with some quantities (parameters and inputs; these are 0 by default) and initial values of its own. */
    public static Trial trial(KernelSpec spec, Protocol protocol, Map<String, Double> set) {
        Model circuit = spec.model();
        Map<String, Double> quantities = new HashMap<>();
        circuit.parameters().forEach(parameter -> quantities.put(parameter.name(), parameter.defaultValue()));
        Map<String, Double> initial = new HashMap<>();
        set.forEach((name, value) -> {
            boolean isVariable = circuit.variable(name).isPresent();
            (isVariable ? initial : quantities).put(name, value);
        });
        List<Double> values = new ArrayList<>();
        spec.quantities().forEach(name -> values.add(quantities.getOrDefault(name, 0.0)));
        return new Trial(
                spec,
                protocol,
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                new InitialState(circuit, quantities::get, initial).values());
    }
}
