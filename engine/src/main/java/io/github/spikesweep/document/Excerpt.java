package io.github.spikesweep.document;

/** The part of a user's text that a message shows. */
public final class Excerpt {
    private static final int SHOWN = 60;

    private Excerpt() {}

    /** The text, or its start if it is long. */
    public static String of(String text) {
        return of(text, SHOWN);
    }

    /** The text, or its first {@code longest} characters if it has more. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
