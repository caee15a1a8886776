package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Linspace;
import io.github.spikesweep.space.Logspace;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.sweep.neuron.Formula;
import java.util.List;

/** Reads the values of an axis that are listed, or given by their ends. */
record AxisReader(AxisHead head, Entry entry) implements AxisSource {
    static final List<String> FORMS = List.of("values", "linspace", "logspace", "range");

    @Override
    public Numbers numbers() {
        if (entry instanceof Entry.Listing) {
            return list(entry);
        }
        Entry.Section section = section();
        String word = head.form(section, FORMS);
        Entry form = section.entries().get(word);
        return switch (word) {
            case "values" -> list(form);
            case "range" -> range(form);
            default -> spaced(word, form);
        };
    }

    @Override
    public List<Entry.Scalar> names() {
        Entry values = entry instanceof Entry.Section
                ? new Fields(section(), head.owner(), List.of("values", "label", "description")).require("values")
                : entry;
        return items(values).stream()
                .map(item -> Fields.scalar(item, "a value of " + head.owner()))
                .toList();
    }

    @Override
    public Entry place(int index) {
        Entry values =
                entry instanceof Entry.Section section ? section.entries().get("values") : entry;
        return values instanceof Entry.Listing listing ? listing.items().get(index) : entry;
    }

    private Numbers list(Entry values) {
        String value = "a value of " + head.owner();
        return new NumberList(items(values).stream()
                .mapToDouble(item -> Formula.number(item, value))
                .toArray());
    }

    private Numbers spaced(String word, Entry form) {
        List<Entry> items = three(form, word + ": [first, last, count]");
        double first = number(items.get(0));
        double last = number(items.get(1));
        boolean linear = word.equals("linspace");
        for (Entry end : items.subList(0, 2)) {
            if (!linear && !(number(end) > 0)) {
                throw new InputException(
                        end.position(), "the ends of a logspace must be positive, found " + end.shown());
            }
        }
        long count = count(items.get(2));
        checkSpan(form, first, last, count);
        return linear ? new Linspace(first, last, count) : new Logspace(first, last, count);
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
                    head.owner() + " is empty: steps of " + Formula.shown(step) + " from " + Formula.shown(first)
                            + " never reach " + Formula.shown(last));
        }
        WholeNumbers.checkCount(form, head.owner(), steps + 1);
        return new Stepped(first, last, step);
    }

    private long count(Entry item) {
        double count = number(item);
        if (count == 0) {
            throw new InputException(
                    item.position(), head.owner() + " is empty: its count is 0, but must be 1 or more");
        }
        if (count != Math.rint(count) || count < 0) {
            throw new InputException(
                    item.position(), "a count must be a whole number of at least 1, found " + item.shown());
        }
        WholeNumbers.checkCount(item, head.owner(), count);
        return (long) count;
    }

    private void checkSpan(Entry form, double first, double last, long count) {
        checkWidth(form, first, last);
        if (count == 1 && first != last) {
            throw new InputException(
                    form.position(),
                    head.owner() + ": a single value cannot span " + Formula.shown(first) + " to " + Formula.shown(last)
                            + "; use a count of 2 or more");
        }
    }

    private void checkWidth(Entry form, double first, double last) {
        if (Double.isInfinite(last - first)) {
            throw new InputException(
                    form.position(),
                    head.owner() + ": the ends " + Formula.shown(first) + " and " + Formula.shown(last)
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
        throw new InputException(form.position(), head.owner() + ": expected " + usage + ", found " + found);
    }

    private double number(Entry item) {
        return Formula.number(item, "a number of " + head.owner());
    }

    private List<Entry> items(Entry values) {
        List<Entry> items =
                Fields.listing(values, "the values of " + head.owner()).items();
        if (items.isEmpty()) {
            throw new InputException(values.position(), head.owner() + " is empty; it needs at least one value");
        }
        return items;
    }

    private Entry.Section section() {
        if (entry instanceof Entry.Section section) {
            return section;
        }
        throw new InputException(
                entry.position(),
                head.owner() + " must be a list of values, or a mapping with one of " + String.join(", ", FORMS)
                        + "; found " + entry.shown());
    }
}
