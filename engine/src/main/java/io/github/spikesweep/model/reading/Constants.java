package io.github.spikesweep.model.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads numbers in a file, each written as an expression without names. */
public final class Constants {
    private Constants() {}

    /**
     * A finite number.
     *
     * @param owner what it is, for messages
     */
    public static double number(Entry entry, String owner) {
        return Formulas.constant(Fields.scalar(entry, owner));
    }

    /**
     * Numbers by name.
     *
     * @param known the names that there are
     * @param what such a name is of
     * @param owner what has them, for messages
     * @throws InputException if there is another name, or something is no number
     */
    public static Map<String, Double> read(Entry.Section section, Collection<String> known, String what, String owner) {
        KnownNames names = new KnownNames(known);
        Map<String, Double> numbers = new LinkedHashMap<>();
        section.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                throw new InputException(
                        section.keys().get(name), "unknown " + what + " '" + name + "' of " + owner + names.hint(name));
            }
            numbers.put(name, number(entry, "'" + name + "'"));
        });
        return numbers;
    }
}
