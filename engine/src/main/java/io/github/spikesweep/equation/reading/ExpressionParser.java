package io.github.spikesweep.equation.reading;

import io.github.spikesweep.document.Excerpt;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Functions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the text of an expression: numbers, names, {@code pi}, {@code + - * / ^}, comparisons, {@code in [a, b]}, {@code not},
 * {@code and}, {@code or}, unary minus, parentheses and the {@link Functions functions}. {@code ^} binds tighter than a minus
 * before it ({@code -x^2} is {@code -(x^2)}) and to the right; comparisons, of which {@code in} is one, bind less than arithmetic
 * and do not chain; {@code not}, {@code and} and {@code or} bind loosest, in this order.
 *
 * <p>The text is untrusted: length and depth are bounded, and every name must be a known one.
 */
public final class ExpressionParser {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 100;
    /**
     * Binary operators are parsed in a loop, but build a tree as deep as the expression is long, so their number is bounded
     * too.
     */
    private static final int MOST_OPERATIONS = 1_000;
    /** What to write instead of operators of other languages, by their first character. */
    private static final Map<Character, String> INSTEAD = Map.of(
            '=', "equality is '=='",
            '!', "write 'not x'",
            '&', "write 'x > 0 and y > 0'",
            '|', "write 'x > 0 or y > 0'",
            '?', "write 'where(condition, a, b)'",
            '%', "the remainder is 'mod(x, y)'",
            ',', "use a point for decimals",
            '\'', "names are written without quotes",
            '"', "names are written without quotes");

    private static final Map<String, String> INSTEAD_OF_WORDS = Map.of(
            "and", "write 'and'",
            "or", "write 'or'",
            "in", "write 'x in [1, 2]'",
            "between", "write 'x >= 1 and x <= 2'");

    private final String text;
    private final Position start;
    private final KnownNames names;
    private final SourceMap places;
    private final UserFunctions functions;
    private int at;
    private int depth;
    private int operations;

    private ExpressionParser(
            String text, Position start, Collection<String> names, SourceMap places, UserFunctions functions) {
        this.text = text;
        this.start = start;
        this.names = new KnownNames(names);
        this.places = places;
        this.functions = functions;
    }

    /**
     * Parses {@code text}.
     *
     * @param text the expression
     * @param start where the text starts, for messages
     * @param names the names it may use
     * @throws InputException with the position of what is wrong
     */
    public static Expression parse(String text, Position start, Collection<String> names) {
        return parse(text, start, names, new SourceMap(), new UserFunctions());
    }

    /**
     * Parses {@code text} and records the positions of its parts.
     *
     * @param places receives the positions of the parts, for mistakes that are found later
     * @param functions the functions that it may call besides those of the language
     */
    public static Expression parse(
            String text, Position start, Collection<String> names, SourceMap places, UserFunctions functions) {
        if (text.length() > LONGEST) {
            throw new InputException(
                    start,
                    "an expression of " + text.length() + " characters is longer than accepted (" + LONGEST + ")");
        }
        ExpressionParser parser = new ExpressionParser(text, start, names, places, functions);
        Expression expression = parser.binary(0);
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.fault("expected an operator or the end of the expression, found " + parser.shownHere());
        }
        return expression;
    }

    /** Operators of at least the given precedence, by precedence climbing. */
    private Expression binary(int precedence) {
        Expression left = unary();
        boolean compared = false;
        while (true) {
            if (isMembershipHere() && Operator.EQUAL.precedence() >= precedence) {
                checkUnchained(compared);
                compared = true;
                left = membership(left);
                continue;
            }
            Operator operator = operatorHere();
            if (operator == null || operator.precedence() < precedence) {
                return left;
            }
            checkUnchained(compared && operator.isComparison());
            compared = operator.isComparison();
            countOperation();
            int from = at;
            at += operator.symbol().length();
            boolean rightBinds = operator == Operator.POWER;
            Expression right = nested(() -> binary(rightBinds ? operator.precedence() : operator.precedence() + 1));
            left = located(new Expression.Operation(operator, left, right), from);
        }
    }

    private void checkUnchained(boolean chained) {
        if (chained) {
            throw fault("comparisons do not chain: write a < b and b < c for a < b < c");
        }
    }

    /** {@code x in [a, b]}, which is {@code x == a or x == b}, or {@code x not in [a, b]}. */
    private Expression membership(Expression left) {
        int from = at;
        boolean without = isWordHere("not");
        at += without ? "not".length() : 0;
        skipBlanks();
        at += "in".length();
        if (!isHere('[')) {
            throw fault("expected a list after 'in', such as x in [1, 2], found " + shownHere());
        }
        List<Expression> equalities = new ArrayList<>();
        do {
            at++; // '[' or ','
            countOperation();
            Expression item = nested(() -> binary(Operator.EQUAL.precedence() + 1));
            equalities.add(located(new Expression.Operation(Operator.EQUAL, left, item), from));
        } while (isHere(','));
        expect(']');
        Expression found = any(equalities, from);
        return without ? located(not(found), from) : found;
    }

    /** As a balanced tree, which stays flat. */
    private Expression any(List<Expression> alternatives, int from) {
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        int middle = alternatives.size() / 2;
        Expression first = any(alternatives.subList(0, middle), from);
        Expression second = any(alternatives.subList(middle, alternatives.size()), from);
        return located(new Expression.Operation(Operator.OR, first, second), from);
    }

    private static Expression not(Expression operand) {
        return new Expression.Operation(Operator.EQUAL, operand, new Expression.Literal(0));
    }

    private Expression unary() {
        skipBlanks();
        if (isWordHere("not")) {
            countOperation();
            int from = at;
            at += "not".length();
            Expression operand = nested(() -> binary(Operator.LESS.precedence()));
            return located(not(operand), from);
        }
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            boolean negative = text.charAt(at) == '-';
            countOperation();
            int from = at++;
            // Tighter than '*', looser than '^': -x^2 is -(x^2).
            Expression operand = nested(() -> binary(Operator.POWER.precedence()));
            return negative ? located(negate(operand), from) : operand;
        }
        return primary();
    }

    private static Expression negate(Expression operand) {
        return operand instanceof Expression.Literal literal
                ? new Expression.Literal(-literal.value())
                : new Expression.Negation(operand);
    }

    private Expression primary() {
        skipBlanks();
        if (at >= text.length()) {
            throw fault("expected a number, a name or '(', found the end of the expression");
        }
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            Expression inner = nested(() -> binary(0));
            expect(')');
            return inner;
        }
        if (isDigit(c) || c == '.') {
            return number();
        }
        if (isLetter(c)) {
            return nameOrCall();
        }
        throw fault("expected a number, a name or '(', found " + shownHere());
    }

    private Expression number() {
        int from = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            skipDigits();
        }
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++; // "3x": reported as a whole, as an invalid number
        }
        String number = text.substring(from, at);
        try {
            if (isLetter(number.charAt(number.length() - 1))) {
                throw new NumberFormatException(number); // Java would accept 3d and 3f
            }
            double value = Double.parseDouble(number);
            if (Double.isInfinite(value)) {
                throw fault(from, "the number " + Excerpt.of(number) + " is too large; at most 1.8e308 is accepted");
            }
            return located(new Expression.Literal(value), from);
        } catch (NumberFormatException e) {
            throw fault(from, "'" + Excerpt.of(number) + "' is not a number, such as 12, 0.5 or 1e-3");
        }
    }

    private Expression nameOrCall() {
        int from = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        // The quantities of a circuit have names of several parts: a.gna.
        while (at + 1 < text.length() && text.charAt(at) == '.' && isLetter(text.charAt(at + 1))) {
            at += 1 + wordAt(at + 1).length();
        }
        String name = text.substring(from, at);
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '(') {
            return call(name, from);
        }
        if (!names.contains(name) && name.equals("pi")) {
            return located(new Expression.Literal(Math.PI), from);
        }
        if (!names.contains(name)) {
            throw fault(from, "unknown name '" + Excerpt.of(name) + "'" + hint(name));
        }
        return located(new Expression.Name(name), from);
    }

    private String hint(String name) {
        if (Functions.find(name).isPresent() || functions.arity(name).isPresent()) {
            return "; a function is called with '('";
        }
        return names.isEmpty() ? "; only numbers are accepted here" : names.hint(name);
    }

    private Expression call(String name, int from) {
        Optional<Function> function = Functions.find(name);
        Optional<Integer> known =
                functions.arity(name).or(() -> function.map(f -> f.signature().arity()));
        int arity = known.orElseThrow(
                () -> fault(from, "unknown function '" + Excerpt.of(name) + "'" + functionHint(name)));
        countOperation();
        List<Expression> arguments = arguments(arity);
        if (arguments.size() != arity && (at >= text.length() || isHere(',') || isHere(')'))) {
            String wanted = arity == 1 ? "1 argument" : arity + " arguments";
            throw fault(from, name + " takes " + wanted + ", found " + arguments.size());
        }
        expect(')');
        Expression called = functions.arity(name).isPresent()
                ? functions.call(name, arguments, start.plus(from))
                : new Expression.Call(function.orElseThrow(), arguments);
        return located(called, from);
    }

    private String functionHint(String name) {
        List<String> labels = new ArrayList<>(functions.names());
        labels.addAll(Functions.labels());
        return new KnownNames(labels).hint(name);
    }

    /** The arguments; if there are too many, one more than accepted. */
    private List<Expression> arguments(int accepted) {
        List<Expression> arguments = new ArrayList<>();
        at++; // '('
        if (isHere(')')) {
            return arguments;
        }
        arguments.add(nested(() -> binary(0)));
        while (isHere(',') && arguments.size() <= accepted) {
            at++;
            arguments.add(nested(() -> binary(0)));
        }
        return arguments;
    }

    private Expression located(Expression expression, int from) {
        places.put(expression, start.plus(from));
        return expression;
    }

    private Expression nested(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw fault("nested deeper than accepted (" + DEEPEST + ")");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private void countOperation() {
        if (++operations > MOST_OPERATIONS) {
            throw fault("more operations than accepted in one expression (" + MOST_OPERATIONS + ")");
        }
    }

    /** The longest operator at this position, or null. */
    private Operator operatorHere() {
        skipBlanks();
        Operator found = null;
        for (Operator operator : Operator.values()) {
            boolean longer =
                    found == null || operator.symbol().length() > found.symbol().length();
            boolean here = operator.isWord() ? isWordHere(operator.symbol()) : text.startsWith(operator.symbol(), at);
            if (longer && here) {
                found = operator;
            }
        }
        return found;
    }

    /** Whether {@code in} or {@code not in} is next. */
    private boolean isMembershipHere() {
        skipBlanks();
        if (!isWordHere("not")) {
            return isWordHere("in");
        }
        int next = at + "not".length();
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return isWordAt(next, "in");
    }

    private boolean isWordHere(String word) {
        return isWordAt(at, word);
    }

    /** Whether this word is there, and not a longer name that begins with it. */
    private boolean isWordAt(int place, String word) {
        int end = place + word.length();
        return text.startsWith(word, place)
                && (end == text.length() || !(isLetter(text.charAt(end)) || isDigit(text.charAt(end))));
    }

    private boolean isHere(char wanted) {
        skipBlanks();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void expect(char wanted) {
        if (!isHere(wanted)) {
            throw fault("expected '" + wanted + "', found " + shownHere());
        }
        at++;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private String shownHere() {
        if (at >= text.length()) {
            return "the end of the expression";
        }
        int codePoint = text.codePointAt(at);
        if (Character.isISOControl(codePoint)) {
            return String.format("the control character U+%04X", codePoint);
        }
        Optional<String> type = LookAlikes.of(codePoint);
        if (type.isPresent()) {
            return type.get();
        }
        String found = isLetter(text.charAt(at)) ? wordHere() : Character.toString(codePoint);
        String instead = instead();
        return "'" + Excerpt.of(found) + "'" + (instead == null ? "" : "; " + instead);
    }

    private String wordHere() {
        return wordAt(at);
    }

    private String wordAt(int place) {
        int end = place;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return text.substring(place, end);
    }

    /** What to write instead of what is here, if it is of another language; or null. */
    private String instead() {
        if (text.startsWith("**", at - 1)) {
            return "a power is written '^'";
        }
        if (text.startsWith("<>", at - 1)) {
            return "inequality is '!='";
        }
        String word = wordHere().toLowerCase(Locale.ROOT);
        return word.isEmpty() ? INSTEAD.get(text.charAt(at)) : INSTEAD_OF_WORDS.get(word);
    }

    private InputException fault(String message) {
        return fault(at, message);
    }

    private InputException fault(int where, String message) {
        return new InputException(start.plus(where), message);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
