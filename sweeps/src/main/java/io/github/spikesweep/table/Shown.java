package io.github.spikesweep.table;

import io.github.spikesweep.document.Excerpt;
import java.util.regex.Pattern;

/** Untrusted texts for messages: short and on one line. */
public final class Shown {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 200;

    private Shown() {}

    /** The text in quotes, shortened if necessary. */
    public static String quoted(String text) {
        return "'" + printable(Excerpt.of(text)) + "'";
    }

    /** A library's message, shortened if necessary. */
    public static String reason(String text) {
        return printable(Excerpt.of(text, LONGEST));
    }

    /**
     * Whether the text can be shown without changes, apart from its length: it has no tabs, line breaks or similar characters.
     */
    static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    /** Whether the text can be shown as one of several names. */
    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST && isPrintable(text);
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
