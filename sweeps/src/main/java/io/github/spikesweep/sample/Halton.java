package io.github.spikesweep.sample;

import java.util.Arrays;
import java.util.Objects;
import org.hipparchus.random.HaltonSequenceGenerator;

/**
 * One dimension of Halton's sequence (Halton 1960, Numer. Math. 2:84–90), not scrambled: the digits of the index, mirrored at
 * the radix point. These are the points of SciPy's {@code qmc.Halton(scramble=False)}; the first is 0.
 *
 * @param base the base of the digits, one of the first {@link #MOST_DIMENSIONS} primes
 * @param skip how many points of the whole sequence come before index 0, below {@link #MOST_POINTS}
 */
public record Halton(int base, long skip) implements UnitSequence {
    /** The number of dimensions. With larger bases, the first points of two dimensions lie on a few lines. */
    public static final int MOST_DIMENSIONS = 40;

    /** The number of points, including skipped ones. */
    public static final long MOST_POINTS = Integer.MAX_VALUE;

    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
        109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173
    };

    public Halton {
        if (Arrays.binarySearch(PRIMES, base) < 0) {
            throw new IllegalArgumentException("a base is one of the first " + MOST_DIMENSIONS + " primes: " + base);
        }
        if (skip < 0 || skip >= MOST_POINTS) {
            throw new IllegalArgumentException("Halton's sequence has " + MOST_POINTS + " points, skipped: " + skip);
        }
    }

    /**
     * A dimension, without its first points.
     *
     * @param dimension from 0, below {@link #MOST_DIMENSIONS}
     * @param skip how many points of the whole sequence come before index 0, below {@link #MOST_POINTS}
     */
    public static Halton ofDimension(int dimension, long skip) {
        if (dimension < 0 || dimension >= MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "Halton's sequence has " + MOST_DIMENSIONS + " dimensions: " + dimension);
        }
        return new Halton(PRIMES[dimension], skip);
    }

    @Override
    public double at(long index) {
        int point = (int) (Objects.checkIndex(index, MOST_POINTS - skip) + skip);
        // Not kept, since a generator has state; creating one costs little compared to the divisions.
        return new HaltonSequenceGenerator(1, new int[] {base}, null).skipTo(point)[0];
    }
}
