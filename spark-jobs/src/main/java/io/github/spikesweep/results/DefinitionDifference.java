package io.github.spikesweep.results;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** In what a definition differs from that of an earlier run: the keys as for {@code --set}, with both values. */
final class DefinitionDifference {
    private static final int MOST_SHOWN = 3;
    /** They do not change the table. */
    private static final Set<String> ASIDE = Set.of("name", "description", "audit.fraction", "audit.seed");

    private DefinitionDifference() {}

    /** The differences in a sentence that can follow a colon; empty if none is found. */
    static Optional<String> of(EarlierRun earlier, SweepDefinition now) {
        List<String> found = new ArrayList<>();
        Optional<String> text = SweepText.ofFile(now);
        if (earlier.sweep().isPresent() && text.isPresent()) {
            found.addAll(differing(values(earlier.sweep().get()), values(text.get())));
        }
        if (found.isEmpty() && earlier.definition().isPresent()) {
            // The same file with another model, or with tables that are too long to be written as a sweep file.
            found.addAll(lines(earlier.definition().get(), CanonicalText.of(now)));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String more = found.size() > MOST_SHOWN ? "; and " + (found.size() - MOST_SHOWN) + " more" : "";
        return Optional.of(found.stream().limit(MOST_SHOWN).collect(Collectors.joining("; ")) + more);
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> now) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !ASIDE.contains(key))
                .filter(key -> !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(now.get(key))))
                .map(key -> "'" + key + "' was " + shown(before.get(key)) + " and is " + shown(now.get(key)))
                .toList();
    }

    private static String shown(String value) {
        return value == null ? "not set" : Excerpt.of(value);
    }

    /** The values of a sweep file by their keys, joined by dots. */
    private static Map<String, String> values(String sweep) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            add("", DocumentReader.read("", sweep.getBytes(StandardCharsets.UTF_8)), values);
        } catch (InputException e) {
            return Map.of(); // Somebody has edited the record.
        }
        return values;
    }

    private static void add(String key, Entry entry, Map<String, String> to) {
        if (entry instanceof Entry.Scalar scalar) {
            to.put(key, scalar.text());
        } else if (entry instanceof Entry.Section section) {
            section.entries().forEach((name, value) -> add(joined(key, name), value, to));
        } else {
            List<Entry> items = ((Entry.Listing) entry).items();
            if (items.stream().allMatch(Entry.Scalar.class::isInstance)) {
                to.put(
                        key,
                        items.stream()
                                .map(item -> ((Entry.Scalar) item).text())
                                .collect(Collectors.joining(", ", "[", "]")));
            } else {
                for (int i = 0; i < items.size(); i++) {
                    add(joined(key, Integer.toString(i)), items.get(i), to);
                }
            }
        }
    }

    private static String joined(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    /** What differs between two texts of facts, one a line: the first words of these lines. */
    private static List<String> lines(String before, String now) {
        Set<String> old = before.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> current = now.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> subjects = new LinkedHashSet<>();
        old.stream()
                .filter(line -> !current.contains(line))
                .map(DefinitionDifference::subject)
                .forEach(subjects::add);
        current.stream()
                .filter(line -> !old.contains(line))
                .map(DefinitionDifference::subject)
                .forEach(subjects::add);
        return subjects.stream().map(subject -> "another " + subject).toList();
    }

    /** {@code equation v} of {@code equation v (I - u)/cm}. */
    private static String subject(String line) {
        String[] words = line.split(" ", 3);
        boolean named = words.length == 3
                && Set.of("axis", "carried", "variable", "parameter", "let", "equation", "reset", "set", "start")
                        .contains(words[0]);
        return named ? words[0] + " " + Excerpt.of(words[1]) : words[0];
    }
}
