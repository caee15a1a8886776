package io.github.spikesweep.sweep.refine;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.sweep.FeatureCondition;
import io.github.spikesweep.sweep.output.RowStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers the classes of rows as they are met: rows are of one class if the expression has the same value, or is unknown in both.
 * Those that diverged are a class of their own.
 */
public final class RowClasses {
    private static final double UNKNOWN = Double.NaN;

    private final Expression by;
    private final Map<Object, Integer> numbers = new HashMap<>();

    /** @param by what tells classes apart; a text is compared only as a whole, so its column stands alone */
    public RowClasses(Expression by) {
        this.by = by;
    }

    /** The same by the text of an expression over columns. */
    public static RowClasses read(String by, Collection<String> columns) {
        return new RowClasses(ExpressionParser.parse(by, Position.startOf("refine"), columns));
    }

    /** The names of the columns that it uses. */
    public Collection<String> columns() {
        return by.names();
    }

    /** The number of the class of rows that diverged. */
    public int diverged() {
        return number(RowStatus.DIVERGED.label());
    }

    /**
     * The number of the class of a row that did not diverge.
     *
     * @param values by the names of columns: a {@code Double}, NaN if there is none, or a {@code String}
     */
    public int of(Function<String, Object> values) {
        if (by instanceof Expression.Name name && values.apply(name.name()) instanceof String text) {
            return number("= " + text);
        }
        double value = FeatureCondition.value(by, name -> (Double) values.apply(name));
        return number(Double.isNaN(value) ? UNKNOWN : value + 0.0); // 0 for -0
    }

    private int number(Object value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
