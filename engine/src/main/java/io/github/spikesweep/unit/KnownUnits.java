package io.github.spikesweep.unit;

import io.github.spikesweep.document.KnownNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units of the SI that the field uses, and their prefixes. */
final class KnownUnits {
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("f", -15),
            Map.entry("p", -12),
            Map.entry("n", -9),
            Map.entry("\u00b5", -6), // the micro sign
            Map.entry("\u03bc", -6), // the Greek letter
            Map.entry("u", -6),
            Map.entry("m", -3),
            Map.entry("c", -2),
            Map.entry("d", -1),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9));

    /** Exponents of metre, gram, second, ampere, kelvin and mole, then the power of ten. */
    private static final Map<String, Dimension> UNITS = Map.ofEntries(
            Map.entry("m", dimension(1, 0, 0, 0, 0, 0, 0)),
            Map.entry("g", dimension(0, 1, 0, 0, 0, 0, 0)),
            Map.entry("s", dimension(0, 0, 1, 0, 0, 0, 0)),
            Map.entry("A", dimension(0, 0, 0, 1, 0, 0, 0)),
            Map.entry("K", dimension(0, 0, 0, 0, 1, 0, 0)),
            Map.entry("mol", dimension(0, 0, 0, 0, 0, 1, 0)),
            Map.entry("Hz", dimension(0, 0, -1, 0, 0, 0, 0)),
            Map.entry("C", dimension(0, 0, 1, 1, 0, 0, 0)),
            Map.entry("V", dimension(2, 1, -3, -1, 0, 0, 3)),
            Map.entry("S", dimension(-2, -1, 3, 2, 0, 0, -3)),
            Map.entry("mho", dimension(-2, -1, 3, 2, 0, 0, -3)),
            Map.entry("F", dimension(-2, -1, 4, 2, 0, 0, -3)),
            Map.entry("\u03a9", dimension(2, 1, -3, -2, 0, 0, 3)), // Greek capital omega
            Map.entry("\u2126", dimension(2, 1, -3, -2, 0, 0, 3)), // the ohm sign
            Map.entry("ohm", dimension(2, 1, -3, -2, 0, 0, 3)),
            Map.entry("J", dimension(2, 1, -2, 0, 0, 0, 3)),
            Map.entry("W", dimension(2, 1, -3, 0, 0, 0, 3)),
            Map.entry("L", dimension(3, 0, 0, 0, 0, 0, -3)),
            Map.entry("l", dimension(3, 0, 0, 0, 0, 0, -3)),
            Map.entry("M", dimension(-3, 0, 0, 0, 0, 1, 3))); // molar: mole per litre

    private static final Map<String, Dimension> NUMBERS = Map.of(
            "1", dimension(0, 0, 0, 0, 0, 0, 0),
            "dimensionless", dimension(0, 0, 0, 0, 0, 0, 0),
            "rad", dimension(0, 0, 0, 0, 0, 0, 0),
            "%", dimension(0, 0, 0, 0, 0, 0, -2));

    /** What people write for units, without a prefix. */
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("second", "s"),
            Map.entry("volt", "V"),
            Map.entry("amp", "A"),
            Map.entry("ampere", "A"),
            Map.entry("siemens", "S"),
            Map.entry("farad", "F"),
            Map.entry("hertz", "Hz"),
            Map.entry("ohm", "ohm"),
            Map.entry("meter", "m"),
            Map.entry("metre", "m"),
            Map.entry("molar", "M"));

    private static final Map<String, String> LONG_PREFIXES = Map.of(
            "", "", "milli", "m", "micro", "\u00b5", "nano", "n", "pico", "p", "kilo", "k", "mega", "M", "centi", "c");

    /** The commonest first. */
    private static final KnownNames COMMON = new KnownNames(List.of(
            "mV", "ms", "mS", "nS", "\u00b5S", "nA", "pA", "\u00b5A", "pF", "nF", "\u00b5F", "Hz", "kHz", "cm",
            "\u00b5m", "mm", "mM", "\u00b5M", "nM", "Mohm", "kohm", "mA", "mol", "pS", "kV", "mho", "mmho"));

    private KnownUnits() {}

    /** The known unit that an unknown word probably means: {@code mV} for {@code mv} or {@code millivolts}. */
    static Optional<String> nearest(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String single =
                lower.endsWith("s") && !lower.endsWith("siemens") ? lower.substring(0, lower.length() - 1) : lower;
        for (String name : List.of(lower, single)) {
            for (Map.Entry<String, String> known : LONG_NAMES.entrySet()) {
                String before = name.endsWith(known.getKey())
                        ? name.substring(0, name.length() - known.getKey().length())
                        : "?";
                String prefix = LONG_PREFIXES.get(before);
                if (prefix != null || PREFIXES.containsKey(before)) {
                    return Optional.of((prefix == null ? before : prefix) + known.getValue());
                }
            }
        }
        // Any two words of two letters are near each other.
        return COMMON.nearest(word).filter(near -> word.length() > 2 || near.equalsIgnoreCase(word));
    }

    /**
     * The dimension of a word, if it is a unit or one with a prefix. Units take precedence over prefixes: {@code m} is the
     * metre.
     */
    static Optional<Dimension> find(String word) {
        Dimension number = NUMBERS.get(word);
        Dimension whole = number == null ? UNITS.get(word) : number;
        if (whole != null) {
            return Optional.of(whole);
        }
        Integer prefix = word.isEmpty() ? null : PREFIXES.get(word.substring(0, 1));
        Dimension rest = prefix == null ? null : UNITS.get(word.substring(1));
        return rest == null ? Optional.empty() : Optional.of(new Dimension(rest.exponents(), rest.scale() + prefix));
    }

    private static Dimension dimension(int metre, int gram, int second, int ampere, int kelvin, int mole, int scale) {
        Map<String, Double> exponents = new LinkedHashMap<>();
        exponents.put("metre", (double) metre);
        exponents.put("gram", (double) gram);
        exponents.put("second", (double) second);
        exponents.put("ampere", (double) ampere);
        exponents.put("kelvin", (double) kelvin);
        exponents.put("mole", (double) mole);
        exponents.values().removeIf(exponent -> exponent == 0);
        return new Dimension(exponents, scale);
    }
}
