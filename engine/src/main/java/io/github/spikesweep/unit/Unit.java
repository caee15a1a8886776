package io.github.spikesweep.unit;

import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit of measurement: a product of powers of words such as {@code mS} or {@code cm}, which has a dimension and a scale.
 * An unknown word is its own dimension, so {@code a.u.} is a unit like any other. Immutable.
 */
public final class Unit {
    /** The unit of a pure number, written {@code 1}. */
    public static final Unit NUMBER = new Unit("1", Map.of());

    private static final int MOST_DIGITS = 6;

    private final Optional<String> written;
    private final SortedMap<String, Double> words;

    private Unit(Optional<String> written, Map<String, Double> words) {
        this.written = written;
        this.words = new TreeMap<>(words);
    }

    /**
     * @param written how it is shown
     * @param words the exponent of each word, none of them 0
     */
    Unit(String written, Map<String, Double> words) {
        this(Optional.of(written), words);
    }

    /**
     * Reads a unit: words with SI prefixes ({@code mV}, {@code µA}, {@code kHz}), products ({@code *}, {@code ·} or a blank),
     * quotients ({@code /}, one after the other from left to right), powers ({@code cm^2}, {@code cm²}, {@code cm2},
     * {@code ms⁻¹}) and parentheses. {@code 1} and {@code dimensionless} are pure numbers.
     *
     * @param position where the text starts, for messages
     * @throws io.github.spikesweep.document.InputException with the position of what cannot be read
     */
    public static Unit parse(String text, Position position) {
        return new UnitParser(text, position).parse();
    }

    /** The unit that is a single word. */
    static Unit word(String word) {
        return new Unit(word, Map.of(word, 1.0));
    }

    /** Whether a number means the same in both units: equal dimension and scale. */
    public boolean isSameAs(Unit other) {
        return words.equals(other.words) || dimension().equals(other.dimension());
    }

    /** Whether the units differ at most by a factor, such as mV and V. */
    public boolean isCommensurableWith(Unit other) {
        return dimension().exponents().equals(other.dimension().exponents());
    }

    /** Whether it has no dimension and no scale, such as {@code 1} and {@code mV/mV}. */
    public boolean isNumber() {
        return isSameAs(NUMBER);
    }

    /** The factor, at least 1, between two units that differ by a factor, as text: {@code 1000}, {@code 10^9}. */
    public String factorTo(Unit other) {
        double digits = Math.abs(dimension().scale() - other.dimension().scale());
        return digits == Math.rint(digits) && digits <= MOST_DIGITS
                ? Long.toString(Math.round(Math.pow(10, digits)))
                : "10^" + number(digits);
    }

    /** What to add to a message about two different units: the factor between them, if it is one. */
    public String differenceTo(Unit other) {
        return isCommensurableWith(other) ? ": they differ by a factor of " + factorTo(other) : "";
    }

    /** {@code message} about two different units, with the factor between them; or about the one that is misspelled. */
    public String mismatch(Unit other, String message) {
        return misspelling().or(other::misspelling).orElseGet(() -> message + differenceTo(other));
    }

    /** That a word of it is not a known unit, if there is a known one much like it. */
    public Optional<String> misspelling() {
        return words.keySet().stream()
                .filter(word -> KnownUnits.find(word).isEmpty())
                .flatMap(word -> KnownUnits.nearest(word).stream()
                        .map(known -> "unknown unit '" + Excerpt.of(word) + "'; did you mean '" + known + "'?"))
                .findFirst();
    }

    /** How many different words it has. */
    public int size() {
        return words.size();
    }

    public Unit times(Unit other) {
        Map<String, Double> product = new TreeMap<>(words);
        other.words.forEach((word, exponent) -> product.merge(word, exponent, Double::sum));
        return of(product);
    }

    public Unit over(Unit other) {
        return times(other.power(-1));
    }

    /** This unit to a power, which may be a half. */
    public Unit power(double exponent) {
        Map<String, Double> power = new TreeMap<>();
        words.forEach((word, factor) -> power.put(word, factor * exponent));
        return of(power);
    }

    private static Unit of(Map<String, Double> words) {
        words.values().removeIf(exponent -> exponent == 0);
        return new Unit(Optional.empty(), words);
    }

    private Dimension dimension() {
        return Dimension.of(words);
    }

    /** The unit as it was written, or in the same notation if it was computed. */
    @Override
    public String toString() {
        return written.orElseGet(() -> text(words));
    }

    Map<String, Double> words() {
        return words;
    }

    /** A product of powers: {@code mS*mV/ms}. */
    private static String text(Map<String, Double> words) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        words.forEach((word, exponent) -> (exponent > 0 ? above : below).add(text(word, Math.abs(exponent))));
        String numerator = above.isEmpty() ? "1" : String.join("*", above);
        return below.isEmpty() ? numerator : numerator + "/" + String.join("/", below);
    }

    private static String text(String word, double exponent) {
        return exponent == 1 ? word : word + "^" + number(exponent);
    }

    /** A number without a fraction of zero: {@code 2}, {@code 1.5}. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }
}
