package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.NoiseKey;

/**
 * A sequence shifted by a random constant, modulo 1 (Cranley &amp; Patterson 1976, SIAM J. Numer. Anal. 13:904–914): as evenly
 * spread as it was, every point of it uniform. None is 0.
 *
 * @param sequence what is shifted
 * @param seed what the user chooses; another seed gives another shift
 * @param stream what tells the axes of one seed apart, see {@link Streams}
 */
public record Rotated(UnitSequence sequence, long seed, long stream) implements UnitSequence {
    /** Stands for 0, which not every distribution has a quantile of. */
    private static final double LEAST = 0x1p-54;

    @Override
    public double at(long index) {
        double sum = sequence.at(index) + NoiseKey.unit(NoiseKey.bits(NoiseKey.of(seed, stream), 0));
        return Math.max(sum < 1 ? sum : sum - 1, LEAST);
    }
}
