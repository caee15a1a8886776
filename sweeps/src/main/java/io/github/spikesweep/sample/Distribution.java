package io.github.spikesweep.sample;

import java.io.Serializable;

/** A distribution of the numbers of an axis. Its quantiles are bit-identical on every machine. */
public sealed interface Distribution extends Serializable permits Uniform, LogUniform, Normal {
    /**
     * The quantile at {@code u}: a number of this distribution is below it with that probability. Always finite.
     *
     * @param u from 0 to 1; a {@link Normal} distribution has no quantiles at these two
     */
    double quantile(double u);
}
