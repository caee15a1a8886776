package io.github.spikesweep.equation;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the text of an expression: numbers, names, {@code + - * / ^}, unary minus, parentheses and the {@link Function
 * functions}. {@code ^} binds tighter than a minus before it ({@code -x^2} is {@code -(x^2)}) and to the right.
 *
 * <p>The text is untrusted: length and depth are bounded, and every name must be a known one.
 */
public final class ExpressionParser {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 100;
    /** Parsing binary operators loops; what it builds is as deep as it is long, so the count is bounded too. */
    private static final int MOST_OPERATIONS = 1_000;

    private final String text;
    private final Position start;
    private final KnownNames names;
    private int at;
    private int depth;
    private int operations;

    private ExpressionParser(String text, Position start, Collection<String> names) {
        this.text = text;
        this.start = start;
        this.names = new KnownNames(names);
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
        if (text.length() > LONGEST) {
            throw new InputException(
                    start,
                    "an expression of " + text.length() + " characters is longer than accepted (" + LONGEST + ")");
        }
        ExpressionParser parser = new ExpressionParser(text, start, names);
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
        while (true) {
            Operator operator = operatorHere();
            if (operator == null || operator.precedence() < precedence) {
                return left;
            }
            countOperation();
            at++;
            boolean rightBinds = operator == Operator.POWER;
            Expression right = nested(() -> binary(rightBinds ? operator.precedence() : operator.precedence() + 1));
            left = new Expression.Operation(operator, left, right);
        }
    }

    private Expression unary() {
        skipBlanks();
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            boolean negative = text.charAt(at) == '-';
            countOperation();
            at++;
            // Tighter than '*', looser than '^': -x^2 is -(x^2).
            Expression operand = nested(() -> binary(Operator.POWER.precedence()));
            return negative ? negate(operand) : operand;
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
            at++; // "3x": reported whole, as no number
        }
        String number = text.substring(from, at);
        try {
            if (isLetter(number.charAt(number.length() - 1))) {
                throw new NumberFormatException(number); // Java would accept 3d and 3f
            }
            double value = Double.parseDouble(number);
            if (Double.isInfinite(value)) {
                throw fault(from, "the number " + number + " is too large");
            }
            return new Expression.Literal(value);
        } catch (NumberFormatException e) {
            throw fault(from, "'" + number + "' is not a number");
        }
    }

    private Expression nameOrCall() {
        int from = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        String name = text.substring(from, at);
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '(') {
            return call(name, from);
        }
        if (!names.contains(name)) {
            String hint = Function.find(name).isPresent() ? "; a function is called with '('" : names.hint(name);
            throw fault(from, "unknown name '" + name + "'" + hint);
        }
        return new Expression.Name(name);
    }

    private Expression call(String name, int from) {
        Function function = Function.find(name)
                .orElseThrow(() ->
                        fault(from, "unknown function '" + name + "'" + new KnownNames(Function.labels()).hint(name)));
        countOperation();
        List<Expression> arguments = new ArrayList<>();
        do {
            at++; // '(' or ','
            arguments.add(nested(() -> binary(0)));
            skipBlanks();
        } while (at < text.length() && text.charAt(at) == ',' && arguments.size() <= function.arity());
        if (arguments.size() != function.arity()) {
            String wanted = function.arity() == 1 ? "1 argument" : function.arity() + " arguments";
            throw fault(from, function.label() + " takes " + wanted + ", found " + arguments.size());
        }
        expect(')');
        return new Expression.Call(function, arguments);
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

    private Operator operatorHere() {
        skipBlanks();
        if (at < text.length()) {
            for (Operator operator : Operator.values()) {
                if (operator.symbol() == text.charAt(at)) {
                    return operator;
                }
            }
        }
        return null;
    }

    private void expect(char wanted) {
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != wanted) {
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
        return Character.isISOControl(codePoint)
                ? String.format("the control character U+%04X", codePoint)
                : "'" + Character.toString(codePoint) + "'";
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
