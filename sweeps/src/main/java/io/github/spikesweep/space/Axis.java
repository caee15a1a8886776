package io.github.spikesweep.space;

import io.github.spikesweep.equation.DecimalText;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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

    /**
     * That no value is {@code number}, and what the nearest ones are; nothing if one is, if the axis has no numbers, or too many
     * to look through.
     */
    public Optional<String> miss(double number) {
        if (!isNumeric() || !Double.isFinite(number) || !(isSorted() || size() <= MOST_TESTED)) {
            return Optional.empty();
        }
        TreeSet<Double> candidates = near(new Literal.Real(number))
                .mapToDouble(index -> value(index) + 0.0) // no -0.0, which sets tell from 0.0
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        double wanted = number + 0.0;
        if (candidates.contains(wanted)) {
            return Optional.empty();
        }
        String nearest = Stream.of(candidates.floor(wanted), candidates.ceiling(wanted))
                .filter(Objects::nonNull)
                .map(DecimalText::of)
                .collect(Collectors.joining(" and "));
        return Optional.of("no value of '%s' is %s; nearest: %s".formatted(name, DecimalText.of(wanted), nearest));
    }

    /** The indices among which are those of the values next to a literal. */
    private LongStream near(Literal literal) {
        if (!isSorted()) {
            return LongStream.range(0, size());
        }
        Numbers numbers = (Numbers) values;
        long at = firstPast(numbers, literal, numbers.trend() == Numbers.Trend.RISING ? -1 : 1, 0);
        return LongStream.rangeClosed(Math.max(0, at - 1), Math.min(at, size() - 1));
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
