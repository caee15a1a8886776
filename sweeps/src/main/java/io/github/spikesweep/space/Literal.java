package io.github.spikesweep.space;

import java.io.Serializable;

/** A value that a condition compares a column with. Each column has literals of one kind. */
public sealed interface Literal extends Serializable {
    /** A double represents every integer up to this one. */
    long EXACT = 1L << 53;

    /** A whole number, for the column {@code id}. */
    record Whole(long value) implements Literal {}

    /** A number, for a numeric axis. */
    record Real(double value) implements Literal {
        public Real {
            value = value == 0 ? 0.0 : value; // -0.0 and 0.0 are equal, as members of a set too
        }
    }

    /** A text, for an axis of labels. */
    record Text(String value) implements Literal {}

    /**
     * The literal for a value as SQL engines pass it: of an integer type, float, double, or text.
     *
     * @param column the column that it is compared with
     * @throws IllegalArgumentException if it is of another type
     */
    static Literal of(String column, Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            long whole = ((Number) value).longValue();
            boolean exact = -EXACT <= whole && whole <= EXACT;
            return exact && !column.equals(ParameterSpace.ID) ? new Real(whole) : new Whole(whole);
        }
        if (value instanceof Double || value instanceof Float) {
            return new Real(((Number) value).doubleValue());
        }
        if (value instanceof String text) {
            return new Text(text);
        }
        throw new IllegalArgumentException("neither a number nor a text: " + value);
    }

    /**
     * The sign of {@code value} compared with {@code literal}, both of one kind, in the order of SQL: NaN above every number.
     */
    static int compare(Literal value, Literal literal) {
        if (value instanceof Whole whole) {
            return Long.compare(whole.value(), ((Whole) literal).value());
        }
        if (value instanceof Real real) {
            return Double.compare(real.value(), ((Real) literal).value());
        }
        return ((Text) value).value().compareTo(((Text) literal).value());
    }
}
