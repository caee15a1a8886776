package io.github.spikesweep.space;

import java.io.Serializable;

/**
 * One axis of a parameter space.
 *
 * @param name what the sweep file calls it, and the name of its column
 * @param values its values, by index
 * @param unit their unit, or empty
 * @param description what it is, or empty
 */
public record Axis(String name, Values values, String unit, String description) implements Serializable {

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

    /** The label at {@code index} of an axis over models, integrators or precisions. */
    public String label(long index) {
        return ((Labels) values).labels().get(Math.toIntExact(index));
    }

    /** Whether {@link #matching} can answer {@code condition}: it is on this axis and its literals are of its type. */
    public boolean answers(Condition condition) {
        return condition.column().equals(name)
                && condition.comparesWith(isNumeric() ? Literal.Real.class : Literal.Text.class);
    }

    /** The indices whose values satisfy {@code condition}. Values that rise or fall are searched, not listed. */
    public IndexRanges matching(Condition condition) {
        if (values instanceof Numbers numbers && numbers.trend() != Numbers.Trend.UNORDERED) {
            return condition.matching(size(), literal -> split(numbers, literal));
        }
        return IndexRanges.where(size(), index -> condition.accepts(literal(index)));
    }

    private Literal literal(long index) {
        return isNumeric() ? new Literal.Real(value(index)) : new Literal.Text(label(index));
    }

    private static Split split(Numbers numbers, Literal literal) {
        boolean rising = numbers.trend() == Numbers.Trend.RISING;
        long equalFrom = firstPast(numbers, literal, rising ? -1 : 1, 0);
        long equalTo = firstPast(numbers, literal, 0, equalFrom);
        IndexRanges head = IndexRanges.of(0, equalFrom);
        IndexRanges tail = IndexRanges.of(equalTo, numbers.size());
        return new Split(rising ? head : tail, IndexRanges.of(equalFrom, equalTo), rising ? tail : head);
    }

    /** The first index from {@code from} on whose value does not compare to the literal with {@code sign}. */
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
