package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Documents with one small change, such as a typing mistake. */
final class SmallChanges {
    private static final Position PLACE = Position.startOf("change");

    /** Replacements for a node: other types, numbers out of range, names of other things, cut and broken expressions. */
    private static final List<Entry> OTHERS = items("""
            - ""
            - 0
            - -1
            - 1
            - 2.5
            - 1e300
            - 1e-300
            - 1/3
            - "3"
            - "-3"
            - .nan
            - true
            - two
            - a b
            - 2x
            - 2*t
            - max(1
            - 1 ** 2
            - µ
            - x.yaml
            - ../x.csv
            - HH
            - RK4
            - DormandPrince
            - float
            - sobol
            - gna
            - v_min
            - []
            - {}
            - [1]
            - [1, 2]
            - [1, 2, 3]
            - [gna]
            - {values: [1, 2]}
            - {a: 1}
            """);

    /** Replacements for keys: keys of other mappings, and names of other things. */
    private static final List<String> KEYS = List.of(
            "model",
            "step",
            "input",
            "tolerance",
            "values",
            "linspace",
            "seed",
            "unit",
            "zip",
            "gna",
            "v",
            "t",
            "exp",
            "id",
            "replicate",
            "2x",
            "a-b",
            "");

    private SmallChanges() {}

    /** Every document that differs from {@code document} by one change. */
    static List<Entry.Section> of(Entry.Section document) {
        List<Entry.Section> changed = new ArrayList<>();
        document.entries().forEach((key, value) -> {
            changed.add(with(document, key, Optional.empty()));
            of(value).forEach(other -> changed.add(with(document, key, Optional.of(other))));
            changed.add(renamed(document, key, key + "s"));
            changed.add(renamed(document, key, key.substring(1)));
            changed.add(renamed(document, key, key.toUpperCase(Locale.ROOT)));
            KEYS.forEach(name -> changed.add(renamed(document, key, name)));
        });
        for (String name : KEYS) {
            if (!document.entries().containsKey(name)) {
                OTHERS.subList(2, 5).forEach(value -> changed.add(with(document, name, Optional.of(value))));
            }
        }
        return changed;
    }

    private static List<Entry> of(Entry entry) {
        List<Entry> changed = new ArrayList<>(OTHERS);
        changed.add(new Entry.Scalar(PLACE, "", false));
        if (entry instanceof Entry.Section section) {
            changed.addAll(of(section));
        } else if (entry instanceof Entry.Listing listing) {
            changed.addAll(lists(listing.items()));
        } else if (entry instanceof Entry.Scalar scalar) {
            changed.add(new Entry.Scalar(
                    PLACE, scalar.text(), !scalar.quoted() || scalar.text().isEmpty()));
            changed.add(new Entry.Scalar(PLACE, scalar.text() + "x", scalar.quoted()));
            changed.add(new Entry.Listing(PLACE, List.of(entry)));
            changed.add(section(Map.of("values", entry)));
        }
        return changed;
    }

    private static List<Entry> lists(List<Entry> items) {
        List<Entry> changed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<Entry> fewer = new ArrayList<>(items);
            fewer.remove(i);
            changed.add(new Entry.Listing(PLACE, fewer));
            List<Entry> more = new ArrayList<>(items);
            more.add(i, items.get(i));
            changed.add(new Entry.Listing(PLACE, more));
            for (Entry other : of(items.get(i))) {
                List<Entry> different = new ArrayList<>(items);
                different.set(i, other);
                changed.add(new Entry.Listing(PLACE, different));
            }
        }
        return changed;
    }

    private static Entry.Section with(Entry.Section section, String key, Optional<Entry> value) {
        Map<String, Entry> entries = new LinkedHashMap<>(section.entries());
        value.ifPresentOrElse(entry -> entries.put(key, entry), () -> entries.remove(key));
        return section(entries);
    }

    private static Entry.Section renamed(Entry.Section section, String key, String name) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        section.entries().forEach((old, value) -> entries.put(old.equals(key) ? name : old, value));
        return section(entries);
    }

    private static Entry.Section section(Map<String, Entry> entries) {
        Map<String, Position> keys = new LinkedHashMap<>();
        entries.keySet().forEach(key -> keys.put(key, PLACE));
        return new Entry.Section(PLACE, entries, keys);
    }

    private static List<Entry> items(String list) {
        Entry.Section document = DocumentReader.read("changes", "items:\n" + list.indent(2));
        return ((Entry.Listing) document.entries().get("items")).items();
    }
}
