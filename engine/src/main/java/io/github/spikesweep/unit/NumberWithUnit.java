package io.github.spikesweep.unit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that is written with a unit, as in {@code 100 ms}, where only numbers are accepted.
 *
 * @param number the number as written
 * @param unit the unit as written
 */
public record NumberWithUnit(String number, String unit) {
    private static final Pattern FORM = Pattern.compile(
            "([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)[\\s\u00a0]*([^\\s0-9+*^(<>=!,-].*)");

    /** The number and the unit in a text, if it is one with a unit that is known. */
    public static Optional<NumberWithUnit> find(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && isKnown(form.group(2))
                ? Optional.of(new NumberWithUnit(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** Whether the unit is this one. */
    public boolean isIn(String other) {
        Position place = Position.startOf(other);
        return Unit.parse(unit, place).isSameAs(Unit.parse(other, place));
    }

    private static boolean isKnown(String unit) {
        try {
            return Unit.parse(unit, Position.startOf(unit)).words().keySet().stream()
                    .allMatch(word -> KnownUnits.find(word).isPresent());
        } catch (InputException e) {
            return false; // an expression, or nothing at all
        }
    }
}
