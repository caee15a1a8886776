package io.github.spikesweep.model;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Reads {@code spike}, what counts as a spike. */
final class SpikeReader {
    private static final List<String> KEYS = List.of("variable", "threshold", "rearm", "refractory", "onset_slope");

    private final Fields fields;

    SpikeReader(Entry entry) {
        this.fields = new Fields(Fields.section(entry, "'spike'"), "'spike'", KEYS);
    }

    SpikeCondition read(List<String> variables) {
        Entry.Scalar variable = Fields.scalar(fields.require("variable"), "'variable'");
        KnownNames names = new KnownNames(variables);
        if (!names.contains(variable.text())) {
            throw new InputException(
                    variable.position(), "unknown variable " + variable.shown() + names.hint(variable.text()));
        }
        double threshold = Formulas.constant(fields.require("threshold"));
        return new SpikeCondition(
                variable.text(),
                threshold,
                number("rearm", threshold, rearm -> rearm <= threshold, "at most the threshold"),
                number("refractory", 0, refractory -> refractory >= 0, "0 or more"),
                number("onset_slope", SpikeCondition.USUAL_ONSET_SLOPE, slope -> slope > 0, "greater than 0"));
    }

    private double number(String key, double usual, DoublePredicate accepted, String wanted) {
        Optional<Entry> entry = fields.find(key);
        double value = entry.map(Formulas::constant).orElse(usual);
        if (!accepted.test(value)) {
            throw new InputException(
                    entry.orElseThrow().position(),
                    "'" + key + "' must be " + wanted + ", found "
                            + entry.orElseThrow().shown());
        }
        return value;
    }
}
