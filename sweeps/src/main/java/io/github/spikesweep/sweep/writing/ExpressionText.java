package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.equation.Expression;

/** Expressions as text that is the same for equal expressions, on every machine, and differs for others. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression expression) {
        StringBuilder text = new StringBuilder();
        append(expression, text);
        return text.toString();
    }

    private static void append(Expression expression, StringBuilder text) {
        if (expression instanceof Expression.Literal literal) {
            text.append(Double.toHexString(literal.value()));
        } else if (expression instanceof Expression.Name name) {
            text.append(name.name());
        } else if (expression instanceof Expression.Negation negation) {
            text.append("(-");
            append(negation.operand(), text);
            text.append(')');
        } else if (expression instanceof Expression.Operation operation) {
            text.append('(');
            append(operation.left(), text);
            text.append(operation.operator().symbol());
            append(operation.right(), text);
            text.append(')');
        } else if (expression instanceof Expression.Call call) {
            text.append(call.function().signature().label()).append('(');
            for (Expression argument : call.arguments()) {
                append(argument, text);
                text.append(';');
            }
            text.append(')');
        }
    }
}
