package io.github.spikesweep.unit;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a unit. The text is untrusted: its length, its depth and its powers are bounded. */
final class UnitParser {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 10;
    private static final int LARGEST_POWER = 99;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String PRODUCTS = "*·⋅×";
    /** The characters that end a word. */
    private static final String SYNTAX = PRODUCTS + "/^()⁻" + SUPERSCRIPTS;
    /** A unit directly followed by its power: {@code cm2}, {@code s-1}. */
    private static final Pattern POWER_INSIDE = Pattern.compile("(\\D+?)(-?\\d{1,2})");

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,2}");

    private final String text;
    private final Position start;
    private int at;
    private int depth;

    UnitParser(String text, Position start) {
        this.text = text;
        this.start = start;
    }

    Unit parse() {
        if (text.length() > LONGEST) {
            throw new InputException(
                    start, "a unit of " + text.length() + " characters is longer than accepted (" + LONGEST + ")");
        }
        Unit unit = product();
        if (at < text.length()) {
            throw fault("expected the end of the unit, found " + shownHere());
        }
        return new Unit(text.strip(), unit.words());
    }

    private Unit product() {
        Unit unit = factor();
        while (true) {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) == ')') {
                return unit;
            }
            boolean quotient = text.charAt(at) == '/';
            if (quotient || PRODUCTS.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            Unit next = factor();
            unit = quotient ? unit.over(next) : unit.times(next);
        }
    }

    private Unit factor() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '(') {
            if (++depth > DEEPEST) {
                throw fault("nested deeper than accepted (" + DEEPEST + ")");
            }
            at++;
            Unit inner = product();
            if (at >= text.length()) {
                throw fault("expected ')', found the end of the unit");
            }
            at++;
            depth--;
            return inner.power(power());
        }
        return word().power(power());
    }

    private Unit word() {
        int from = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && SYNTAX.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty()) {
            throw fault("expected a unit such as mV or mS/cm^2, found " + shownHere());
        }
        if (word.equals("1") || word.equals("dimensionless")) {
            return Unit.NUMBER;
        }
        if (isDigit(word.charAt(0)) || "+-.".indexOf(word.charAt(0)) >= 0) {
            at = from;
            throw fault("a unit has no factor, found '" + word + "'; put it into the value");
        }
        Matcher power = POWER_INSIDE.matcher(word);
        if (power.matches() && KnownUnits.find(power.group(1)).isPresent()) {
            return Unit.word(power.group(1)).power(Integer.parseInt(power.group(2)));
        }
        return Unit.word(word);
    }

    /** The power at this position, 1 if there is none. */
    private int power() {
        int from = at;
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
            int digits = at;
            at += at < text.length() && text.charAt(at) == '-' ? 1 : 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            return whole(text.substring(digits, at), from);
        }
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && (text.charAt(at) == '⁻' || SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0)) {
            digits.append(text.charAt(at) == '⁻' ? "-" : SUPERSCRIPTS.indexOf(text.charAt(at)));
            at++;
        }
        return digits.isEmpty() ? 1 : whole(digits.toString(), from);
    }

    private int whole(String digits, int from) {
        if (!DIGITS.matcher(digits).matches()) {
            String found = digits.isEmpty() ? shownHere() : "'" + digits + "'";
            at = from;
            throw fault("expected a power from -" + LARGEST_POWER + " to " + LARGEST_POWER + ", found " + found);
        }
        return Integer.parseInt(digits);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String shownHere() {
        return at >= text.length() ? "the end of the unit" : "'" + Character.toString(text.codePointAt(at)) + "'";
    }

    private InputException fault(String message) {
        return new InputException(start.plus(at), message);
    }
}
