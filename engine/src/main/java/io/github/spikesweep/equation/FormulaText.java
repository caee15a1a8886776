package io.github.spikesweep.equation;

import java.util.function.UnaryOperator;

/**
 * Writes expressions as people do, with no more parentheses than needed. The {@linkplain io.github.spikesweep.equation.reading.ExpressionParser parser} reads the
 * text back as the same expression, provided it accepts the length.
 */
public final class FormulaText {
    /** A minus binds between {@code *} and {@code ^}, before numbers too. */
    private static final int MINUS = 5;

    private static final int PRIMARY = 7;

    private final UnaryOperator<Expression> shown;
    private final StringBuilder text = new StringBuilder();

    private FormulaText(UnaryOperator<Expression> shown) {
        this.shown = shown;
    }

    public static String of(Expression expression) {
        return of(expression, UnaryOperator.identity());
    }

    /**
     * The text of {@code expression}.
     *
     * @param shown the replacement of each part; it is called for a part before the parts within it
     */
    public static String of(Expression expression, UnaryOperator<Expression> shown) {
        FormulaText formula = new FormulaText(shown);
        formula.append(expression, 0);
        return formula.text.toString();
    }

    /** @param least in parentheses if it binds less than this */
    private void append(Expression part, int least) {
        Expression expression = shown.apply(part);
        boolean enclosed = precedence(expression) < least;
        text.append(enclosed ? "(" : "");
        if (expression instanceof Expression.Literal literal) {
            text.append(DecimalText.of(literal.value()));
        } else if (expression instanceof Expression.Name name) {
            text.append(name.name());
        } else if (expression instanceof Expression.Negation negation) {
            text.append('-');
            append(negation.operand(), MINUS);
        } else if (expression instanceof Expression.Operation operation) {
            append(operation);
        } else if (expression instanceof Expression.Call call) {
            append(call);
        }
        text.append(enclosed ? ")" : "");
    }

    private void append(Expression.Operation operation) {
        Operator operator = operation.operator();
        int precedence = operator.precedence();
        if (operator == Operator.POWER) {
            append(operation.left(), PRIMARY);
            text.append(operator.symbol());
            append(operation.right(), MINUS);
            return;
        }
        append(operation.left(), operator.isComparison() ? precedence + 1 : precedence);
        text.append(' ').append(operator.symbol()).append(' ');
        append(operation.right(), precedence + 1);
    }

    private void append(Expression.Call call) {
        text.append(call.function().signature().label()).append('(');
        String separator = "";
        for (Expression argument : call.arguments()) {
            text.append(separator);
            append(argument, 0);
            separator = ", ";
        }
        text.append(')');
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Expression.Operation operation) {
            return operation.operator().precedence();
        }
        boolean minus = expression instanceof Expression.Negation
                || (expression instanceof Expression.Literal literal && Math.copySign(1, literal.value()) < 0);
        return minus ? MINUS : PRIMARY;
    }
}
