package io.github.spikesweep.equation.reading;

import java.util.Map;
import java.util.Optional;

/** Characters that look like those of the language, as they come with text that is copied from documents. */
final class LookAlikes {
    private static final Map<Integer, String> INSTEAD = Map.ofEntries(
            Map.entry(0x2212, "a minus sign; type -"),
            Map.entry(0x2010, "a hyphen; type -"),
            Map.entry(0x2011, "a hyphen; type -"),
            Map.entry(0x2013, "a dash; type -"),
            Map.entry(0x2014, "a dash; type -"),
            Map.entry(0xd7, "a multiplication sign; type *"),
            Map.entry(0xb7, "a dot; type *"),
            Map.entry(0x22c5, "a dot; type *"),
            Map.entry(0xf7, "a division sign; type /"),
            Map.entry(0x2215, "a slash; type /"),
            Map.entry(0xb2, "a superscript; type ^2"),
            Map.entry(0xb3, "a superscript; type ^3"),
            Map.entry(0x2264, "a comparison; type <="),
            Map.entry(0x2265, "a comparison; type >="),
            Map.entry(0x2260, "a comparison; type !="),
            Map.entry(0x3c0, "the letter pi; type pi"));

    private LookAlikes() {}

    /** What the character is and what to type instead, if it is one of these: {@code '−' (U+2212), a minus sign; type -}. */
    static Optional<String> of(int codePoint) {
        String place = String.format("U+%04X", codePoint);
        if (codePoint > 0x7f && Character.isSpaceChar(codePoint)) {
            return Optional.of("the character " + place + ", a space that is not a plain one; type a blank");
        }
        return Optional.ofNullable(INSTEAD.get(codePoint))
                .map(instead -> "'" + Character.toString(codePoint) + "' (" + place + "), " + instead);
    }
}
