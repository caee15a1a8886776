package io.github.spikesweep.space;

import java.io.Serializable;

/**
 * One axis of a parameter space.
 *
 * @param name its name in the sweep file, and the name of its column
 * @param values its values, by index
 * @param label its name in pictures, or empty
 * @param unit their unit, or empty
 * @param description what it is, or empty
 */
public record Axis(String name, Values values, String label, String unit, String description) implements Serializable {

    /**
     * Unordered values are tested one by one in advance; if there are more than this many, rows are tested as they are read.
     */
    private static final long MOST_TESTED = 100_000;

    /** How many values it has, at least one. */
    public long size() {
        return values.size();
    }

    /** Whether its values are numbers; otherwise they are labels. */
    public boolean isNumeric() {
        return values instanceof Numbers;
    }

    /** The number at {@code index} of a numeric axis. */
    public double value(long index) {
        return ((Numbers) values).at(index);
    }

    /** The name at {@code index} of an axis over models, integrators or precisions. */
    public String name(long index) {
        return ((Labels) values).at(index);
    }

    /** Whether {@code condition} is on this axis and its literals are of its type. */
    public boolean knows(Condition condition) {
        return condition.column().equals(name)
                && condition.comparesWith(isNumeric() ? Literal.Real.class : Literal.Text.class);
    }

    /** Whether {@link #matching} can answer {@code condition}, which must be known, without testing too many values. */
    public boolean answers(Condition condition) {
        return knows(condition) && (isSorted() || size() <= MOST_TESTED);
    }

    /** Whether the value at {@code index} satisfies {@code condition}, which must be known. */
    public boolean accepts(Condition condition, long index) {
        return condition.accepts(literal(index));
    }

    /**
     * The indices whose values satisfy {@code condition}. In increasing or decreasing values they are found by binary search.
     */
    public IndexRanges matching(Condition condition) {
        if (isSorted()) {
            return condition.matching(size(), literal -> split((Numbers) values, literal));
        }
        return IndexRanges.where(size(), index -> accepts(condition, index));
    }

    private boolean isSorted() {
        return values instanceof Numbers numbers && numbers.trend() != Numbers.Trend.UNORDERED;
    }

    private Literal literal(long index) {
        return isNumeric() ? new Literal.Real(value(index)) : new Literal.Text(name(index));
    }

    private static Split split(Numbers numbers, Literal literal) {
        boolean rising = numbers.trend() == Numbers.Trend.RISING;
        long equalFrom = firstPast(numbers, literal, rising ? -1 : 1, 0);
        long equalTo = firstPast(numbers, literal, 0, equalFrom);
        IndexRanges head = IndexRanges.of(0, equalFrom);
        IndexRanges tail = IndexRanges.of(equalTo, numbers.size());
        return new Split(rising ? head : tail, IndexRanges.of(equalFrom, equalTo), rising ? tail : head);
    }

    /** The first index, at least {@code from}, whose value does not compare to the literal with {@code sign}. */
    private static long firstPast(Numbers numbers, Literal literal, int sign, long from) {
        long low = from;
        long high = numbers.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (Literal.compare(new Literal.Real(numbers.at(middle)), literal) == sign) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
