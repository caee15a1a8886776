package io.github.spikesweep.space;

import java.util.Arrays;

/** Numbers as listed in the sweep file, in any order. */
public final class NumberList implements Numbers {
    private final double[] numbers;

    /** @param numbers at least one, all finite; copied */
    public NumberList(double... numbers) {
        if (numbers.length == 0 || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("at least one finite number is needed: " + Arrays.toString(numbers));
        }
        this.numbers = numbers.clone();
    }

    /** The first {@code count} numbers. */
    NumberList startingWith(long count) {
        return new NumberList(Arrays.copyOf(numbers, Math.toIntExact(count)));
    }

    @Override
    public long size() {
        return numbers.length;
    }

    @Override
    public double at(long index) {
        return numbers[Math.toIntExact(index)];
    }

    @Override
    public Trend trend() {
        return Trend.UNORDERED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberList list && Arrays.equals(numbers, list.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
