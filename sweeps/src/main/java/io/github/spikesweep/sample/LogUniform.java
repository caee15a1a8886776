package io.github.spikesweep.sample;

/**
 * The logarithm of the number is uniform: every order of magnitude between the ends is equally likely.
 *
 * @param low the lower end, above 0
 * @param high the upper end, above {@code low}
 */
public record LogUniform(double low, double high) implements Distribution {
    public LogUniform {
        if (!(low > 0) || !(low < high) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "the ends must be positive, finite and increasing: " + low + ", " + high);
        }
    }

    @Override
    public double quantile(double u) {
        if (u == 0) {
            return low;
        }
        double bottom = StrictMath.log(low);
        // Not computed as low times a factor, which may overflow.
        double value = StrictMath.exp(bottom + (StrictMath.log(high) - bottom) * u);
        return Math.max(low, Math.min(value, high));
    }
}
