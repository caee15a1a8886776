package io.github.spikesweep.sweep.writing;

import java.util.Set;
import java.util.regex.Pattern;

/** Text as a single YAML value, quoted if necessary. */
final class YamlScalar {
    /** Characters that cannot start anything else in YAML. */
    private static final String START = "-?[\\p{L}\\p{N}_(]";

    private static final String REST = "\\p{L}\\p{N} _.()+\\-*/^<>=!;'°·%–—";
    private static final Pattern PLAIN_IN_FLOW = Pattern.compile(START + "[" + REST + "]*(?<! )");
    private static final Pattern PLAIN_IN_BLOCK = Pattern.compile(START + "[" + REST + ",]*(?<! )");

    /** Words that YAML does not read as text. */
    private static final Set<String> NOTHING = Set.of("null", "Null", "NULL");

    private static final int LAST_CONTROL = 0x9f;
    private static final int SOFT_HYPHEN = 0xad;

    private YamlScalar() {}

    /** On a separate line or after a key or a dash. */
    static String inBlock(String text) {
        return PLAIN_IN_BLOCK.matcher(text).matches() && !NOTHING.contains(text) ? text : quoted(text);
    }

    /** Within { } and [ ]. */
    static String inFlow(String text) {
        return PLAIN_IN_FLOW.matcher(text).matches() && !NOTHING.contains(text) ? text : quoted(text);
    }

    /** In quotes, so that it is a text even if it looks like a number. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append((char) character);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isVisible(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append(String.format(character <= 0xffff ? "\\u%04X" : "\\U%08X", character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether YAML accepts the character as it is and people can see it. */
    static boolean isVisible(int character) {
        boolean control = character < ' ' || (character > '~' && character <= LAST_CONTROL);
        boolean space = character == 0xa0 || (character >= 0x2000 && character <= 0x200f) || character == 0x3000;
        boolean mark = character == SOFT_HYPHEN
                || (character >= 0x2028 && character <= 0x202f)
                || (character >= 0x205f && character <= 0x206f)
                || character == 0xfeff;
        boolean unassigned = (character >= 0xd800 && character <= 0xf8ff)
                || (character >= 0xfff0 && character <= 0xffff)
                || character >= 0xe0000;
        return !(control || space || mark || unassigned);
    }
}
