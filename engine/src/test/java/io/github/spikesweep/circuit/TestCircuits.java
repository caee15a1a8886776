package io.github.spikesweep.circuit;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.model.reading.SynapseReader;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circuits, and trials of them. */
public final class TestCircuits {
    /** Models and synapses that come with SpikeSweep, and some others. */
    private record Known(List<Model> models, List<Synapse> synapses) implements Parts {
        @Override
        public Model model(Entry.Scalar name) {
            return models.stream()
                    .filter(model -> model.name().equals(name.text()))
                    .findFirst()
                    .or(() -> ModelCatalog.find(name.text()))
                    .orElseThrow(() -> unknown("model", name, ModelCatalog.names()));
        }

        @Override
        public Synapse synapse(Entry.Scalar name) {
            return synapses.stream()
                    .filter(synapse -> synapse.name().equals(name.text()))
                    .findFirst()
                    .or(() -> SynapseCatalog.find(name.text()))
                    .orElseThrow(() -> unknown("synapse", name, SynapseCatalog.names()));
        }

        private static InputException unknown(String what, Entry.Scalar name, List<String> names) {
            return new InputException(
                    name.position(), "unknown " + what + " " + name.shown() + new KnownNames(names).hint(name.text()));
        }
    }

    /** An input under which most built-in models fire within 100 units of time; the others oscillate or rest without one. */
    private static final Map<String, Double> INPUTS = Map.of(
            "AdEx",
            1000.0,
            "FHN",
            0.5,
            "HH",
            0.1,
            "HHArea",
            15.0,
            "HR",
            0.1,
            "Izhikevich",
            10.0,
            "ML",
            100.0,
            "Rulkov",
            0.1);

    /** More variables make kernels of which a test cannot compile many. */
    private static final int FEW_VARIABLES = 6;

    private TestCircuits() {}

    /** The built-in models but the largest. */
    public static List<Model> models() {
        return ModelCatalog.names().stream()
                .map(name -> ModelCatalog.find(name).orElseThrow())
                .filter(model -> model.variables().size() <= FEW_VARIABLES)
                .toList();
    }

    /** An input for a built-in model. */
    public static double input(Model model) {
        return INPUTS.getOrDefault(model.name(), 0.2);
    }

    /** Whether it fires under that within 100 units of time. */
    public static boolean fires(Model model) {
        return INPUTS.containsKey(model.name());
    }

    /** The circuit in a text. */
    public static Model read(String text) {
        return read(text, List.of(), List.of());
    }

    /** The circuit in a text, which may also name these models and synapses. */
    public static Model read(String text, List<Model> models, List<Synapse> synapses) {
        return circuit(text.getBytes(StandardCharsets.UTF_8), models, synapses).model();
    }

    /** The model in a text. */
    public static Model model(String text) {
        return ModelReader.read("model.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The synapse in a text. */
    public static Synapse synapse(String text) {
        return SynapseReader.read("synapse.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the text of a circuit says. */
    static CircuitDefinition circuit(byte[] text, List<Model> models, List<Synapse> synapses) {
        return CircuitReader.read(DocumentReader.read("test.yaml", text), "test", new Known(models, synapses));
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
        spec.given().forEach(name -> values.add(quantities.getOrDefault(name, 0.0)));
        return new Trial(
                spec,
                protocol,
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                new InitialState(circuit, quantities::get, initial).values());
    }
}
