package io.github.spikesweep.table;

import io.github.spikesweep.document.Excerpt;
import java.util.regex.Pattern;

/** Texts of strangers as messages show them: short, and on one line. */
public final class Shown {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 200;

    private Shown() {}

    /** The text in quotes, if need be its start. */
    public static String quoted(String text) {
        return "'" + printable(Excerpt.of(text)) + "'";
    }

    /** What a library says is wrong, if need be its start. */
    public static String reason(String text) {
        return printable(Excerpt.of(text, LONGEST));
    }

    /** Whether the text can be shown as it stands, apart from its length: it has no tabs, line breaks and the like. */
    static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
