package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sweep.SweepKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file says about an axis besides its values.
 *
 * @param position the position of its name
 * @param label its name in pictures, or empty
 * @param unit the unit in the file, if stated
 * @param description what it is, or empty
 */
public record AxisHead(String name, Position position, String label, Optional<Entry.Scalar> unit, String description) {
    /** The keys for it in a mapping. */
    static final List<String> KEYS = List.of("label", "unit", "description");

    /** Whether a word is a key of an axis, of any form. */
    public static boolean isKey(String word) {
        return KEYS.contains(word)
                || AxisReader.FORMS.contains(word)
                || DistributionReader.FORMS.contains(word)
                || word.equals(CarriedColumn.CARRY);
    }

    /** The keys for an axis of that name: names of models have no unit. */
    static List<String> keys(String name) {
        return SweepKeys.PARTS.contains(name) ? List.of("label", "description") : KEYS;
    }

    /** An axis with nothing but a name. */
    static AxisHead named(String name, Position position) {
        return new AxisHead(name, position, "", Optional.empty(), "");
    }

    /** The head in {@code entry}, if it is a mapping. */
    public static AxisHead of(String name, Position position, Entry entry) {
        return new AxisHead(
                name,
                position,
                text(entry, "label").map(Entry.Scalar::text).orElse(""),
                text(entry, "unit"),
                text(entry, "description").map(Entry.Scalar::text).orElse(""));
    }

    private static Optional<Entry.Scalar> text(Entry entry, String key) {
        return entry instanceof Entry.Section section && section.entries().containsKey(key)
                ? Optional.of(Fields.scalar(section.entries().get(key), "'" + key + "'"))
                : Optional.empty();
    }

    /**
     * The one of {@code forms} that {@code section} uses for the values of the axis.
     *
     * @throws InputException if it has none or several of them, or a key that an axis does not have
     */
    String form(Entry.Section section, List<String> forms) {
        Fields fields = new Fields(
                section, owner(), Stream.concat(forms.stream(), KEYS.stream()).toList());
        List<String> given =
                forms.stream().filter(form -> fields.find(form).isPresent()).toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            throw new InputException(
                    section.position(), owner() + " needs one of " + String.join(", ", forms) + ", found " + found);
        }
        return given.get(0);
    }

    /** The axis in messages: {@code axis 'gna'}. */
    String owner() {
        return "axis '" + name + "'";
    }

    /** The unit as stated, or empty. */
    public String unitText() {
        return unit.map(Entry.Scalar::text).orElse("");
    }
}
