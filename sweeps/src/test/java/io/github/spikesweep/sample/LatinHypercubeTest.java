package io.github.spikesweep.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.simulation.noise.NoiseKey;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    private static final int POINTS = 100_000;
    private static final long TRILLION = 1_000_000_000_000L;

    /** The whole number below {@code u * size}, without rounding. */
    private static long stratum(double u, long size) {
        return new BigDecimal(u).multiply(BigDecimal.valueOf(size)).longValue();
    }

    @Tag("thorough")
    @Test
    void everyStratumOfEveryAxisHoldsOnePoint() {
        int size = 1_000_000;
        for (String axis : List.of("gna", "gk", "I")) {
            LatinHypercube cube = new LatinHypercube(1, Streams.of(axis), size);
            BitSet strata = new BitSet(size);
            for (int i = 0; i < size; i++) {
                strata.set((int) stratum(cube.at(i), size));
            }
            assertEquals(size, strata.cardinality(), axis);
            assertEquals(size, strata.length(), axis);
        }
    }

    @Property
    void everyStratumOfASmallOneHoldsOnePoint(
            @ForAll long seed, @ForAll long stream, @ForAll @LongRange(min = 1, max = 300) long size) {
        LatinHypercube cube = new LatinHypercube(seed, stream, size);
        long strata = LongStream.range(0, size)
                .map(i -> stratum(cube.at(i), size))
                .distinct()
                .count();
        assertEquals(size, strata);
    }

    /** For 10^15 points, where a stratum contains nine doubles or more, and for sizes whose inverses round up and down. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(longs = {TRILLION, 999_999_999_989L, 1L << 49, 999_999_999_999_999L, LatinHypercube.MOST_POINTS})
    void pointsOfALargeOneLieEachInAStratumOfItsOwn(long size) {
        LatinHypercube cube = new LatinHypercube(7, Streams.of("gna"), size);
        Set<Long> strata = new HashSet<>();
        for (int i = 0; i < POINTS; i++) {
            long index = i * (size / POINTS);
            assertTrue(strata.add(stratum(cube.at(index), size)), "the stratum of " + index + " is taken");
        }
    }

    @Property
    void roundingCarriesNoPointOutOfItsStratum(
            @ForAll long seed,
            @ForAll @LongRange(min = 1, max = LatinHypercube.MOST_POINTS) long size,
            @ForAll @LongRange(min = 0) long at) {
        long index = at % size;
        LatinHypercube cube = new LatinHypercube(seed, 0, size);
        KeyedPermutation strata = new KeyedPermutation(NoiseKey.of(seed, 0), size);
        assertEquals(strata.at(index), stratum(cube.at(index), size));
    }

    @Test
    void axesAndSeedsAreIndependent() {
        LatinHypercube cube = new LatinHypercube(1, Streams.of("gna"), TRILLION);
        double[] numbers = Samples.first(POINTS, cube);
        for (LatinHypercube other : List.of(
                new LatinHypercube(1, Streams.of("gk"), TRILLION),
                new LatinHypercube(2, Streams.of("gna"), TRILLION))) {
            double[] others = Samples.first(POINTS, other);
            assertEquals(0, Samples.correlation(numbers, others), 0.01, other.toString());
            long[] cells = new long[20 * 20];
            for (int i = 0; i < POINTS; i++) {
                cells[20 * (int) (numbers[i] * 20) + (int) (others[i] * 20)]++;
            }
            Samples.assertEven("cells with " + other, cells);
        }
    }

    @Test
    void neighboursAreIndependent() {
        LatinHypercube cube = new LatinHypercube(3, Streams.of("gna"), TRILLION);
        double[] numbers = Samples.first(POINTS, cube);
        for (int lag : new int[] {1, 2, 1024}) {
            double[] later =
                    LongStream.range(lag, POINTS + lag).mapToDouble(cube::at).toArray();
            assertEquals(0, Samples.correlation(numbers, later), 0.01, "lag " + lag);
        }
    }

    @Test
    void aPartOfThePointsIsUniform() {
        for (String axis : List.of("gna", "gk", "I")) {
            double[] numbers = Samples.first(POINTS, new LatinHypercube(1, Streams.of(axis), TRILLION));
            Samples.assertEven(axis, Samples.counts(numbers, 1000));
        }
    }

    @Test
    void placesWithinTheStrataAreUniformAndIndependentOfThem() {
        LatinHypercube cube = new LatinHypercube(1, Streams.of("gna"), POINTS);
        double[] numbers = Samples.first(POINTS, cube);
        double[] places = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = numbers[i] * POINTS - stratum(numbers[i], POINTS);
        }
        Samples.assertEven("places", Samples.counts(places, 100));
        assertEquals(0, Samples.correlation(numbers, places), 0.01);
    }

    @Test
    void refusesSizesAndIndicesThatThereAreNot() {
        assertThrows(IllegalArgumentException.class, () -> new LatinHypercube(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new LatinHypercube(1, 1, LatinHypercube.MOST_POINTS + 1));
        LatinHypercube cube = new LatinHypercube(1, 1, 10);
        assertThrows(IndexOutOfBoundsException.class, () -> cube.at(10));
        assertThrows(IndexOutOfBoundsException.class, () -> cube.at(-1));
    }
}
