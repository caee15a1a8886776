package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parses decimal numbers as people and programs write them into tables: {@code 1.5}, {@code -3e-4}, {@code .5}, {@code +2}. */
final class PlainNumber {
    private static final Pattern SYNTAX =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?+(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private PlainNumber() {}

    /** Whether the text is a finite number. */
    static boolean isFinite(String text) {
        return SYNTAX.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /** Whether the text says that it is no number. */
    static boolean isNaN(String text) {
        return text.equalsIgnoreCase("nan");
    }

    /** Whether the text is a number, finite or not. */
    static boolean isNumber(String text) {
        return SYNTAX.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
    }

    /**
     * The nearest double.
     *
     * @param fault makes an exception from a text that completes a sentence about the number
     * @throws InputException if the text is not such a number, or not finite
     */
    static double read(String text, Function<String, InputException> fault) {
        if (!SYNTAX.matcher(text).matches()) {
            throw fault.apply(
                    NOT_FINITE.matcher(text).matches()
                            ? "must be finite, found " + Shown.quoted(text)
                            : "must be a number, such as 1.5 or -3e-4; found " + Shown.quoted(text));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw fault.apply("must be finite, found " + Shown.quoted(text) + ", which is too large");
        }
        return value;
    }
}
