package io.github.spikesweep.space;

/**
 * Numbers evenly spaced in their logarithm, both ends included and exact. Powers of ten are exact.
 *
 * @param first the value at index 0, positive
 * @param last the value at the last index, positive
 * @param size how many values
 */
public record Logspace(double first, double last, long size) implements Numbers {
    public Logspace {
        Spans.checkReached(first, last, size);
        if (!(first > 0 && last > 0)) {
            throw new IllegalArgumentException("the ends of a logspace must be positive: " + first + ", " + last);
        }
    }

    @Override
    public double at(long index) {
        if (index == 0 || index == size - 1) {
            return index == 0 ? first : last;
        }
        double exponent = StrictMath.log10(first);
        double step = (StrictMath.log10(last) - exponent) / (size - 1);
        return Spans.clamp(StrictMath.pow(10, exponent + index * step), first, last);
    }

    @Override
    public Trend trend() {
        return Spans.trend(first, last);
    }
}
