package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.circuit.CircuitDefinition;
import io.github.spikesweep.circuit.CircuitReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Choice;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.SpikeRequest;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads which neurons a sweep simulates: {@code neuron}, or {@code model}, {@code precision} and {@code integrator}. */
record NeuronReader(GivenKeys keys, SweepParts parts) {
    Neurons read() {
        Optional<Entry.Scalar> neuron = keys.file().scalar("neuron");
        if (neuron.isPresent()) {
            return named(neuron.get());
        }
        CircuitDefinition circuit = circuit();
        boolean isDescribed = !circuit.equals(Neurons.NO_CIRCUIT);
        if (!isDescribed && keys.file().find("model").isEmpty() && !keys.hasAxis("model")) {
            throw new InputException(
                    keys.file().positionOf("model"),
                    "a sweep file needs the key 'neuron', 'model' or 'circuit', or an axis 'model'");
        }
        Choice<Model> model = isDescribed
                ? Choice.fixed(circuit.model(), circuit.name())
                : choice("model", parts::modelOrCircuit, Model::name, Optional.empty());
        Choice<Precision> precision =
                choice("precision", NeuronReader::precision, Precision::label, Optional.of(Precision.DOUBLE));
        boolean onlyMaps = model.options().stream().allMatch(Model::isMap);
        if (onlyMaps) {
            checkNoIntegrator(model);
            return new Neurons(
                    model, precision, Choice.fixed(Integrator.MAP, Integrator.MAP.label()), SpikeRequest.NONE, circuit);
        }
        Choice<Integrator> integrator =
                choice("integrator", NeuronReader::integrator, Integrator::label, Optional.of(Integrator.RK4));
        Neurons neurons = new Neurons(model, precision, integrator, SpikeRequest.NONE, circuit);
        checkPrecision(neurons);
        return neurons;
    }

    /** The circuit that the file describes. */
    private CircuitDefinition circuit() {
        Optional<Entry> stated = keys.file().find("circuit");
        if (stated.isEmpty()) {
            return Neurons.NO_CIRCUIT;
        }
        Position position = keys.file().positionOf("circuit");
        keys.checkSetOnce("model", position);
        if (keys.file().find("model").isPresent()) {
            throw new InputException(
                    keys.file().positionOf("model"), "'model' is also set by 'circuit', at " + position + "; keep one");
        }
        if (stated.get() instanceof Entry.Scalar scalar) {
            throw new InputException(
                    scalar.position(),
                    "'circuit' must be a mapping with 'cells' and 'synapses', found " + scalar.shown()
                            + (SweepParts.isFile(scalar)
                                    ? "; the file of a circuit is named by 'model: " + scalar.text() + "'"
                                    : ""));
        }
        return CircuitReader.read(Fields.section(stated.get(), "'circuit'"), "circuit", parts);
    }

    private void checkNoIntegrator(Choice<Model> maps) {
        keys.given("integrator").ifPresent(position -> {
            String names = maps.options().stream().map(Model::name).collect(Collectors.joining(" and "));
            throw new InputException(position, "'integrator' does not go with the map " + names + ", which needs none");
        });
    }

    /** The error of a step is estimated by differences of nearly equal numbers. */
    private void checkPrecision(Neurons neurons) {
        boolean single = neurons.precision().options().contains(Precision.FLOAT);
        if (single && !neurons.differential(true).isEmpty()) {
            throw new InputException(
                    keys.given("precision").orElseThrow(),
                    "integrator " + neurons.differential(true).get(0).label()
                            + " needs precision double: in single precision, rounding errors hide the error estimate");
        }
    }

    private Neurons named(Entry.Scalar scalar) {
        if (keys.file().find("circuit").isPresent()) {
            throw new InputException(
                    keys.file().positionOf("circuit"),
                    "'circuit' does not go with 'neuron', at " + keys.file().positionOf("neuron") + "; keep one");
        }
        for (String part : SweepKeys.PARTS) {
            keys.checkSetOnce(part, keys.file().positionOf("neuron"));
            if (keys.file().find(part).isPresent()) {
                throw new InputException(
                        keys.file().positionOf(part),
                        "'" + part + "' is also set by 'neuron', at "
                                + keys.file().positionOf("neuron") + "; keep one");
            }
        }
        if (scalar.text().endsWith(".yaml") || scalar.text().endsWith(".yml")) {
            throw new InputException(
                    scalar.position(),
                    "a neuron is one word, such as HHDoubleRK4, found " + scalar.shown()
                            + "; for a model file write 'model: " + scalar.text() + "'");
        }
        if (ModelCatalog.find(scalar.text()).isPresent()) {
            throw new InputException(
                    scalar.position(),
                    scalar.shown() + " is a model; write 'model: " + scalar.text() + "', or a neuron such as "
                            + scalar.text() + "DoubleRK4");
        }
        NeuronName name = NeuronName.find(scalar.text())
                .orElseThrow(() -> unknown(
                        "neuron",
                        scalar,
                        new KnownNames(NeuronName.everyName().stream()
                                .map(NeuronName::toString)
                                .toList())));
        Model model = ModelCatalog.find(name.model()).orElseThrow();
        return new Neurons(
                Choice.fixed(model, name.model()),
                Choice.fixed(name.precision(), name.precision().label()),
                Choice.fixed(name.integrator(), name.integrator().label()));
    }

    private <T extends Serializable> Choice<T> choice(
            String part, Function<Entry.Scalar, T> find, Function<T, String> label, Optional<T> unset) {
        Optional<Entry.Scalar> key = keys.file().scalar(part);
        if (key.isPresent()) {
            keys.checkSetOnce(part, keys.file().positionOf(part));
            return Choice.fixed(find.apply(key.get()), key.get().text());
        }
        if (!keys.hasAxis(part)) {
            T option = unset.orElseThrow();
            return Choice.fixed(option, label.apply(option));
        }
        return along(part, find, label);
    }

    private <T extends Serializable> Choice<T> along(
            String part, Function<Entry.Scalar, T> find, Function<T, String> label) {
        Map<String, T> options = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> along = new ArrayList<>();
        for (Entry.Scalar scalar : keys.axes().get(part).names()) {
            String known = labels.get(scalar.text());
            if (known == null) {
                T option = find.apply(scalar);
                known = label.apply(option);
                labels.put(scalar.text(), known);
                checkNew(part, scalar, options.putIfAbsent(known, option) == null, known);
            } else {
                checkNew(part, scalar, keys.axes().isJoined(part), known);
            }
            along.add(known);
        }
        return new Choice<>(
                List.copyOf(options.values()), List.copyOf(labels.keySet()), keys.axisIndex(part), new Labels(along));
    }

    private static void checkNew(String part, Entry.Scalar scalar, boolean fine, String label) {
        if (!fine) {
            throw new InputException(scalar.position(), "axis '" + part + "' has '" + label + "' twice");
        }
    }

    private static Precision precision(Entry.Scalar scalar) {
        return Precision.find(scalar.text())
                .orElseThrow(() -> unknown("precision", scalar, new KnownNames(Precision.labels())));
    }

    private static Integrator integrator(Entry.Scalar scalar) {
        return Integrator.find(scalar.text())
                .orElseThrow(() -> unknown("integrator", scalar, new KnownNames(Integrator.labels())));
    }

    private static InputException unknown(String what, Entry.Scalar scalar, KnownNames names) {
        return new InputException(
                scalar.position(), "unknown " + what + " " + scalar.shown() + names.hint(scalar.text()));
    }
}
