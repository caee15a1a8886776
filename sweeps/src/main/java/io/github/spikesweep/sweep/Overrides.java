package io.github.spikesweep.sweep;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes to a sweep file from the command line: {@code --set KEY=VALUE}, with dotted keys and values in YAML. */
final class Overrides {
    private static final String OPTION = "--set ";
    /** Stands before a value to make a document of it. */
    private static final String PREFIX = "value: ";

    private Overrides() {}

    /** {@code file} with the overrides in it; what they say has positions within them. */
    static Entry.Section apply(Entry.Section file, List<String> overrides) {
        Set<String> seen = new HashSet<>();
        Entry.Section changed = file;
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new InputException(OPTION + override + ": expected KEY=VALUE, such as duration=200");
            }
            String key = override.substring(0, equals);
            if (!seen.add(key)) {
                throw new InputException(OPTION + override + ": '" + key + "' is set twice");
            }
            Position start = Position.startOf(OPTION + override);
            Entry value = value(override.substring(equals + 1), start.plus(equals + 1));
            changed = put(changed, List.of(key.split("\\.", -1)), 0, value, start);
        }
        return changed;
    }

    private static Entry value(String text, Position start) {
        Entry.Section document = DocumentReader.read(start.source(), PREFIX + text);
        if (document.entries().size() != 1) {
            throw new InputException(start, "more than one value");
        }
        return moved(document.entries().get("value"), start);
    }

    private static Entry.Section put(
            Entry.Section section, List<String> path, int depth, Entry value, Position start) {
        String key = path.get(depth);
        Entry.Section inner = new Entry.Section(start, Map.of(), Map.of());
        Entry old = section.entries().get(key);
        boolean last = depth == path.size() - 1;
        if (!last && old != null) {
            if (!(old instanceof Entry.Section oldSection)) {
                throw new InputException(
                        start, "'" + String.join(".", path.subList(0, depth + 1)) + "' is no mapping; set it whole");
            }
            inner = oldSection;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(section.entries());
        Map<String, Position> keys = new LinkedHashMap<>(section.keys());
        entries.put(key, last ? value : put(inner, path, depth + 1, value, start));
        if (last || old == null) {
            keys.put(key, start);
        }
        return new Entry.Section(section.position(), entries, keys);
    }

    /** {@code entry} with its positions, which count from the prefix, counted from {@code start}. */
    private static Entry moved(Entry entry, Position start) {
        Position position = moved(entry.position(), start);
        if (entry instanceof Entry.Scalar scalar) {
            return new Entry.Scalar(position, scalar.text(), scalar.quoted());
        }
        if (entry instanceof Entry.Listing listing) {
            List<Entry> items = new ArrayList<>();
            listing.items().forEach(item -> items.add(moved(item, start)));
            return new Entry.Listing(position, items);
        }
        Entry.Section section = (Entry.Section) entry;
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        section.entries().forEach((key, value) -> entries.put(key, moved(value, start)));
        section.keys().forEach((key, place) -> keys.put(key, moved(place, start)));
        return new Entry.Section(position, entries, keys);
    }

    private static Position moved(Position position, Position start) {
        return position.line() == 1 ? start.plus(Math.max(0, position.column() - 1 - PREFIX.length())) : start;
    }
}
