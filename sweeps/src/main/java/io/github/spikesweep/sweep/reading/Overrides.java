package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sweep.SweepKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Changes to a sweep file from the command line: {@code --set KEY=VALUE}, with dotted keys and values in YAML. */
final class Overrides {
    private static final String OPTION = "--set ";
    private static final int DEEPEST = 8;

    private Overrides() {}

    /** {@code file} with the overrides applied; their values have positions within the overrides. */
    static Entry.Section apply(Entry.Section file, List<String> overrides) {
        Set<String> seen = new HashSet<>();
        boolean ofCircuit = OverridePath.mayBeOfCircuits(file)
                || overrides.stream().anyMatch(override -> override.matches("circuit[.=].*|.*model=.*\\.ya?ml.*"));
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
            OverridePath path = OverridePath.of(key, ofCircuit);
            if (path.size() > DEEPEST) {
                throw new InputException(
                        start, "a key of " + path.size() + " parts; at most " + DEEPEST + " are accepted");
            }
            checkKey(changed, key, path.part(0), start);
            changed = put(changed, path, 0, value(override, equals), start);
        }
        return changed;
    }

    /** Refuses what is no key of a sweep file but a key within one, and says which. */
    private static void checkKey(Entry.Section file, String whole, String first, Position start) {
        if (SweepKeys.ALL.contains(first)) {
            return;
        }
        for (String key : List.of(whole, first)) {
            file.entries()
                    .forEach((outer, entry) -> find(key, outer, entry).ifPresent(full -> {
                        throw new InputException(start, "there is no key '" + key + "'; did you mean '" + full + "'?");
                    }));
        }
    }

    private static Optional<String> find(String key, String outer, Entry entry) {
        if (entry instanceof Entry.Section section) {
            if (section.entries().containsKey(key)) {
                return Optional.of(outer + "." + key);
            }
            return section.entries().entrySet().stream()
                    .flatMap(inner -> find(key, outer + "." + inner.getKey(), inner.getValue()).stream())
                    .findFirst();
        }
        if (entry instanceof Entry.Listing listing) {
            return IntStream.range(0, listing.items().size())
                    .mapToObj(index ->
                            find(key, outer + "." + index, listing.items().get(index)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    /** The value after the {@code equals} sign, padded so that its column is right in messages; empty if the key is to be deleted. */
    private static Optional<Entry> value(String override, int equals) {
        if (override.substring(equals + 1).isBlank()) {
            return Optional.empty();
        }
        String source = OPTION + override;
        String key = "v" + " ".repeat(Math.max(0, equals - 2));
        Entry.Section document = DocumentReader.read(source, key + ": " + override.substring(equals + 1));
        if (document.entries().size() != 1) {
            throw new InputException(
                    source + ": expected one value, found " + document.entries().size());
        }
        return Optional.of(document.entries().values().iterator().next());
    }

    private static Entry.Section put(
            Entry.Section section, OverridePath path, int depth, Optional<Entry> value, Position start) {
        int end = depth + path.keyLength(section, depth);
        String key = path.text(depth, end);
        Optional<Entry> old = Optional.ofNullable(section.entries().get(key));
        Map<String, Entry> entries = new LinkedHashMap<>(section.entries());
        Map<String, Position> keys = new LinkedHashMap<>(section.keys());
        if (value.isEmpty() && old.isEmpty()) {
            throw new InputException(
                    start,
                    "there is no '" + path.text(0, end) + "' to delete" + new KnownNames(entries.keySet()).hint(key));
        }
        Optional<Entry> changed = within(old, path, end, value, start);
        if (changed.isEmpty()) {
            entries.remove(key);
            keys.remove(key);
            return new Entry.Section(section.position(), entries, keys);
        }
        entries.put(key, changed.get());
        if (end == path.size() || old.isEmpty()) {
            keys.put(key, start);
        }
        return new Entry.Section(section.position(), entries, keys);
    }

    /** The replacement of {@code old}, which is at the first {@code depth} parts of the path; empty if it is deleted. */
    private static Optional<Entry> within(
            Optional<Entry> old, OverridePath path, int depth, Optional<Entry> value, Position start) {
        if (depth == path.size()) {
            return value;
        }
        Entry inner = old.orElse(new Entry.Section(start, Map.of(), Map.of()));
        if (inner instanceof Entry.Section section) {
            return Optional.of(put(section, path, depth, value, start));
        }
        if (inner instanceof Entry.Scalar model && path.isCell(depth)) {
            Entry.Section cell =
                    new Entry.Section(model.position(), Map.of("model", model), Map.of("model", model.position()));
            return Optional.of(put(cell, path, depth, value, start));
        }
        String parent = path.text(0, depth);
        if (inner instanceof Entry.Listing listing) {
            List<Entry> items = new ArrayList<>(listing.items());
            int index = index(path.part(depth), items.size(), parent, start);
            Optional<Entry> item = within(Optional.of(items.get(index)), path, depth + 1, value, start);
            item.ifPresentOrElse(entry -> items.set(index, entry), () -> items.remove(index));
            return Optional.of(new Entry.Listing(listing.position(), items));
        }
        throw new InputException(start, "'" + parent + "' is " + inner.shown() + ", not a mapping; set all of it");
    }

    private static int index(String part, int size, String list, Position start) {
        for (int i = 0; i < size; i++) {
            if (part.equals(Integer.toString(i))) {
                return i;
            }
        }
        throw new InputException(
                start,
                "'" + list + "' is a list, whose items are numbered from 0 to " + (size - 1) + "; found '" + part
                        + "'");
    }
}
