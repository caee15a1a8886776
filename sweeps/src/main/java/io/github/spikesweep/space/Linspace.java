package io.github.spikesweep.space;

/**
 * Evenly spaced numbers, both ends included and exact: the values of NumPy's {@code linspace}.
 *
 * @param first the value at index 0
 * @param last the value at the last index
 * @param size how many values
 */
public record Linspace(double first, double last, long size) implements Numbers {
    public Linspace {
        Spans.checkReached(first, last, size);
    }

    @Override
    public double at(long index) {
        if (index == size - 1) {
            return last;
        }
        double step = (last - first) / (size - 1);
        return Spans.clamp(first + index * step, first, last);
    }

    @Override
    public Trend trend() {
        return Spans.trend(first, last);
    }
}
