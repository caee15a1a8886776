package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.Morris;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.neuron.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the block {@code sample}: points drawn at random or spread evenly, one number of each point on every axis. */
final class SampleReader {
    private static final String OWNER = "a sample";
    private static final List<String> KEYS =
            List.of("method", "count", "seed", "skip", "levels", "second_order", "within");

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
        checkKeys();
        long skip = skip();
        method.check(fields.positionOf("method"), within.entries().size(), countEntry, count, skip);
        OptionalLong seed = fields.find("seed").isPresent()
                ? OptionalLong.of(WholeNumbers.seed(fields, entry -> Formula.number(entry, "'seed'")))
                : OptionalLong.empty();
        SampleMethod.Draw draw =
                new SampleMethod.Draw(within.entries().size(), count, skip, seed, levels(), secondOrder());
        long ofOne = method.pointsOfOne(draw.axes(), draw.secondOrder());
        WholeNumbers.checkCount(countEntry, "a sample of method " + method.label(), (double) ofOne * count);
        long points = ofOne * count;
        List<AxisSource> axes = new ArrayList<>();
        within.entries().forEach((name, entry) -> {
            AxisHead head = AxisHead.of(name, within.keys().get(name), entry);
            UnitSequence sequence = method.sequence(name, axes.size(), draw);
            Distribution distribution = new DistributionReader(head, method, sequence).read(entry);
            axes.add(new ComputedAxis(head, new Sampled(sequence, distribution, points), entry));
        });
        return axes;
    }

    /** Refuses a key of another method. */
    private void checkKeys() {
        for (SampleMethod other : SampleMethod.values()) {
            for (String key : other.ownKeys()) {
                if (fields.find(key).isPresent() && !method.ownKeys().contains(key)) {
                    throw new InputException(
                            fields.positionOf(key),
                            "'" + key + "' is only for " + SampleMethod.havingKey(key) + ", found " + method.label());
                }
            }
        }
    }

    private OptionalInt levels() {
        if (fields.find("levels").isEmpty()) {
            return OptionalInt.empty();
        }
        Entry entry = fields.require("levels");
        double levels = Formula.number(entry, "'levels'");
        if (levels % 2 != 0 || levels < 2 || levels > Morris.MOST_LEVELS) {
            throw new InputException(
                    entry.position(),
                    "'levels' must be an even number from 2 to " + Morris.MOST_LEVELS + ", found " + entry.shown());
        }
        return OptionalInt.of((int) levels);
    }

    private boolean secondOrder() {
        if (fields.find("second_order").isEmpty()) {
            return false;
        }
        Entry.Scalar entry = Fields.scalar(fields.require("second_order"), "'second_order'");
        return switch (entry.text()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InputException(
                        entry.position(), "'second_order' must be true or false, found " + entry.shown());
        };
    }

    private long skip() {
        if (fields.find("skip").isEmpty()) {
            return 0;
        }
        Entry entry = fields.require("skip");
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
