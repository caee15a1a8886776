package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.model.reading.SpikeReader;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.SpikeRequest;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.reading.unit.SweepUnits;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code spike}, which says what counts as a spike. Missing keys default to the model's values, except that {@code rearm}
 * defaults to the threshold if that or the direction is new. Without a variable it applies to all models; with one, to the models that have this variable,
 * and the others keep their own condition.
 */
record SpikeRequestReader(GivenKeys keys, Neurons neurons, Scope scope) {
    /** The neurons with the spikes that the file asks for. */
    Neurons read() {
        Optional<Entry> entry = keys.file().find("spike");
        if (entry.isEmpty()) {
            return neurons;
        }
        neurons.models().stream().filter(Model::isCircuit).findFirst().ifPresent(circuit -> {
            throw new InputException(
                    keys.file().positionOf("spike"),
                    "'spike' does not go with a circuit, each cell of which may have its own: '%s: {model: …, spike: {threshold: -20}}'"
                            .formatted(circuit.cells().get(0).name()));
        });
        SpikeReader spike = new SpikeReader(
                entry.get(), (place, owner) -> scope.constant(place, owner, model -> unit(entry.get(), owner, model)));
        if (Fields.section(entry.get(), "'spike'").entries().isEmpty()) {
            throw new InputException(entry.get().position(), "'spike' is empty; leave it out for the model's own");
        }
        Optional<Entry.Scalar> variable = spike.variable(neurons.variableNames(), neurons.shown());
        List<Model> models = neurons.models().stream()
                .map(model -> withSpike(model, variable, spike))
                .toList();
        SpikeRequest request = new SpikeRequest(
                variable.map(Entry.Scalar::text).orElse(""),
                spike.direction().map(SpikeDirection::label).orElse(""),
                spike.numbers());
        return neurons.spiking(models, request);
    }

    /** The unit of a number of a spike, by its name in messages. */
    private static Optional<String> unit(Entry spike, String owner, Model model) {
        String variable = Fields.section(spike, "'spike'").entries().get("variable") instanceof Entry.Scalar named
                ? named.text()
                : model.spike().variable();
        Optional<String> unit = model.variable(variable).map(Variable::unit).filter(text -> !text.isBlank());
        return switch (owner) {
            case "'refractory'" -> SweepUnits.time(model);
            case "'onset_slope'" -> SweepUnits.slope(model, unit);
            default -> unit;
        };
    }

    private static Model withSpike(Model model, Optional<Entry.Scalar> asked, SpikeReader spike) {
        SpikeCondition own = model.spike();
        String variable = asked.map(Entry.Scalar::text).orElse(own.variable());
        if (model.variable(variable).isEmpty()) {
            return model;
        }
        if (!variable.equals(own.variable())) {
            checkChange(model, asked.orElseThrow(), spike);
        }
        boolean turned =
                spike.direction().filter(asks -> asks != own.direction()).isPresent();
        if (turned && !model.reset().isEmpty()) {
            throw new InputException(
                    spike.directionPosition(),
                    "%s is reset when its spike comes from %s, so the direction cannot be changed; leave it out"
                            .formatted(model.name(), own.direction().before()));
        }
        return model.withCell(spike.read(variable, model.neuron(), model.name()));
    }

    private static void checkChange(Model model, Entry.Scalar variable, SpikeReader spike) {
        if (!model.reset().isEmpty()) {
            throw new InputException(
                    variable.position(),
                    model.name() + " is reset when '" + model.spike().variable()
                            + "' spikes, so the spike variable cannot be changed; found " + variable.shown());
        }
        if (!spike.hasThreshold()) {
            throw new InputException(
                    variable.position(),
                    "a spike of " + variable.shown() + " needs the key 'threshold'; that of " + model.name()
                            + " is for '" + model.spike().variable() + "'");
        }
    }
}
