package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;

/**
 * A sequence shifted by a random constant, modulo 1 (Cranley &amp; Patterson 1976, SIAM J. Numer. Anal. 13:904–914): it remains
 * as evenly spread, and each of its points is uniformly distributed. None is 0.
 *
 * @param sequence the sequence to shift
 * @param seed chosen by the user; another seed gives another shift
 * @param stream distinguishes axes with the same seed, see {@link Streams}
 */
public record Rotated(UnitSequence sequence, long seed, long stream) implements UnitSequence {
    /** Replaces 0, for which not every distribution has a quantile. */
    private static final double LEAST = 0x1p-54;

    @Override
    public double at(long index) {
        double sum = sequence.at(index) + NoiseKey.unit(NoiseKey.bits(NoiseKey.of(seed, stream), 0));
        return Math.max(sum < 1 ? sum : sum - 1, LEAST);
    }
}
