package io.github.spikesweep.sweep.neuron;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.equation.reading.SourceMap;
import io.github.spikesweep.equation.reading.StimulusCheck;
import io.github.spikesweep.equation.reading.UserFunctions;
import io.github.spikesweep.unit.NumberWithUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number or an expression in a sweep file. */
public final class Formula {
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(\\.?(?:nan|inf|infinity))");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** What is left of {@code max(a, b)} where YAML splits at commas. */
    private static final Pattern CUT_CALL = Pattern.compile("[^)]*[a-z]\\([^)]*");

    /** {@code -65 -60}: two numbers, or a sum. */
    private static final Pattern NO_COMMA = Pattern.compile("[0-9.]\\s+[-+][0-9.]");

    private static final String QUOTE = "; inside { } and [ ] put quotes around an expression with commas";

    private Formula() {}

    /**
     * Parses the expression in {@code entry}.
     *
     * @param owner what the entry is, for messages
     * @param names the names it may use
     */
    public static Expression parse(Entry entry, String owner, Collection<String> names) {
        return parse(entry, owner, names, Map.of());
    }

    /**
     * The same, in which pulses and ramps must have the shape of one.
     *
     * @param known the values of names
     */
    public static Expression parse(Entry entry, String owner, Collection<String> names, Map<String, Double> known) {
        return parse(entry, owner, names, known, new SourceMap());
    }

    /**
     * The same, recording where its parts are.
     *
     * @param places receives the positions of the parts
     */
    public static Expression parse(
            Entry entry, String owner, Collection<String> names, Map<String, Double> known, SourceMap places) {
        Entry.Scalar scalar = scalar(entry, owner);
        Matcher notFinite = NOT_FINITE.matcher(scalar.text());
        if (notFinite.matches() && !names.contains(notFinite.group(1))) {
            throw new InputException(scalar.position(), owner + " must be finite, found " + scalar.shown());
        }
        if (names.isEmpty() && NAME.matcher(scalar.text()).matches()) {
            throw new InputException(scalar.position(), owner + " must be a number, found " + scalar.shown());
        }
        checkUnitless(scalar, owner, names, List.of());
        try {
            Position start = scalar.textStart();
            Expression expression = ExpressionParser.parse(scalar.text(), start, names, places, new UserFunctions());
            StimulusCheck.check(expression, known, places, start);
            return expression;
        } catch (InputException e) {
            boolean cut = !scalar.quoted() && CUT_CALL.matcher(scalar.text()).matches();
            throw cut ? new InputException(e.getMessage() + QUOTE) : e;
        }
    }

    /**
     * Refuses a number that is written with its unit.
     *
     * @param names words that are names of something else
     * @param units the units that the value has; none if that is not known
     */
    public static void checkUnitless(
            Entry.Scalar scalar, String owner, Collection<String> names, Collection<String> units) {
        NumberWithUnit.find(scalar.text())
                .filter(found -> !names.contains(found.unit()))
                .ifPresent(found -> {
                    String is = units.isEmpty() ? "" : " (it is in " + String.join(" or ", units) + ")";
                    boolean same = units.stream().allMatch(found::isIn);
                    throw new InputException(
                            scalar.position(),
                            owner + " must be a number without a unit" + is + ", found " + scalar.shown()
                                    + (same ? "; write " + found.number() : ""));
                });
    }

    /** Refuses an expression that YAML has cut at a comma, before the rest of it is taken for a key. */
    public static void checkWhole(Entry.Section section) {
        section.entries().forEach((key, entry) -> {
            if (entry instanceof Entry.Scalar scalar
                    && !scalar.quoted()
                    && CUT_CALL.matcher(scalar.text()).matches()) {
                throw new InputException(
                        scalar.position(), "'" + key + "' was cut at a comma, found " + scalar.shown() + QUOTE);
            }
        });
    }

    private static Entry.Scalar scalar(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar && !scalar.quoted() && Fields.isNothing(scalar)) {
            throw new InputException(
                    scalar.position(), owner + " needs a number or an expression, found " + scalar.shown());
        }
        return Fields.scalar(entry, owner);
    }

    /** The finite number in {@code entry}, which may be an expression without names such as {@code 1/3}. */
    public static double number(Entry entry, String owner) {
        if (entry instanceof Entry.Scalar scalar
                && NO_COMMA.matcher(scalar.text()).find()) {
            throw new InputException(
                    scalar.position(),
                    owner + " may be two without a comma, found " + scalar.shown()
                            + "; put a comma between them, or a blank after the sign of a sum");
        }
        return finite(parse(entry, owner, List.of()), entry, owner);
    }

    /** The value, which must be finite, of an expression without names. */
    public static double finite(Expression expression, Entry entry, String owner) {
        double value = Evaluator.evaluate(expression);
        if (!Double.isFinite(value)) {
            String found = Double.isNaN(value) ? "which is not a number" : "which is infinite";
            throw new InputException(
                    entry.position(), owner + " must be finite, found " + entry.shown() + ", " + found);
        }
        return value;
    }

    /** A number as people write it, to 15 digits. */
    public static String shown(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15);
        return plain ? decimal.toPlainString() : decimal.toString();
    }
}
