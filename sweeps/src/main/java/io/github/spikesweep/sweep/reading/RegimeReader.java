package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Reads {@code regime}, which says how regimes are told apart. */
record RegimeReader(GivenKeys keys, Scope scope) {
    private static final String MAXIMA = "maxima";
    private static final List<String> KEYS = List.of("gap", "regularity", "rest", MAXIMA);

    /** The rule of the file. */
    RegimeRule read() {
        Optional<Entry> entry = keys.file().find("regime");
        RegimeRule usual = RegimeRule.USUAL;
        if (entry.isEmpty()) {
            return usual;
        }
        Fields fields = fields(entry.get());
        return new RegimeRule(
                number(fields, "gap", usual.gap(), "more than 1", gap -> gap > 1),
                number(fields, "regularity", usual.regularity(), "more than 0", part -> part > 0),
                number(fields, "rest", usual.rest(), "at least 1", times -> times >= 1),
                number(fields, MAXIMA, usual.maxima(), "more than 0", height -> height > 0));
    }

    private static Fields fields(Entry entry) {
        return new Fields(Fields.section(entry, "'regime'"), "'regime'", KEYS);
    }

    /** Refuses a rule that nothing follows. */
    void check(SweepDefinition definition) {
        checkMaxima(definition);
        if (keys.file().find("regime").isPresent() && definition.regimeRule().isEmpty()) {
            throw new InputException(
                    keys.file().positionOf("regime"),
                    "'regime' is given, but 'outputs' has neither the regime nor a feature of bursts, such as spikes_per_burst");
        }
    }

    /** Refuses maxima where they are not seen. */
    private void checkMaxima(SweepDefinition definition) {
        Optional<Entry> entry =
                keys.file().find("regime").flatMap(regime -> fields(regime).find(MAXIMA));
        if (entry.isEmpty()) {
            return;
        }
        if (definition.endsWhenSettled()) {
            throw fault(
                    entry.get(),
                    "a row settles by its spikes, and its maxima do not follow for the whole duration; use either 'maxima' or 'until'");
        }
        definition.integrators().stream()
                .filter(Integrator::isAdaptive)
                .findFirst()
                .ifPresent(integrator -> {
                    throw fault(
                            entry.get(),
                            "'maxima' looks at the ends of steps, which " + integrator.label()
                                    + " makes long; an integrator with a 'step' is accepted");
                });
        definition.models().stream()
                .filter(model -> model.cells().stream().anyMatch(Cell::resets))
                .findFirst()
                .ifPresent(model -> {
                    throw fault(
                            entry.get(),
                            "a spike of " + model.name()
                                    + " has no maximum, since it is reset at its threshold; leave 'maxima' out, and spikes count");
                });
    }

    private static InputException fault(Entry entry, String message) {
        return new InputException(entry.position(), message);
    }

    private static Optional<String> unit(Model model) {
        return Neurons.unit(model, model.cells().get(0).spike().variable());
    }

    private double number(Fields fields, String key, double usual, String accepted, DoublePredicate accepts) {
        Optional<Entry> entry = fields.find(key);
        if (entry.isEmpty()) {
            return usual;
        }
        double number = key.equals(MAXIMA)
                ? scope.constant(entry.get(), "'" + key + "'", RegimeReader::unit)
                : scope.constant(entry.get(), "'" + key + "'");
        if (!accepts.test(number)) {
            throw new InputException(
                    entry.get().position(), "'" + key + "' must be " + accepted + ", found " + Formula.shown(number));
        }
        return number;
    }
}
