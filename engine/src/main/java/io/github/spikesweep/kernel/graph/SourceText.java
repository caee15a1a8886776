package io.github.spikesweep.kernel.graph;

import io.github.spikesweep.kernel.Precision;
import java.util.List;
import java.util.function.Function;

/** Source of a language like C as it is written: lines, blocks, and values as expressions in one precision. */
public abstract class SourceText {
    private final Precision precision;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    protected SourceText(Precision precision) {
        this.precision = precision;
    }

    /** The primitive type of the precision. */
    public final String real() {
        return precision.label();
    }

    /** The primitive type in which a value is computed. */
    public final String type(Value value) {
        return value.inDouble() ? Precision.DOUBLE.label() : real();
    }

    public final void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    public final void open(String head) {
        line(head + " {");
        depth++;
    }

    public final void close() {
        depth--;
        line("}");
    }

    /**
     * One operation as an expression.
     *
     * @param names how to refer to an argument that is no constant
     */
    public final String expression(Value value, Function<Value, String> names) {
        List<String> x = operands(value, names);
        return switch (value.operation()) {
            case CONSTANT -> literal(value, value.constant());
            case ROUND -> "(" + real() + ") " + x.get(0);
            case WIDEN -> "(" + Precision.DOUBLE.label() + ") " + x.get(0);
            case SYMBOL -> throw new IllegalArgumentException(value.name() + " is not an operation");
            case ADD -> x.get(0) + " + " + x.get(1);
            case SUBTRACT -> x.get(0) + " - " + x.get(1);
            case MULTIPLY -> x.get(0) + " * " + x.get(1);
            case DIVIDE -> x.get(0) + " / " + x.get(1);
            case NEGATE -> "-" + x.get(0);
            case SELECT -> x.get(0) + " != 0 ? " + x.get(1) + " : " + x.get(2);
            case ABS, FMA, MIN, MAX, SQRT, FLOOR, CALL, PARTIAL_CALL -> call(value, x);
        };
    }

    /** An operation that is a function of the language, or one of ours. */
    protected abstract String call(Value value, List<String> arguments);

    protected final List<String> operands(Value value, Function<Value, String> names) {
        return value.arguments().stream()
                .map(argument -> argument.isConstant() ? literal(value, argument.constant()) : names.apply(argument))
                .toList();
    }

    protected final String literal(Value user, double value) {
        return user.inDouble() ? number(value) : literal(value);
    }

    /** A number as a literal of type double. */
    public final String number(double value) {
        return "(" + (Double.isFinite(value) ? Double.toString(value) : special(value, Precision.DOUBLE)) + ")";
    }

    /** A number in the precision of the kernel. */
    public final String literal(double value) {
        if (precision == Precision.FLOAT) {
            float nearest = (float) value;
            return "(" + (Float.isFinite(nearest) ? nearest + "f" : special(nearest, precision)) + ")";
        }
        return number(value);
    }

    /** What is no finite number, in that precision. */
    protected abstract String special(double value, Precision in);

    @Override
    public final String toString() {
        return text.toString();
    }
}
