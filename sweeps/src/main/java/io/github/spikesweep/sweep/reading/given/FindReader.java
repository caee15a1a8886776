package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.sweep.FeatureCondition;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code find}: first only its name, which expressions may use, then the rest.
 *
 * @param head the name of what is found, and what the file says about it
 * @param fields how it is found
 * @param inner what is found anew in each trial
 */
public record FindReader(AxisHead head, Fields fields, Optional<FindReader> inner) {
    public static final String KEY = "find";
    public static final List<String> KEYS =
            List.of("between", "where", "tolerance", KEY, "label", "unit", "description");

    private static final String ALL = "'find'";

    /** An interval can be halved as long as its ends are this many times the distance of neighbouring numbers apart. */
    private static final int FEWEST_NUMBERS = 4;

    static Optional<FindReader> of(Fields file) {
        return file.find(KEY).map(entry -> of(entry, ALL));
    }

    private static FindReader of(Entry entry, String what) {
        String example = "'input: {between: [0, 0.2], where: spike_count >= 1, tolerance: 1e-5}'";
        Entry.Section all = Fields.section(entry, what, example);
        Iterator<String> names = all.entries().keySet().iterator();
        if (!names.hasNext()) {
            throw new InputException(
                    entry.position(), what + " is empty; leave it out, or say what is to be found, as in " + example);
        }
        String name = names.next();
        if (names.hasNext()) {
            String second = names.next();
            throw new InputException(
                    all.keys().get(second),
                    "%s has '%s' and '%s': the threshold of one depends on the value of the other; make one an axis, or give it a 'find' of its own, within which the other is found anew for each of its values"
                            .formatted(what, name, second));
        }
        checkName(name, all.keys().get(name));
        String owner = "'" + name + "' of " + what;
        Entry.Section section = Fields.section(all.entries().get(name), owner, example);
        Formula.checkWhole(section);
        AxisHead head = AxisHead.of(name, all.keys().get(name), section);
        Fields fields = new Fields(section, owner, KEYS);
        return new FindReader(head, fields, fields.find(KEY).map(inside -> of(inside, within(name))));
    }

    private static String within(String name) {
        return "'find' of '" + name + "'";
    }

    /** The names of all that is found: this, then what is found within. */
    List<AxisHead> heads() {
        return Stream.concat(Stream.of(head), inner.stream().flatMap(within -> within.heads().stream()))
                .toList();
    }

    /** Refuses keys that decide how rows are simulated, and the number of a replicate. */
    private static void checkName(String name, Position position) {
        if ((SweepKeys.ALL.contains(name) && !name.equals("input")) || name.equals(SweepKeys.REPLICATE)) {
            throw new InputException(
                    position,
                    "'" + name
                            + "' cannot be found; 'input', parameters, initial values and names that expressions use can");
        }
    }

    /** Reads the rest. */
    public Find read(Scope scope, Neurons neurons) {
        Find find = of(scope, neurons, ALL);
        List<Integer> values = find.all().stream().map(Find::mostValues).toList();
        long trials = values.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (trials > Find.MOST_TRIALS) {
            throw new InputException(
                    head.position(),
                    String.format(
                            Locale.ROOT,
                            "a row would take up to %s = %,d trials; at most %,d are accepted: choose larger tolerances, or narrower intervals",
                            values.stream().map(String::valueOf).collect(Collectors.joining(" × ")),
                            trials,
                            Find.MOST_TRIALS));
        }
        return find;
    }

    private Find of(Scope scope, Neurons neurons, String all) {
        Entry place = fields.require("between");
        List<Entry> ends = place instanceof Entry.Listing listing ? listing.items() : List.of();
        if (ends.size() != 2) {
            throw new InputException(
                    place.position(),
                    "'between' must be two numbers, [low, high], found "
                            + (ends.isEmpty() ? place.shown() : "a list of " + ends.size()));
        }
        double low = Formula.number(ends.get(0), "an end of 'between'");
        double high = Formula.number(ends.get(1), "an end of 'between'");
        checkEnds(place, low, high);
        FeatureCondition condition = condition(scope, neurons, all);
        String what = head.description().isEmpty() ? neurons.description(head.name()) : head.description();
        return new Find(
                head.name(),
                what,
                low,
                high,
                condition,
                tolerance(scope, neurons, low, high),
                inner.stream()
                        .map(within -> within.of(scope, neurons, within(head.name())))
                        .toList());
    }

    private static void checkEnds(Entry place, double low, double high) {
        String found = "found " + Formula.shown(low) + " and " + Formula.shown(high);
        if (low == high) {
            throw new InputException(place.position(), "the ends of 'between' must differ, " + found);
        }
        if (low > high) {
            throw new InputException(place.position(), "'between' must have its lower end first, " + found);
        }
        if (Double.isInfinite(high - low)) {
            throw new InputException(
                    place.position(),
                    "the ends of 'between' are too far apart; at most 1.8E+308 is accepted, " + found);
        }
    }

    private double tolerance(Scope scope, Neurons neurons, double low, double high) {
        Entry entry = fields.require("tolerance");
        double tolerance = scope.constant(entry, "'tolerance'", model -> Neurons.unit(model, head.name()));
        Span.checkPositive(tolerance, entry, "'tolerance'");
        if (tolerance >= high - low) {
            throw new InputException(
                    entry.position(),
                    "'tolerance' must be less than the width of 'between', %s, found %s"
                            .formatted(Formula.shown(high - low), Formula.shown(tolerance)));
        }
        double largest = Math.max(Math.abs(low), Math.abs(high));
        neurons.precision().options().stream()
                .max(Comparator.comparingDouble(precision -> precision.spacing(largest)))
                .filter(precision -> tolerance < FEWEST_NUMBERS * precision.spacing(largest))
                .ifPresent(precision -> {
                    throw new InputException(
                            entry.position(),
                            "'tolerance' is too small: numbers of precision %s near %s are %s apart, and it must be %d times that or more, found %s"
                                    .formatted(
                                            precision.label(),
                                            Formula.shown(largest),
                                            rounded(precision.spacing(largest)),
                                            FEWEST_NUMBERS,
                                            Formula.shown(tolerance)));
                });
        return tolerance;
    }

    /** To two digits; infinite beyond the largest number of a precision. */
    private static String rounded(double value) {
        return Double.isInfinite(value)
                ? "infinitely far"
                : Formula.shown(new BigDecimal(value)
                        .round(new MathContext(2, RoundingMode.UP))
                        .doubleValue());
    }

    private FeatureCondition condition(Scope scope, Neurons neurons, String all) {
        Entry entry = fields.require("where");
        String owner = "'where' of " + all;
        List<Output> measured = OutputCatalog.available(neurons).stream()
                .filter(output -> !OutputCatalog.ALWAYS.contains(output))
                .toList();
        List<String> names = new ArrayList<>(scope.quantities());
        for (Output output : measured) {
            names.add(output.column().name());
            scope.declareFeature(output.column());
        }
        Expression parsed = scope.parse(entry, owner, names);
        List<Output> used = measured.stream()
                .filter(output -> parsed.names().contains(output.column().name()))
                .toList();
        List<Output.Figure> figures = new ArrayList<>();
        for (Output output : used) {
            if (!(output instanceof Output.Figure figure)) {
                throw new InputException(
                        entry.position(),
                        owner + ": '" + output.column().name() + "' does not have one number per row");
            }
            figures.add(figure);
        }
        boolean usesInner = inner.stream()
                .flatMap(within -> within.heads().stream())
                .anyMatch(found -> parsed.names().contains(found.name()));
        if (figures.isEmpty() && !usesInner) {
            throw new InputException(
                    entry.position(),
                    owner + " uses no feature, so no value changes whether it holds; found " + entry.shown()
                            + new KnownNames(measured.stream()
                                            .filter(Output.Figure.class::isInstance)
                                            .map(output -> output.column().name())
                                            .toList())
                                    .hint(""));
        }
        return new FeatureCondition(scope.withConstants(parsed), figures);
    }
}
