package io.github.spikesweep.sample;

/**
 * All numbers between two ends are equally likely.
 *
 * @param low the lower end
 * @param high the upper end, above {@code low}; their distance is finite
 */
public record Uniform(double low, double high) implements Distribution {
    public Uniform {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(high - low) || low >= high) {
            throw new IllegalArgumentException(
                    "the ends and their distance must be finite, the ends increasing: " + low + ", " + high);
        }
    }

    @Override
    public double quantile(double u) {
        return Math.min(low + (high - low) * u, high);
    }
}
