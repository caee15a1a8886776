package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.sweep.neuron.Formula;
import java.util.List;

/** Reads the distribution of one axis of a sample: {@code [low, high]}, or a mapping that names the distribution. */
record DistributionReader(AxisHead head, SampleMethod method, UnitSequence sequence) {
    private static final String UNIFORM = "uniform";
    private static final String LOG_UNIFORM = "log-uniform";
    private static final String NORMAL = "normal";
    static final List<String> FORMS = List.of(UNIFORM, LOG_UNIFORM, NORMAL);

    Distribution read(Entry entry) {
        if (entry instanceof Entry.Listing) {
            return distribution(usual(), entry);
        }
        if (!(entry instanceof Entry.Section section)) {
            throw new InputException(
                    entry.position(),
                    head.owner() + " must be " + bounds(usual()) + ", or a mapping with one of "
                            + String.join(", ", FORMS) + "; found " + entry.shown());
        }
        String form = head.form(section, FORMS);
        return distribution(form, section.entries().get(form));
    }

    /** The distribution of an axis that is given by two numbers alone. */
    private String usual() {
        return switch (method) {
            case UNIFORM, LATIN_HYPERCUBE, SOBOL, HALTON, SALTELLI, MORRIS -> UNIFORM;
            case LOG_UNIFORM -> LOG_UNIFORM;
            case NORMAL -> NORMAL;
        };
    }

    private Distribution distribution(String form, Entry entry) {
        if (!(entry instanceof Entry.Listing listing) || listing.items().size() != 2) {
            throw new InputException(entry.position(), head.owner() + ": expected " + form + ": " + bounds(form));
        }
        Entry firstEntry = listing.items().get(0);
        Entry secondEntry = listing.items().get(1);
        double first = number(firstEntry);
        double second = number(secondEntry);
        if (form.equals(NORMAL)) {
            return normal(entry, first, secondEntry, second);
        }
        if (!(first < second) || Double.isInfinite(second - first)) {
            throw new InputException(
                    entry.position(),
                    head.owner() + ": the low end must be below the high end and their distance finite, found "
                            + Formula.shown(first) + " and " + Formula.shown(second));
        }
        if (form.equals(UNIFORM)) {
            return new Uniform(first, second);
        }
        if (!(first > 0)) {
            throw new InputException(
                    firstEntry.position(),
                    head.owner() + ": the ends of a log-uniform distribution must be positive, found "
                            + firstEntry.shown());
        }
        return new LogUniform(first, second);
    }

    private Distribution normal(Entry place, double mean, Entry deviationEntry, double deviation) {
        if (!(deviation > 0)) {
            throw new InputException(
                    deviationEntry.position(),
                    head.owner() + ": the standard deviation must be positive, found " + deviationEntry.shown());
        }
        if (!Double.isFinite(Math.abs(mean) + Normal.FARTHEST * deviation)) {
            throw new InputException(place.position(), head.owner() + ": the numbers are too large for a double");
        }
        if (method == SampleMethod.MORRIS) {
            throw new InputException(
                    place.position(),
                    head.owner()
                            + ": the levels of method morris include both ends, where a normal distribution is infinite; give it [low, high]");
        }
        if (sequence.at(0) == 0) {
            throw new InputException(
                    place.position(),
                    head.owner() + ": the first point of method " + method.label()
                            + " is 0, where a normal distribution is infinite; leave it out with 'skip: 1', or shift all points with a 'seed'");
        }
        return new Normal(mean, deviation);
    }

    private double number(Entry item) {
        return Formula.number(item, "a number of " + head.owner());
    }

    private static String bounds(String form) {
        return form.equals(NORMAL) ? "[mean, standard deviation]" : "[low, high]";
    }
}
