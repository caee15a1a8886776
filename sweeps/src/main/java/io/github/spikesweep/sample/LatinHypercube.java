package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.util.Objects;

/**
 * One axis of a Latin hypercube (McKay, Beckman &amp; Conover 1979, Technometrics 21:239–245): [0, 1) is divided into as many
 * strata of equal width as there are points, and each contains one point, at a random position. The strata are taken in random
 * order. Axes of one hypercube have the same seed and size, and different streams.
 *
 * @param seed chosen by the user; another seed gives another hypercube
 * @param stream distinguishes the axes of a hypercube, see {@link Streams}
 * @param size how many points and strata, from 1 to {@link #MOST_POINTS}
 */
public record LatinHypercube(long seed, long stream, long size) implements UnitSequence {
    /** Up to this number every stratum contains several doubles. */
    public static final long MOST_POINTS = 1_000_000_000_000_000L;

    /** Different from the counters from 0 on, which are used to order the strata. */
    private static final long JITTER = -1;

    public LatinHypercube {
        if (size < 1 || size > MOST_POINTS) {
            throw new IllegalArgumentException("a Latin hypercube has from 1 to " + MOST_POINTS + " points: " + size);
        }
    }

    /** There is exactly one number in each [k / size, (k + 1) / size), compared exactly. */
    @Override
    public double at(long index) {
        Objects.checkIndex(index, size);
        long key = NoiseKey.of(seed, stream);
        long stratum = new KeyedPermutation(key, size).at(index);
        double jitter = NoiseKey.unit(NoiseKey.bits(NoiseKey.of(key, JITTER), index));
        return within((double) stratum, (double) size, (stratum + jitter) / size);
    }

    /** {@code value}, or its neighbour in the stratum if rounding has moved it out by less than one unit in the last place. */
    private static double within(double stratum, double strata, double value) {
        // A fused multiply-add has the sign of the exact result.
        if (Math.fma(value, strata, -stratum) < 0) {
            return Math.nextUp(value);
        }
        return Math.fma(value, strata, -(stratum + 1)) < 0 ? value : Math.nextDown(value);
    }
}
