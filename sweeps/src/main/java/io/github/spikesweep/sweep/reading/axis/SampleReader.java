package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the block {@code sample}: points drawn at random or spread evenly, one number of each point on every axis. */
final class SampleReader {
    private static final String OWNER = "a sample";
    private static final List<String> KEYS = List.of("method", "count", "seed", "skip", "within");

    private final Fields fields;
    private final SampleMethod method;

    SampleReader(Entry entry) {
        this.fields = new Fields(Fields.section(entry, "'sample'"), OWNER, KEYS);
        this.method = SampleMethod.read(Fields.scalar(fields.require("method"), "'method'"));
    }

    List<AxisSource> read() {
        Entry.Section within = Fields.section(fields.require("within"), "'within'");
        if (within.entries().isEmpty()) {
            throw new InputException(within.position(), "'within' is empty; it needs at least one axis");
        }
        Entry countEntry = fields.require("count");
        long count = WholeNumbers.count(countEntry, "'count'");
        long skip = skip();
        method.check(fields.positionOf("method"), within.entries().size(), countEntry, count, skip);
        OptionalLong seed = fields.find("seed").isPresent()
                ? OptionalLong.of(WholeNumbers.seed(fields, entry -> Formula.number(entry, "'seed'")))
                : OptionalLong.empty();
        List<AxisSource> axes = new ArrayList<>();
        within.entries().forEach((name, entry) -> {
            AxisHead head = AxisHead.of(name, within.keys().get(name), entry);
            UnitSequence sequence = method.sequence(name, axes.size(), count, skip, seed);
            Distribution distribution = new DistributionReader(head, method, sequence).read(entry);
            axes.add(new ComputedAxis(head, new Sampled(sequence, distribution, count), entry));
        });
        return axes;
    }

    private long skip() {
        if (fields.find("skip").isEmpty()) {
            return 0;
        }
        Entry entry = fields.require("skip");
        if (!method.isSequence()) {
            throw new InputException(
                    fields.positionOf("skip"), "'skip' is only for methods sobol and halton, found " + method.label());
        }
        double skip = Formula.number(entry, "'skip'");
        if (skip != Math.rint(skip) || skip < 0 || skip >= SampleMethod.MOST_SEQUENCE_POINTS) {
            throw new InputException(
                    entry.position(),
                    "'skip' must be a whole number from 0 to " + (SampleMethod.MOST_SEQUENCE_POINTS - 1) + ", found "
                            + entry.shown());
        }
        return (long) skip;
    }
}
