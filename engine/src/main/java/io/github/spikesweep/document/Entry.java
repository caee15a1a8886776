package io.github.spikesweep.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One node of a YAML document, with its position in the text. */
public sealed interface Entry {
    /** Where the node starts. */
    Position position();

    /** What the node is, for messages: {@code a mapping}, {@code a list}, {@code 'text'}. */
    String shown();

    /**
     * A single value.
     *
     * @param text the value as written, without quotes
     * @param quoted whether it was in quotes, and so is text whatever it looks like
     */
    record Scalar(Position position, String text, boolean quoted) implements Entry {
        /** The start of the text: after the quote, if it has one. */
        public Position textStart() {
            return quoted ? position.plus(1) : position;
        }

        @Override
        public String shown() {
            return text.isEmpty() ? "nothing" : "'" + Excerpt.of(text) + "'";
        }
    }

    /** A list of nodes, in the order written. */
    record Listing(Position position, List<Entry> items) implements Entry {
        public Listing {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /**
     * A mapping from names to nodes.
     *
     * @param entries the values by key, in the order written; keys are unique
     * @param keys the position of each key
     */
    record Section(Position position, Map<String, Entry> entries, Map<String, Position> keys) implements Entry {
        public Section {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        /** This mapping without some keys: {@code a.b} is the key {@code b} of the mapping under {@code a}. */
        public Section without(Set<String> ignored) {
            Map<String, Entry> fewer = new LinkedHashMap<>();
            Map<String, Position> theirs = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                Set<String> inner = ignored.stream()
                        .filter(name -> name.startsWith(key + "."))
                        .map(name -> name.substring(key.length() + 1))
                        .collect(Collectors.toSet());
                Entry left = value instanceof Section section && !inner.isEmpty() ? section.without(inner) : value;
                boolean emptied = left != value && ((Section) left).entries.isEmpty();
                if (!ignored.contains(key) && !emptied) {
                    fewer.put(key, left);
                    theirs.put(key, keys.get(key));
                }
            });
            return new Section(position, fewer, theirs);
        }

        @Override
        public String shown() {
            return "a mapping";
        }
    }
}
