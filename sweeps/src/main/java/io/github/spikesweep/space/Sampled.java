package io.github.spikesweep.space;

import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.UnitSequence;

/**
 * Numbers drawn from a distribution.
 *
 * @param sequence numbers in [0, 1) by index
 * @param distribution the distribution, whose quantiles at these numbers are the values
 * @param size how many values, from 1 to {@link Numbers#MOST}
 */
public record Sampled(UnitSequence sequence, Distribution distribution, long size) implements Numbers {
    public Sampled {
        if (size < 1 || size > Numbers.MOST) {
            throw new IllegalArgumentException("an axis has from 1 to " + Numbers.MOST + " values: " + size);
        }
    }

    @Override
    public double at(long index) {
        return distribution.quantile(sequence.at(index));
    }

    @Override
    public Trend trend() {
        return Trend.UNORDERED;
    }
}
