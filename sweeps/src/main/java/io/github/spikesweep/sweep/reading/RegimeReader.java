package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.Formula;
import io.github.spikesweep.sweep.SweepDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Reads {@code regime}, which says how regimes are told apart. */
record RegimeReader(GivenKeys keys, Scope scope) {
    /** The rule of the file. */
    RegimeRule read() {
        Optional<Entry> entry = keys.file().find("regime");
        RegimeRule usual = RegimeRule.USUAL;
        if (entry.isEmpty()) {
            return usual;
        }
        Fields fields =
                new Fields(Fields.section(entry.get(), "'regime'"), "'regime'", List.of("gap", "regularity", "rest"));
        return new RegimeRule(
                number(fields, "gap", usual.gap(), "more than 1", gap -> gap > 1),
                number(fields, "regularity", usual.regularity(), "more than 0", part -> part > 0),
                number(fields, "rest", usual.rest(), "at least 1", times -> times >= 1));
    }

    /** Refuses a rule that nothing follows. */
    void check(SweepDefinition definition) {
        if (keys.file().find("regime").isPresent() && definition.regimeRule().isEmpty()) {
            throw new InputException(
                    keys.file().positionOf("regime"),
                    "'regime' is given, but 'outputs' has neither the regime nor a feature of bursts, such as spikes_per_burst");
        }
    }

    private double number(Fields fields, String key, double usual, String accepted, DoublePredicate accepts) {
        Optional<Entry> entry = fields.find(key);
        if (entry.isEmpty()) {
            return usual;
        }
        double number = scope.constant(entry.get(), "'" + key + "'");
        if (!accepts.test(number)) {
            throw new InputException(
                    entry.get().position(), "'" + key + "' must be " + accepted + ", found " + Formula.shown(number));
        }
        return number;
    }
}
