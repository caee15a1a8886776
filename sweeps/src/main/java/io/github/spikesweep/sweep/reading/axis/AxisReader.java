package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Linspace;
import io.github.spikesweep.space.Logspace;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.sweep.Formula;
import java.util.List;
import java.util.stream.Stream;

/** Reads the values of an axis that are listed, or given by their ends. */
final class AxisReader implements AxisSource {
    private static final List<String> FORMS = List.of("values", "linspace", "logspace", "range");

    private final AxisHead head;
    private final String owner;
    private final Entry entry;

    AxisReader(AxisHead head, Entry entry) {
        this.head = head;
        this.owner = head.owner();
        this.entry = entry;
    }

    @Override
    public AxisHead head() {
        return head;
    }

    @Override
    public Numbers numbers() {
        if (entry instanceof Entry.Listing) {
            return list(entry);
        }
        Fields fields =
                fields(Stream.concat(FORMS.stream(), AxisHead.KEYS.stream()).toList());
        List<String> given =
                FORMS.stream().filter(form -> fields.find(form).isPresent()).toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            throw new InputException(
                    entry.position(), owner + " needs one of " + String.join(", ", FORMS) + ", found " + found);
        }
        Entry form = fields.require(given.get(0));
        return switch (given.get(0)) {
            case "values" -> list(form);
            case "linspace" -> linspace(form);
            case "logspace" -> logspace(form);
            default -> range(form);
        };
    }

    @Override
    public List<Entry.Scalar> names() {
        Entry values = entry instanceof Entry.Section
                ? fields(List.of("values", "label", "description")).require("values")
                : entry;
        return items(values).stream()
                .map(item -> Fields.scalar(item, "a value of " + owner))
                .toList();
    }

    @Override
    public Entry place(int index) {
        Entry values =
                entry instanceof Entry.Section section ? section.entries().get("values") : entry;
        return values instanceof Entry.Listing listing ? listing.items().get(index) : entry;
    }

    private Numbers list(Entry values) {
        String value = "a value of " + owner;
        return new NumberList(items(values).stream()
                .mapToDouble(item -> Formula.number(item, value))
                .toArray());
    }

    private Numbers linspace(Entry form) {
        List<Entry> items = three(form, "linspace: [first, last, count]");
        double first = number(items.get(0));
        double last = number(items.get(1));
        long count = count(items.get(2));
        checkSpan(form, first, last, count);
        return new Linspace(first, last, count);
    }

    private Numbers logspace(Entry form) {
        List<Entry> items = three(form, "logspace: [first, last, count]");
        double first = number(items.get(0));
        double last = number(items.get(1));
        for (Entry end : items.subList(0, 2)) {
            if (!(number(end) > 0)) {
                throw new InputException(
                        end.position(), "the ends of a logspace must be positive, found " + end.shown());
            }
        }
        long count = count(items.get(2));
        checkSpan(form, first, last, count);
        return new Logspace(first, last, count);
    }

    private Numbers range(Entry form) {
        List<Entry> items = three(form, "range: [first, last, step]");
        double first = number(items.get(0));
        double last = number(items.get(1));
        double step = number(items.get(2));
        if (step == 0) {
            throw new InputException(items.get(2).position(), "the step of a range must not be 0");
        }
        checkWidth(form, first, last);
        double steps = Stepped.steps(first, last, step);
        if (steps < 0) {
            throw new InputException(
                    form.position(),
                    owner + " is empty: steps of " + Formula.shown(step) + " lead from " + Formula.shown(first)
                            + " away from " + Formula.shown(last));
        }
        WholeNumbers.checkCount(form, owner, steps + 1);
        return new Stepped(first, last, step);
    }

    private long count(Entry item) {
        double count = number(item);
        if (count == 0) {
            throw new InputException(item.position(), owner + " is empty: its count is 0, but must be 1 or more");
        }
        if (count != Math.rint(count) || count < 0) {
            throw new InputException(
                    item.position(), "a count must be a whole number from 1 on, found " + item.shown());
        }
        WholeNumbers.checkCount(item, owner, count);
        return (long) count;
    }

    private void checkSpan(Entry form, double first, double last, long count) {
        checkWidth(form, first, last);
        if (count == 1 && first != last) {
            throw new InputException(
                    form.position(),
                    owner + ": one value does not reach from " + Formula.shown(first) + " to " + Formula.shown(last)
                            + "; a count of 2 or more does");
        }
    }

    private void checkWidth(Entry form, double first, double last) {
        if (Double.isInfinite(last - first)) {
            throw new InputException(
                    form.position(),
                    owner + ": the ends " + Formula.shown(first) + " and " + Formula.shown(last)
                            + " are too far apart; at most 1.8E+308 is accepted");
        }
    }

    private List<Entry> three(Entry form, String usage) {
        if (form instanceof Entry.Listing listing && listing.items().size() == 3) {
            return listing.items();
        }
        String found = form instanceof Entry.Listing other
                ? "a list of " + other.items().size()
                : form.shown();
        throw new InputException(form.position(), owner + ": expected " + usage + ", found " + found);
    }

    private double number(Entry item) {
        return Formula.number(item, "a number of " + owner);
    }

    private List<Entry> items(Entry values) {
        List<Entry> items = Fields.listing(values, "the values of " + owner).items();
        if (items.isEmpty()) {
            throw new InputException(values.position(), owner + " is empty; it needs at least one value");
        }
        return items;
    }

    private Fields fields(List<String> keys) {
        if (entry instanceof Entry.Section section) {
            return new Fields(section, owner, keys);
        }
        throw new InputException(
                entry.position(),
                owner + " must be a list of values, or a mapping with one of " + String.join(", ", FORMS) + "; found "
                        + entry.shown());
    }
}
