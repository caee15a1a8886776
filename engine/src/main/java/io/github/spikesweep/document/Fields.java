package io.github.spikesweep.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of one mapping, read by key with the checks that every mapping needs: only known keys, required ones present,
 * each of the right shape. Every fault is an {@link InputException} with its position.
 */
public final class Fields {
    /** Words that YAML reads as null unless quoted. */
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Entry.Section section;
    private final String owner;

    /**
     * @param section the mapping
     * @param owner what it is, for messages: {@code a sweep file}, {@code variable 'v'}
     * @param accepted the keys it may have
     */
    public Fields(Entry.Section section, String owner, List<String> accepted) {
        this.section = section;
        this.owner = owner;
        KnownNames known = new KnownNames(accepted);
        section.keys().forEach((key, position) -> {
            if (!known.contains(key)) {
                throw new InputException(
                        position, "unknown key '" + key + "' of " + owner + known.hint(key) + cut(key));
            }
        });
    }

    /** A hint if the key may be the rest of a text that YAML has cut at a comma. */
    private String cut(String key) {
        boolean empty = section.entries().get(key) instanceof Entry.Scalar value
                && !value.quoted()
                && value.text().isEmpty();
        return empty && !section.entries().keySet().iterator().next().equals(key)
                ? "; if it belongs to what is before it: a list needs [ ], and a text with a comma quotes"
                : "";
    }

    /** The mapping in {@code entry}, checked to be one. */
    public static Entry.Section section(Entry entry, String owner) {
        return checked(entry, owner + " must be a mapping");
    }

    /**
     * The mapping in {@code entry}, checked to be one.
     *
     * @param example what is written instead, for messages
     */
    public static Entry.Section section(Entry entry, String owner, String example) {
        return checked(entry, owner + " must be a mapping such as " + example);
    }

    private static Entry.Section checked(Entry entry, String message) {
        if (entry instanceof Entry.Section section) {
            return section;
        }
        throw new InputException(entry.position(), message + ", found " + entry.shown());
    }

    /** The single value in {@code entry}, checked to be one and not to be empty. */
    public static Entry.Scalar scalar(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar && (scalar.quoted() || !NOTHING.contains(scalar.text()))) {
            return scalar;
        }
        throw new InputException(entry.position(), owner + " must be a single value, found " + entry.shown());
    }

    /** Whether YAML reads a value without quotes as null. */
    public static boolean isNothing(Entry.Scalar scalar) {
        return NOTHING.contains(scalar.text());
    }

    /** The list in {@code entry}, checked to be one. */
    public static Entry.Listing listing(Entry entry, String owner) {
        if (entry instanceof Entry.Listing listing) {
            return listing;
        }
        throw new InputException(entry.position(), owner + " must be a list, found " + entry.shown());
    }

    public Optional<Entry> find(String key) {
        return Optional.ofNullable(section.entries().get(key));
    }

    public Entry require(String key) {
        return find(key)
                .orElseThrow(() -> new InputException(section.position(), owner + " needs the key '" + key + "'"));
    }

    /** The text under {@code key}, if there is one. */
    public Optional<String> text(String key) {
        return find(key).map(entry -> scalar(entry, "'" + key + "'").text());
    }

    /** The single value under {@code key}, if there is one. */
    public Optional<Entry.Scalar> scalar(String key) {
        return find(key).map(entry -> scalar(entry, "'" + key + "'"));
    }

    /** The mapping under {@code key}; empty if there is none. */
    public Entry.Section section(String key) {
        return find(key)
                .map(entry -> section(entry, "'" + key + "'"))
                .orElseGet(() -> new Entry.Section(section.position(), Map.of(), Map.of()));
    }

    /** The entries of the mapping under {@code key}, in the order written; empty if there is none. */
    public Map<String, Entry> mapping(String key) {
        return section(key).entries();
    }

    /** The position of {@code key}, or the start of the mapping if there is no such key. */
    public Position positionOf(String key) {
        return section.keys().getOrDefault(key, section.position());
    }
}
