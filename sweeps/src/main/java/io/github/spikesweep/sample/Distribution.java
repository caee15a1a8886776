package io.github.spikesweep.sample;

import java.io.Serializable;

/** A distribution of the numbers of an axis. Its quantiles have the same bits on every machine. */
public sealed interface Distribution extends Serializable permits Uniform, LogUniform, Normal {
    /**
     * The value, always finite, below which a number of this distribution lies with probability {@code u}.
     *
     * @param u from 0, below 1
     */
    double quantile(double u);
}
