package io.github.spikesweep.sample;

import java.util.Objects;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * One dimension of Sobol's sequence, not scrambled, with the direction numbers new-joe-kuo-6.21201 (Joe &amp; Kuo 2008, SIAM J.
 * Sci. Comput. 30:2635–2654) and in the order of the Gray code (Antonov &amp; Saleev 1979, USSR Comput. Math. Math. Phys.
 * 19:252–256): the points of SciPy's {@code qmc.Sobol(scramble=False)}. The first is 0.
 */
public final class Sobol implements UnitSequence {
    /** The number of dimensions. */
    public static final int MOST_DIMENSIONS = 21_201;

    /** The number of points, including skipped ones. */
    public static final long MOST_POINTS = Integer.MAX_VALUE;

    private static final int BITS = 31;
    private static final double UNIT = 0x1p-31;

    private final int dimension;
    private final long skip;
    /** The direction numbers by bit of the Gray code, the lowest first. The dimension determines them. */
    private final int[] directions;

    private Sobol(int dimension, long skip, int[] directions) {
        this.dimension = dimension;
        this.skip = skip;
        this.directions = directions;
    }

    /**
     * A dimension, without its first points.
     *
     * @param dimension from 0, below {@link #MOST_DIMENSIONS}
     * @param skip how many points of the whole sequence come before index 0; below {@link #MOST_POINTS}
     */
    public static Sobol ofDimension(int dimension, long skip) {
        if (dimension < 0 || dimension >= MOST_DIMENSIONS) {
            throw new IllegalArgumentException("Sobol's sequence has " + MOST_DIMENSIONS + " dimensions: " + dimension);
        }
        if (skip < 0 || skip >= MOST_POINTS) {
            throw new IllegalArgumentException("Sobol's sequence has " + MOST_POINTS + " points, skipped: " + skip);
        }
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimension + 1);
        // A point is the exclusive or of the direction numbers at the ones in the Gray code of its index.
        int[] directions = IntStream.range(0, BITS)
                .map(bit -> (int) (generator.skipTo(Integer.MAX_VALUE >>> (BITS - 1 - bit))[dimension] / UNIT))
                .toArray();
        return new Sobol(dimension, skip, directions);
    }

    /** Which dimension, from 0. */
    public int dimension() {
        return dimension;
    }

    /** How many points come before index 0. */
    public long skip() {
        return skip;
    }

    @Override
    public double at(long index) {
        int point = (int) (Objects.checkIndex(index, MOST_POINTS - skip) + skip);
        int sum = 0;
        for (int gray = point ^ (point >>> 1); gray != 0; gray &= gray - 1) {
            sum ^= directions[Integer.numberOfTrailingZeros(gray)];
        }
        return sum * UNIT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sobol sobol && dimension == sobol.dimension && skip == sobol.skip;
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimension, skip);
    }

    @Override
    public String toString() {
        return "Sobol[dimension=" + dimension + ", skip=" + skip + "]";
    }
}
