package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.sweep.Formula;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.sweep.SpikeRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code spike}, what counts as a spike. What it leaves out keeps the model's value, except that a new threshold is its
 * own level to rearm. Without a variable it holds for every model; with one for the models that have this variable, and the
 * others keep their own condition.
 */
final class SpikeReader {
    private static final String VARIABLE = "variable";
    private static final List<String> NUMBERS = List.of("threshold", "rearm", "refractory", "onset_slope");
    private static final List<String> KEYS =
            Stream.concat(Stream.of(VARIABLE), NUMBERS.stream()).toList();

    private final GivenKeys keys;
    private final Neurons neurons;
    private final Scope scope;

    SpikeReader(GivenKeys keys, Neurons neurons, Scope scope) {
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
        Entry.Section section = Fields.section(entry.get(), "'spike'");
        Fields fields = new Fields(section, "'spike'", KEYS);
        if (section.entries().isEmpty()) {
            throw new InputException(section.position(), "'spike' is empty; leave it out for the model's own");
        }
        fields.scalar(VARIABLE).ifPresent(this::checkKnown);
        List<Model> models =
                neurons.models().stream().map(model -> withSpike(model, fields)).toList();
        return new Neurons(neurons.model().among(models), neurons.precision(), neurons.integrator(), request(fields));
    }

    private SpikeRequest request(Fields fields) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String key : NUMBERS) {
            fields.find(key).ifPresent(value -> numbers.put(key, scope.constant(value, "'" + key + "'")));
        }
        return new SpikeRequest(fields.scalar(VARIABLE).map(Entry.Scalar::text).orElse(""), numbers);
    }

    private void checkKnown(Entry.Scalar variable) {
        if (!neurons.variableNames().contains(variable.text())) {
            throw new InputException(
                    variable.position(),
                    "unknown variable " + variable.shown() + " of " + neurons.shown()
                            + new KnownNames(neurons.variableNames()).hint(variable.text()));
        }
    }

    private Model withSpike(Model model, Fields fields) {
        SpikeCondition own = model.spike();
        Optional<Entry.Scalar> asked = fields.scalar(VARIABLE);
        String variable = asked.map(Entry.Scalar::text).orElse(own.variable());
        if (model.variable(variable).isEmpty()) {
            return model;
        }
        if (!variable.equals(own.variable())) {
            checkChange(model, asked.orElseThrow(), fields);
        }
        double threshold = number(fields, "threshold", own.threshold());
        double rearm = number(fields, "rearm", fields.find("threshold").isPresent() ? threshold : own.rearm());
        double refractory = number(fields, "refractory", own.refractory());
        double onsetSlope = number(fields, "onset_slope", own.onsetSlope());
        if (rearm > threshold) {
            throw fault(
                    fields,
                    "rearm",
                    "must not be above the threshold of " + Formula.shown(threshold) + " of " + model.name(),
                    rearm);
        }
        if (refractory < 0) {
            throw fault(fields, "refractory", "must not be negative", refractory);
        }
        if (onsetSlope <= 0) {
            throw fault(fields, "onset_slope", "must be positive", onsetSlope);
        }
        return model.withSpike(new SpikeCondition(variable, threshold, rearm, refractory, onsetSlope));
    }

    private static void checkChange(Model model, Entry.Scalar variable, Fields fields) {
        if (!model.reset().isEmpty()) {
            throw new InputException(
                    variable.position(),
                    model.name() + " is reset where '" + model.spike().variable()
                            + "' spikes, which can be no other variable; found " + variable.shown());
        }
        if (fields.find("threshold").isEmpty()) {
            throw new InputException(
                    variable.position(),
                    "a spike of " + variable.shown() + " needs the key 'threshold'; that of " + model.name()
                            + " is for '" + model.spike().variable() + "'");
        }
    }

    private double number(Fields fields, String key, double unset) {
        return fields.find(key)
                .map(value -> scope.constant(value, "'" + key + "'"))
                .orElse(unset);
    }

    private static InputException fault(Fields fields, String key, String rule, double found) {
        return new InputException(
                fields.require(key).position(), "'" + key + "' " + rule + ", found " + Formula.shown(found));
    }
}
