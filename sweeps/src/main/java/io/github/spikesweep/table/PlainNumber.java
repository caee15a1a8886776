package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decimal numbers as people and programs write them into tables: {@code 1.5}, {@code -3e-4}, {@code .5}, {@code +2}. */
final class PlainNumber {
    private static final Pattern SYNTAX =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?+(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private PlainNumber() {}

    /**
     * The number nearest to what is written.
     *
     * @param fault makes an exception from what is wrong with it, which completes a sentence about the number
     * @throws InputException if the text is no such number, or none that is finite
     */
    static double read(String text, Function<String, InputException> fault) {
        if (!SYNTAX.matcher(text).matches()) {
            throw fault.apply(
                    NOT_FINITE.matcher(text).matches()
                            ? "must be finite, found " + Shown.quoted(text)
                            : "must be a number, as 1.5 or -3e-4; found " + Shown.quoted(text));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw fault.apply("must be finite, found " + Shown.quoted(text) + ", which is too large");
        }
        return value;
    }
}
