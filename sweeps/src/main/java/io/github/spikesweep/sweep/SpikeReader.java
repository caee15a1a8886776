package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code spike}, what counts as a spike. A threshold alone holds for every model; with a variable it holds for the
 * models that have this variable, and the others keep their own condition.
 */
final class SpikeReader {
    private final SweepKeys keys;
    private final Neurons neurons;
    private final Scope scope;

    SpikeReader(SweepKeys keys, Neurons neurons, Scope scope) {
        this.keys = keys;
        this.neurons = neurons;
        this.scope = scope;
    }

    /** The neurons with the spikes that the file asks for. */
    Neurons read() {
        Optional<Entry> entry = keys.file().find("spike");
        if (entry.isEmpty()) {
            return neurons;
        }
        Fields fields = new Fields(Fields.section(entry.get(), "'spike'"), "'spike'", List.of("variable", "threshold"));
        Optional<Entry.Scalar> variable = fields.scalar("variable");
        variable.ifPresent(this::checkKnown);
        double threshold = scope.constant(fields.require("threshold"), "'threshold'");
        List<Model> models = neurons.models().stream()
                .map(model -> withSpike(model, variable.map(Entry.Scalar::text), threshold))
                .toList();
        return new Neurons(new Choice<>(models, neurons.model().axis()), neurons.precision(), neurons.integrator());
    }

    private void checkKnown(Entry.Scalar variable) {
        if (!neurons.variableNames().contains(variable.text())) {
            throw new InputException(
                    variable.position(),
                    "unknown variable " + variable.shown() + " of " + neurons.shown()
                            + new KnownNames(neurons.variableNames()).hint(variable.text()));
        }
    }

    private static Model withSpike(Model model, Optional<String> variable, double threshold) {
        String spiking = variable.orElse(model.spike().variable());
        if (model.variable(spiking).isEmpty()) {
            return model;
        }
        return new Model(
                model.name(),
                model.title(),
                model.source(),
                model.time(),
                model.variables(),
                model.parameters(),
                model.input(),
                model.let(),
                model.equations(),
                new SpikeCondition(spiking, threshold));
    }
}
