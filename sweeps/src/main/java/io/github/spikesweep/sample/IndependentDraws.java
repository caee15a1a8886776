package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.Objects;

/**
 * Uniform numbers that are independent of each other. None of them is 0.
 *
 * @param seed chosen by the user; another seed gives other numbers
 * @param stream distinguishes sequences with the same seed, see {@link Streams}
 */
public record IndependentDraws(long seed, long stream) implements UnitSequence {
    @Override
    public double at(long index) {
        Objects.checkIndex(index, Long.MAX_VALUE);
        return NoiseKey.unit(NoiseKey.bits(NoiseKey.of(seed, stream), index));
    }
}
