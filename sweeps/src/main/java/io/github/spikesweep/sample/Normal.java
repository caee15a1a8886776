package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NormalDeviate;

/**
 * The normal distribution. It has no quantile at 0, where it is infinite.
 *
 * @param mean the mean
 * @param deviation the standard deviation, above 0
 */
public record Normal(double mean, double deviation) implements Distribution {
    /** The quantiles of all doubles are closer to the mean than this many standard deviations. */
    public static final double FARTHEST = 39;

    public Normal {
        if (!(deviation > 0) || !Double.isFinite(Math.abs(mean) + deviation * FARTHEST)) {
            throw new IllegalArgumentException(
                    "mean and quantiles must be finite, the deviation positive: " + mean + ", " + deviation);
        }
    }

    /** @throws IllegalArgumentException if {@code u} is 0 */
    @Override
    public double quantile(double u) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException("a normal distribution has quantiles between 0 and 1 only: " + u);
        }
        return mean + deviation * NormalDeviate.quantile(u);
    }
}
